"""A call in the making: arguments go in under their REST paths, a `Call` comes out."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from gemini_lint.call import (
    ApiVersion,
    Argument,
    Backend,
    BackendOrigin,
    Call,
    Parameter,
    Prompt,
    SafetySetting,
    Tool,
    Turn,
    UnknownKey,
    VersionOrigin,
)
from gemini_lint.clients import Libraries
from gemini_lint.clients.declaration import STREAM, Field, Function, Library, ModelNames, Shape
from gemini_lint.reading import content_forms, contents, safety, tools
from gemini_lint.reading.combining import choose
from gemini_lint.reading.shapes import (
    as_mapping,
    field_of,
    is_clients,
    is_of_shape,
    is_old_config,
    is_request,
    path_below,
)
from gemini_lint.values import (
    Choice,
    Entry,
    Instance,
    Literal,
    Place,
    Sequence,
    Value,
    is_none,
    possibilities,
)

_DEEPEST = 8
_OBJECTS = ("object", "list[object]")
_CONFIGURATION = frozenset({
    "generationConfig", "systemInstruction", "tools", "safetySettings", "toolConfig",
    "cachedContent", "serviceTier", "store", "labels", "modelArmorConfig", "outputConfig",
})  # fmt: skip


class Draft(Struct):
    """What is known so far of one request."""

    libraries: Libraries
    library: Library
    model: Argument | None = None
    agent: Argument | None = None
    parameters: dict[str, Parameter] = field(default_factory=dict)
    unknown_keys: list[UnknownKey] = field(default_factory=list)
    prompts: list[Prompt] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    turns_complete: bool = True
    safety_settings: list[SafetySetting] = field(default_factory=list)
    tools: list[Tool] = field(default_factory=list)
    keys: list[Argument] = field(default_factory=list)
    version: ApiVersion = ApiVersion(None, "sdk")
    complete: bool = True
    overfull: bool = False
    names: ModelNames | None = None
    provider: Value | None = None
    clients: list[Instance] = field(default_factory=list)
    templates: list[Prompt] = field(default_factory=list)
    implied: tuple[Backend, ...] = ()
    implied_by: BackendOrigin = "code"
    asks_client: bool = False

    def take(
        self, function: Function, positional: tuple[Value, ...], keywords: tuple[Entry, ...],
        at: tuple[Place, ...], origin: VersionOrigin,
    ) -> None:  # fmt: skip
        """Take the arguments of a call of `function`; `at` are the positional ones' places."""
        for number, value in enumerate(positional):
            if number < len(function.positional):
                place = at[number] if number < len(at) else at[-1]
                entry = Entry(function.positional[number], value, place)
                self.argument(function.shape, entry, origin)
        for entry in keywords:
            self.argument(function.shape, entry, origin)

    def argument(self, shape: Shape, entry: Entry, origin: VersionOrigin) -> None:
        """Take one argument of a function."""
        where = shape.fields.get(entry.key)
        if where is None:
            self.reject(shape, entry, entry.key_place)
        else:
            self.put("", where, entry, entry.key_place, origin, depth=0)

    def reject(self, shape: Shape, entry: Entry, at: Place) -> None:
        """Note a key that does not exist where it stands."""
        is_wrong = shape.closed or entry.key in shape.hints
        if not is_wrong:
            return
        known = tuple(shape.fields)
        hint = shape.hints.get(entry.key, "")
        self.unknown_keys.append(
            UnknownKey(entry.key, shape.name, known, entry.key_place, at, hint)
        )

    def put(
        self, base: str, where: Field, entry: Entry, at: Place, origin: VersionOrigin, depth: int
    ) -> None:
        """Put a value under the path that its field declares."""
        if not where.to:
            return
        path = path_below(base, where.to)
        if path == "model":
            self.names = where.names
        if self.role(path, entry, at, origin):
            return
        if path:
            self.parameter(path, where, entry, at)
        if depth < _DEEPEST:
            self.below(path, where, entry, at, origin, depth)

    def parameter(self, path: str, where: Field, entry: Entry, at: Place) -> None:
        kind = where.kind
        if kind in ("enum", "list[enum]"):
            kind = f"enum:{where.shape}" if kind == "enum" else f"list[enum:{where.shape}]"
        new = Parameter(path, entry.key, entry.value, kind, entry.key_place, at, entry.certain)
        old = self.parameters.pop(path, None)
        if old is not None and not entry.certain:
            new = replace(old, value=choose([old.value, entry.value], complete=True))
        self.parameters[path] = new

    def below(
        self, path: str, where: Field, entry: Entry, at: Place, origin: VersionOrigin, depth: int
    ) -> None:
        """Take the keys of an object, or of each object of a list or mapping."""
        if where.kind == "mapping" and where.shape:
            self.values(path, where, entry, at, origin, depth)
        elif isinstance(entry.value, Sequence):
            # of several whole requests, none replaces what another one sets
            shape = self.library.shapes(where.shape) if where.shape else None
            several = len(entry.value.items) > 1 and shape is not None and is_request(shape)
            certain = entry.certain and not several
            for item in entry.value.items:
                one = replace(entry, value=item, certain=certain)
                self.object(path, where, one, at, origin, depth)
        else:
            self.object(path, where, entry, at, origin, depth)

    def values(
        self, path: str, where: Field, entry: Entry, at: Place, origin: VersionOrigin, depth: int
    ) -> None:
        """Take the objects of a mapping, whose keys are the user's own."""
        mapping = as_mapping(entry.value)
        for item in mapping.entries if mapping is not None else ():
            inner = replace(item, certain=item.certain and entry.certain)
            self.object(path, replace(where, kind="object"), inner, at, origin, depth + 1)

    def object(
        self, path: str, where: Field, entry: Entry, at: Place, origin: VersionOrigin, depth: int
    ) -> None:
        mapping = as_mapping(entry.value)
        shape = self.shape(where, entry.value)
        if not path and is_old_config(where, entry.value):
            self.parameter("config", replace(where, kind="config"), entry, at)
            return
        if mapping is None or shape is None:
            hidden = not path and not is_none(entry.value)
            self.complete = self.complete and not hidden
            return
        if not mapping.complete and not path:
            self.complete = False
        optional = any(is_none(option) for option in possibilities(entry.value))
        for item in mapping.entries:
            found = field_of(shape, item.key)
            if found is None:
                self.reject(shape, item, at)
                continue
            # a configuration that may be None matters where it is none: for the client's backend
            certain = item.certain and entry.certain and not (optional and is_clients(found))
            self.put(path, found, replace(item, certain=certain), at, origin, depth + 1)

    def shape(self, where: Field, value: Value) -> Shape | None:
        """Return the shape of an object: its own class's, else the declared one."""
        for option in possibilities(value):
            if isinstance(option, Instance):
                own = self.library.shapes(where.shape) if is_of_shape(option, where) else None
                return own or self.libraries.shape_of(option.name)
        return self.library.shapes(where.shape) if where.shape else None

    def role(self, path: str, entry: Entry, at: Place, origin: VersionOrigin) -> bool:
        """Treat a path by its meaning; tell whether that is all there is to do."""
        argument = Argument(entry.key, entry.value, entry.key_place, at)
        if self.is_about_receiver(path, argument):
            return True
        if path == "httpOptions.apiVersion":
            if not is_none(entry.value):
                self.version = ApiVersion(entry.value, origin, at)
        elif path in contents.PROMPTS:
            self.text(path, argument)
            return path != "systemInstruction"
        elif path == "safetySettings":
            self.safety_settings = [*safety.settings(self.library, argument)]
        elif path == "tools":
            self.tools = [*tools.tools(self, argument)]
        else:
            return False
        if path in ("safetySettings", "tools"):
            is_strict = self.library.sdk == "google-genai"
            kind = "list" if is_strict else "any"
            if path == "safetySettings" and is_strict and isinstance(entry.value, Sequence):
                self.reject_unknown(Field(shape="SafetySetting"), entry.value, at)
            self.parameter(path, Field(path, kind), entry, at)
            return True
        return path != "httpOptions.apiVersion"

    def is_about_receiver(self, path: str, argument: Argument) -> bool:
        """Take what says who is to answer: model, agent, vendor, client, key."""
        if path == "model":
            self.take_model(argument)
        elif path == "agent":
            self.agent = argument
        elif path == "apiKey":
            self.keys.append(argument)
        elif path == "provider":
            self.provider = argument.value
        elif path == "client":
            options = possibilities(argument.value)
            self.clients = [item for item in options if isinstance(item, Instance)]
        elif path == "template":
            self.templates = [*contents.prompts("messages", argument)]
        else:
            return False
        return True

    def reject_unknown(self, where: Field, value: Value, at: Place, depth: int = 0) -> None:
        """Note the keys that do not exist in an object, in a list of them, or further down."""
        if depth > _DEEPEST:
            return
        if isinstance(value, Sequence):
            for item in value.items:
                self.reject_unknown(where, item, at, depth + 1)
            return
        mapping, shape = as_mapping(value), self.shape(where, value)
        if mapping is None or shape is None:
            return
        for entry in mapping.entries:
            found = field_of(shape, entry.key)
            if found is None:
                self.reject(shape, entry, at)
            elif found.kind in _OBJECTS and not isinstance(entry.value, Choice):
                # which of several objects it is may hang together with the key that it is under
                self.reject_unknown(found, entry.value, at, depth + 1)

    def take_model(self, argument: Argument) -> None:
        """Take a model; those of several objects in one list are all possible."""
        if self.model is not None and self.model.at == argument.at:
            both = choose([self.model.value, argument.value], complete=True)
            argument = replace(argument, value=both)
        self.model = argument

    def text(self, path: str, argument: Argument) -> None:
        self.prompts.extend(contents.prompts(path, argument))
        content_forms.note(self, path, argument)
        if path in contents.TURNS:
            turns, complete = contents.turns(argument)
            self.turns.extend(turns)
            self.turns_complete = self.turns_complete and complete

    def streamed(self, function: Function) -> Function:
        """Return what a function does that may be told to stream by an argument of its own."""
        stream = self.parameters.pop(STREAM, None)
        if stream is None or function.method != "generateContent":
            return function
        if not isinstance(stream.value, Literal) or stream.value.value is not True:
            return function
        return replace(function, method="streamGenerateContent", streams=True)

    def forget_configuration(self) -> None:
        """Drop what a new configuration replaces."""
        for path in list(self.parameters):
            if path.split(".")[0] in _CONFIGURATION:
                del self.parameters[path]
        self.safety_settings, self.tools = [], []


def call_from(
    draft: Draft, library: Library, function: Function, path: str, place: Place, name: Place
) -> Call:
    """Return what a draft has become."""
    return Call(
        sdk=library.sdk,
        callee=function.name,
        method=function.method,
        path=path,
        place=place,
        name_place=name,
        model=draft.model,
        agent=draft.agent,
        parameters=tuple(draft.parameters.values()),
        unknown_keys=tuple(draft.unknown_keys),
        complete=draft.complete,
        prompts=(*draft.prompts, *draft.templates),
        turns=tuple(draft.turns),
        turns_complete=draft.turns_complete,
        safety_settings=tuple(draft.safety_settings),
        tools=tuple(draft.tools),
        keys=tuple(draft.keys),
        chat=function.chat,
        streams=function.streams,
    )
