"""The language between the reader and the rules: a request, recovered without running it.

Everything is named as the API names it (`generationConfig.temperature`), however the client
library spells it; the library's own spelling is kept beside it for the message.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal as OneOf, TypeAlias

from msgspec import Struct

from gemini_lint.values import Place, Value

Backend: TypeAlias = OneOf["gemini-api", "vertex"]
BACKENDS: tuple[Backend, ...] = ("gemini-api", "vertex")
BACKEND_NAMES: dict[Backend, str] = {
    "gemini-api": "Gemini Developer API",
    "vertex": "Vertex AI",
}

VersionOrigin: TypeAlias = OneOf["call", "client", "url", "environment", "library", "sdk"]
BackendOrigin: TypeAlias = OneOf["code", "library", "unknown", "unseen"]
PromptKind: TypeAlias = OneOf["contents", "message", "system", "history", "embedding", "input"]


class Argument(Struct, frozen=True):
    """A value in a place of the call: `value`, its `key` as written, and the expression `at`
    the call that carries it (which may be a name whose literal stands elsewhere)."""

    name: str
    value: Value
    key: Place
    at: Place


class Parameter(Struct, frozen=True):
    """A parameter of the request.

    `path` is the REST path, `name` the library's spelling, `kind` the type that the library
    declares for it: `number`, `integer`, `boolean`, `string`, `bytes`, `list`,
    `list[string]`, `enum:<Name>`, `list[enum:<Name>]`, `object`, `mapping` or `any`.
    `certain` is false when it is only set on some paths.
    """

    path: str
    name: str
    value: Value
    kind: str
    key: Place
    at: Place
    certain: bool = True


class UnknownKey(Struct, frozen=True):
    """A keyword or configuration key that does not exist where it stands.

    `owner` names what it was given to (`GenerateContentConfig`, `generate_content`);
    `known` are the names that exist there; `hint` is said after "unknown parameter".
    """

    name: str
    owner: str
    known: tuple[str, ...]
    key: Place
    at: Place
    hint: str = ""


class Prompt(Struct, frozen=True):
    """One whole argument that holds text for the model.

    `texts` are its literal or holed strings in order (user turns only); `complete` is false
    when other content may be there; `other` is true when it holds images, files and the
    like. A prompt with no texts that is complete and not `other` is empty. `certain` is false
    when the argument, or something in it, may be something else as well. `inline` tells of one
    without texts that it is written in the call itself, where nothing can be added to it.
    """

    kind: PromptKind
    texts: tuple[Value, ...]
    place: Place
    at: Place
    complete: bool = True
    other: bool = False
    certain: bool = True
    inline: bool = False


class Turn(Struct, frozen=True):
    """One turn of `contents`: its role (None when none is written), in order."""

    role: Value | None
    place: Place
    at: Place
    empty: bool = False


class Tool(Struct, frozen=True):
    """One capability of `tools`, by its REST name (`googleSearch`); `functions` for Python
    callables and function declarations is `functionDeclarations`. `certain` is false when the
    tool is only given on some paths."""

    name: str
    spelled: str
    key: Place
    at: Place
    fields: tuple[Parameter, ...] = ()
    certain: bool = True


class SafetySetting(Struct, frozen=True):
    """One entry of `safetySettings`: category and threshold as written."""

    category: Value | None
    threshold: Value | None
    place: Place
    at: Place
    certain: bool = True


class ApiVersion(Struct, frozen=True):
    """The version that the code names, and the expression `at` the call that carries it.
    `value` is None where it names none and the library or its release decides (`origin`
    `sdk`)."""

    value: Value | None
    origin: VersionOrigin
    at: Place | None = None


class Call(Struct, frozen=True):
    """One statically recovered request, or the making of an object that will send some.

    `sdk`             the distribution that the code calls: google-genai, google-generativeai,
                      google-cloud-aiplatform, rest, openai, langchain-google-genai, …
    `callee`          canonical dotted name of what is called
    `method`          the REST method (`generateContent`), None when nothing is sent
    `place`, `name_place`  the call, and the name of its last part (`generate_content`)
    `backends`        those that the request may go to; both where that is unknown
    `backend_origin`  `code` when the code says so, `library` when it is the default, `unseen`
                      when the client is handed in to a file that makes none
    `complete`        no parameter is hidden from the reader (no `**options`)
    `guarded`         a condition that tests the model decides about the call or what it is
                      given: judge no parameter by the model
    `model_tested`    a condition around the call tests the very model that it passes on:
                      which of its possibilities arrives here is unknown
    `method_tested`   conditions on the model decide which method it is asked by
    `chat`            the turns are a chat's history, so a model turn may be last
    `temporary_client`  the client is made within the same expression
    `replaces`        the call whose configuration this one's replaces (a chat's)
    `streams`         the answer is streamed
    `ambiguous`       what is called may be another library's: judge neither name nor keywords
    `overfull`        more is passed by position than what is called takes
    """

    sdk: str
    callee: str
    method: str | None
    path: str
    place: Place
    name_place: Place
    backends: tuple[Backend, ...] = BACKENDS
    backend_origin: BackendOrigin = "unknown"
    api_version: ApiVersion = ApiVersion(None, "sdk")
    model: Argument | None = None
    agent: Argument | None = None
    parameters: tuple[Parameter, ...] = ()
    unknown_keys: tuple[UnknownKey, ...] = ()
    complete: bool = True
    prompts: tuple[Prompt, ...] = ()
    turns: tuple[Turn, ...] = ()
    turns_complete: bool = True
    safety_settings: tuple[SafetySetting, ...] = ()
    tools: tuple[Tool, ...] = ()
    keys: tuple[Argument, ...] = ()
    urls: tuple[Argument, ...] = ()
    guarded: bool = False
    model_tested: bool = False
    method_tested: bool = False
    chat: bool = False
    temporary_client: bool = False
    streams: bool = False
    replaces: Call | None = None
    ambiguous: bool = False
    overfull: bool = False

    def parameter(self, path: str) -> Parameter | None:
        """Return the parameter of that REST path."""
        return next((item for item in self.parameters if item.path == path), None)

    def under(self, path: str) -> Iterator[Parameter]:
        """Yield the parameter of that REST path and those below it."""
        below = path + "."
        return (p for p in self.parameters if p.path == path or p.path.startswith(below))


class LibraryImport(Struct, frozen=True):
    """The first import of a client library in a file; `module` as written there."""

    sdk: str
    module: str
    place: Place


class ModelName(Struct, frozen=True):
    """A string tied to no call that a name or key shows to be a model's.

    `peers` are the other ids of the list, Enum or mapping that it stands in; `sdk` is the
    library that the file imports.
    """

    value: Value
    peers: tuple[str, ...]
    sdk: str
    backends: tuple[Backend, ...]
    place: Place


class Handler(Struct, frozen=True):
    """An exception that an `except` around calls of `sdks` names."""

    exception: str
    sdks: frozenset[str]
    place: Place


class TextUse(Struct, frozen=True):
    """A use of a response's `.text` that breaks on None; `checked` when the code looks at
    prompt_feedback, candidates or finish_reason, or guards the use."""

    sdk: str
    use: str
    checked: bool
    place: Place


class Reading(Struct, frozen=True):
    """What the reader found in one file."""

    path: str
    calls: tuple[Call, ...] = ()
    imports: tuple[LibraryImport, ...] = ()
    model_names: tuple[ModelName, ...] = ()
    key_literals: tuple[Argument, ...] = ()
    handlers: tuple[Handler, ...] = ()
    text_uses: tuple[TextUse, ...] = ()
