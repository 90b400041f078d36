"""From a call expression to a `Call`: find what is called, put the arguments in their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import libcst as cst
from msgspec.structs import replace

from gemini_lint.call import Argument, Call
from gemini_lint.clients import Libraries
from gemini_lint.clients.declaration import Function, Library
from gemini_lint.reading import model_prefixes
from gemini_lint.reading.arguments import evaluated_arguments
from gemini_lint.reading.base_classes import first_base, is_of_base
from gemini_lint.reading.callees import callees
from gemini_lint.reading.conditions import is_question
from gemini_lint.reading.drafting import Draft
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.guards import (
    any_asks_client,
    asks_for,
    is_guarded,
    is_left_over,
    mentions,
)
from gemini_lint.reading.objects import local_function
from gemini_lint.reading.program import Binding, CallSite, Frame, Program
from gemini_lint.reading.reaching import find
from gemini_lint.reading.routing import Router, Way, without_default
from gemini_lint.reading.walking import dotted, last_name
from gemini_lint.values import (
    Entry,
    Instance,
    Literal,
    Member,
    Place,
    Symbol,
    Value,
    is_certain,
    is_none,
    possibilities,
)

_PARTIAL = "functools.partial"
# They pass on all that follows the function, or what follows by position. What else takes a
# function may have arguments of its own: `with_retry(generate, 3, model=M, delay=1)`.
_FORWARDERS = frozenset({"partial", "to_thread", "submit"})
_FORWARDERS_BY_POSITION = frozenset(
    {"run_in_executor", "run_sync", "call_later", "call_soon", "call_soon_threadsafe"}
)


class Binder:
    """Recovers the calls of one file."""

    def __init__(self, program: Program, evaluator: Evaluator, libraries: Libraries) -> None:
        self.program = program
        self.evaluator = evaluator
        self.libraries = libraries
        self.router = Router(program, evaluator)
        self._frames: dict[str, list[Frame]] | None = None

    def calls(self) -> Iterator[Call]:
        """Yield every call of a declared function."""
        for site in self.program.calls:
            if not site.frame.expects_error:
                yield from self.at(site)

    def at(self, site: CallSite) -> Iterator[Call]:
        """Yield the calls that one call expression makes or prepares."""
        node = site.node
        if is_question(node):
            return
        if is_of_base(node.func):
            # fields that the class of the project adds are nobody's mistakes
            base = first_base(self.evaluator, site.frame)
            yield from self.any_of([base], site, ambiguous=True)
        elif self.may_be_called(node.func, site.frame):
            function = self.evaluator.evaluate(node.func, site.frame)
            options = list(callees(function))
            ambiguous = len({self.sdk(option) for option in options}) > 1
            if ambiguous or not is_certain(function):
                options = [option for option in options if not self.is_borrowed(option)]
            yield from self.any_of(options, site, ambiguous=ambiguous)
        for number, argument in enumerate(node.args):
            if not isinstance(argument.value, cst.Attribute):
                continue
            if self.may_be_declared(argument.value, site.frame):
                handed = self.evaluator.evaluate(argument.value, site.frame)
                rest = node.args[number + 1 :]
                for option in callees(handed):
                    passed = self.passed(option, rest, node.func)
                    yield from self.call(option, argument.value, passed, site, handed_on=True)

    def passed(
        self, handed: Value, arguments: Sequence[cst.Arg], to: cst.BaseExpression
    ) -> Sequence[cst.Arg]:
        """Return the arguments that are the function's, which is handed on to another one."""
        found = self.declared(_unwrapped(handed))
        if found is None or last_name(to) in _FORWARDERS:
            return arguments
        taken = found[1].shape.fields
        by_position = last_name(to) in _FORWARDERS_BY_POSITION
        return [
            item
            for item in arguments
            if (item.keyword.value in taken if item.keyword else by_position or item.star)
        ]

    def any_of(
        self, functions: Iterable[Value], site: CallSite, *, ambiguous: bool
    ) -> Iterator[Call]:
        """Yield the calls of what a call expression may name."""
        for function in functions:
            for call in self.call(function, site.node.func, site.node.args, site):
                yield replace(call, ambiguous=True) if ambiguous else call

    def may_be_called(self, function: cst.BaseExpression, frame: Frame) -> bool:
        """Tell whether a declared function may be called without asking if it exists."""
        if not self.may_be_declared(function, frame):
            return False
        return not asks_for(last_name(function), frame)

    def may_be_declared(self, function: cst.BaseExpression, frame: Frame) -> bool:
        """Tell whether an expression may name a declared function, without evaluating it."""
        if isinstance(function, cst.Attribute):
            before = last_name(function.value)
            return self.libraries.may_name_function(function.attr.value, before)
        if not isinstance(function, cst.Name):
            return False
        found = find(function.value, frame)
        if found is None:
            return bool(frame.scope.module().bindings.get("*"))
        return any(self.leads_to_function(binding) for binding in found.bindings)

    def leads_to_function(self, binding: Binding) -> bool:
        """Tell whether what a name is bound to may be a declared function."""
        if binding.kind == "import":
            name = str(binding.detail)
            return self.libraries.knows(name) or name.rpartition(".")[2] in self.libraries.endings
        return binding.kind == "value" and isinstance(
            binding.node, (cst.Attribute, cst.Name, cst.Call, cst.IfExp)
        )

    def call(
        self, function: Value, name: cst.BaseExpression, arguments: Sequence[cst.Arg],
        site: CallSite, *, handed_on: bool = False,
    ) -> Iterator[Call]:  # fmt: skip
        function = _unwrapped(function)
        found = self.declared(function)
        if found is None or (handed_on and found[1].method is None):
            return
        guards = self.evaluator.guards
        receiver = function.owner if isinstance(function, Member) else None
        draft = self.draft(found, receiver, arguments, site)
        replaces = self.replaced(draft, found[0], receiver)
        if not model_prefixes.settle(draft, self.made) or not model_prefixes.is_geminis(draft):
            return
        guarded = self.evaluator.guards > guards
        call = self.finished(draft, found[0], draft.streamed(found[1]), receiver, name, site)
        yield replace(
            self.tested(call, site, guarded),
            complete=call.complete and not handed_on,
            temporary_client=self.is_temporary(name, site.frame),
            replaces=replaces,
            overfull=draft.overfull and not handed_on,
        )

    def tested(self, call: Call, site: CallSite, guarded: bool) -> Call:
        """Note what conditions on the model decide about a call; `guarded` where they do about
        what it is given."""
        around = is_guarded(site.frame, call.model)
        left = is_left_over(site.frame, call.model) or self.called_by_model(site, call.model)
        return replace(
            call,
            guarded=guarded or around or left or _is_correlated(call),
            model_tested=around and not _is_another(call, site.frame),
            method_tested=left,
        )

    def called_by_model(self, site: CallSite, model: Argument | None) -> bool:
        """Tell whether the function around a call is called where a condition tests the model,
        and nowhere else in the file."""
        function = site.frame.scope.node
        if not isinstance(function, cst.FunctionDef) or model is None:
            return False
        if isinstance(model.value, Literal):
            return False
        if self._frames is None:
            self._frames = {}
            for other in self.program.calls:
                self._frames.setdefault(last_name(other.node.func), []).append(other.frame)
        frames = self._frames.get(function.name.value, [])
        return bool(frames) and all(is_guarded(frame, model) for frame in frames)

    def draft(
        self, found: tuple[Library, Function], receiver: Instance | None,
        arguments: Sequence[cst.Arg], site: CallSite,
    ) -> Draft:  # fmt: skip
        """Return what the arguments of a call, and those of its object, say."""
        library, function = found
        asked = self.evaluator.asked
        draft = Draft(self.libraries, library)
        if function.continues and receiver is not None:
            self.inherit(draft, receiver)
        self.take(draft, function, arguments, site.frame)
        self.default_model(draft, function, site)
        draft.asks_client = self.evaluator.asked > asked or any_asks_client(site.frame.arms)
        return draft

    def declared(self, function: Value) -> tuple[Library, Function] | None:
        """Return the declaration of what is called."""
        if isinstance(function, Symbol):
            return self.libraries.function(function.name)
        if isinstance(function, Member):
            return self.libraries.function(f"{function.owner.name}.{function.path}")
        return None

    def sdk(self, function: Value) -> str:
        """Return the library of what is called, empty for what is no library's."""
        found = self.declared(_unwrapped(function))
        return found[0].sdk if found is not None else ""

    def is_borrowed(self, function: Value) -> bool:
        """Tell whether what is called is another library's if the object may be."""
        found = self.declared(_unwrapped(function))
        return found is not None and found[1].borrowed

    def take(
        self, draft: Draft, function: Function, arguments: Sequence[cst.Arg], frame: Frame
    ) -> None:
        """Evaluate and take the arguments written at the call."""
        number = 0
        for argument in arguments:
            value = self.evaluator.evaluate(argument.value, frame)
            at = self.evaluator.place(argument.value, frame)
            if argument.star:
                positional, keywords, complete = evaluated_arguments(
                    self.evaluator, [argument], frame
                )
                draft.complete = draft.complete and complete
                draft.take(function, positional, keywords, (at,), "call")
            elif argument.keyword is not None:
                key = self.evaluator.place(argument.keyword, frame)
                entry = Entry(argument.keyword.value, value, key)
                self.put(draft, function, entry, at)
            elif number < len(function.positional):
                entry = Entry(function.positional[number], value, at)
                self.put(draft, function, entry, at)
                number += 1
            else:
                draft.overfull = True

    def put(self, draft: Draft, function: Function, entry: Entry, at: Place) -> None:
        where = function.shape.fields.get(entry.key)
        if where is None:
            draft.reject(function.shape, entry, at)
            return
        if function.continues == "replaces" and where.to == "." and not is_none(entry.value):
            draft.forget_configuration()
            draft.parameter("config", where, entry, at)
        draft.put("", where, entry, at, "call", depth=0)

    def inherit(self, draft: Draft, receiver: Instance) -> None:
        """Take the arguments that the object was made with: a chat's, a model's."""
        made = self.libraries.function(receiver.maker) if receiver.maker else None
        if made is None:
            draft.complete = False
            return
        if isinstance(receiver.receiver, Instance) and made[1].continues:
            self.inherit(draft, receiver.receiver)
        own = Draft(self.libraries, draft.library)
        places = tuple(_place(value, receiver.place) for value in receiver.positional)
        own.take(made[1], receiver.positional, receiver.keywords, places, "client")
        draft.parameters.update(own.parameters)
        draft.model = own.model or draft.model
        draft.names = own.names if own.model is not None else draft.names
        draft.provider = own.provider or draft.provider
        draft.clients = own.clients or draft.clients
        draft.templates.extend(own.templates)
        draft.safety_settings = own.safety_settings or draft.safety_settings
        draft.tools = own.tools or draft.tools
        draft.complete = draft.complete and own.complete and receiver.complete
        if draft.model is None and made[1].default_model:
            draft.model = _default(made[1], receiver.place)

    def made(self, value: Instance) -> Draft | None:
        """Return what an object says of the requests that go through it, if they are Gemini's."""
        found = self.libraries.function(value.maker)
        if found is None or found[0].by_address:
            return None
        draft = Draft(self.libraries, found[0])
        self.inherit(draft, value)
        if not model_prefixes.settle(draft, self.made):
            return None
        way = self.way(draft, found[0], found[1], value)
        draft.implied, draft.implied_by = self.router.backends(way)
        return draft

    def replaced(self, draft: Draft, library: Library, receiver: Instance | None) -> Call | None:
        """Return the call whose configuration this one replaces."""
        if "config" not in draft.parameters or receiver is None:
            return None
        made = self.libraries.function(receiver.maker)
        if made is None:
            return None
        old = Draft(self.libraries, library)
        old.take(made[1], receiver.positional, receiver.keywords, (receiver.place,), "client")
        return call_from(old, library, made[1], self.program.path, receiver.place, receiver.place)

    def default_model(self, draft: Draft, function: Function, site: CallSite) -> None:
        if draft.model is None and function.default_model and draft.complete:
            draft.model = _default(function, self.evaluator.place(site.node, site.frame))

    def finished(
        self, draft: Draft, library: Library, function: Function, receiver: Instance | None,
        name: cst.BaseExpression, site: CallSite,
    ) -> Call:  # fmt: skip
        place = self.evaluator.place(site.node, site.frame)
        last = name.attr if isinstance(name, cst.Attribute) else name
        name_place = self.evaluator.place(last, site.frame)
        call = call_from(draft, library, function, self.program.path, place, name_place)
        routed = self.router.routed(call, self.way(draft, library, function, receiver))
        return without_default(routed) if draft.asks_client else routed

    def way(
        self, draft: Draft, library: Library, function: Function, receiver: Instance | None
    ) -> Way:
        """Return what decides where a call goes."""
        makers = tuple(self.makers(receiver))
        return Way(
            library,
            function,
            draft,
            clients=tuple(self.client(library, *maker) for maker in makers),
            given=tuple(self.given_clients(draft)),
            of_object=receiver is not None,
            made_in=tuple(made.place.path for made, _ in makers),
        )

    def given_clients(self, draft: Draft) -> Iterator[Draft]:
        """Yield what the clients of other libraries were made with that a call is given."""
        for value in draft.clients:
            own = Draft(self.libraries, draft.library)
            self.inherit(own, value)
            yield own

    def makers(self, receiver: Instance | None) -> Iterator[tuple[Instance, Function]]:
        """Yield the client of a call, if it is known, with the function that made it."""
        current: Value | None = receiver
        while isinstance(current, Instance):
            made = self.libraries.function(current.maker) if current.maker else None
            makes = made is not None and (made[1].method is None or made[1].returns)
            if made is not None and makes and current.receiver is None:
                yield current, made[1]
            current = current.receiver

    def client(self, library: Library, made: Instance, function: Function) -> Draft:
        """Return what a client was made with."""
        draft = Draft(self.libraries, library, complete=made.complete)
        draft.take(function, made.positional, made.keywords, (made.place,), "client")
        return draft

    def is_temporary(self, name: cst.BaseExpression, frame: Frame) -> bool:
        """Tell whether the client is made within the expression that uses it."""
        current: cst.BaseExpression = name
        while isinstance(current, cst.Attribute):
            if current.attr.value == "aio":
                return False
            current = current.value
        if not isinstance(current, cst.Call) or current is name:
            return False
        value = self.evaluator.evaluate(current.func, frame)
        return any(self.makes_client(option) for option in possibilities(value))

    def makes_client(self, function: Value) -> bool:
        """Tell whether a function is the client's class, or only returns a new client."""
        if isinstance(function, Symbol):
            return function.name == "google.genai.Client"
        own = local_function(function)
        if own is None:
            return False
        node, scope = own.node, own.scope
        if not isinstance(node, cst.FunctionDef) or node.decorators or len(scope.returns) != 1:
            return False
        returned, frame = scope.returns[0]
        if not isinstance(returned, cst.Call):
            return False
        made = self.evaluator.evaluate(returned.func, frame)
        return isinstance(made, Symbol) and made.name == "google.genai.Client"


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


def _unwrapped(function: Value) -> Value:
    """Return the function that `functools.partial` was given, anything else as it is."""
    if isinstance(function, Instance) and function.name == _PARTIAL and function.positional:
        return function.positional[0]
    return function


def _default(function: Function, place: Place) -> Argument:
    via = f"the default of {function.name.rpartition('.')[2]}()"
    return Argument("model", Literal(function.default_model, place, via), place, place)


def _place(value: Value, otherwise: Place) -> Place:
    place = getattr(value, "place", None)
    return place if isinstance(place, Place) else otherwise


def _is_another(call: Call, frame: Frame) -> bool:
    """Tell whether the call's model is certain, and not the one that conditions test."""
    if call.model is None or not isinstance(call.model.value, Literal):
        return False
    node = call.model.at.anchor
    name = dotted(node) if isinstance(node, cst.CSTNode) else None
    return name is None or not mentions(frame, name)


def _is_correlated(call: Call) -> bool:
    """Tell whether model and parameters may be chosen together, by a condition of their own."""
    if call.model is None or len(list(possibilities(call.model.value))) < 2:
        return False
    return any(
        not parameter.certain or len(list(possibilities(parameter.value))) > 1
        for parameter in call.parameters
    )
