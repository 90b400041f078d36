"""The language in which client libraries are declared.

A library is a table of functions by canonical dotted name. Each has a shape: the arguments
that it takes and where each one ends up in the request, as a REST path. Some paths are roles,
which the reader treats by their meaning (`Draft.role` in reading/drafting.py):

    model, agent                the id of what is to answer
    contents, history           turns of the conversation, and those of before
    messages                    turns in OpenAI's form
    message, prompt, input      what the user says now
    systemInstruction           what the model is told beside the turns
    embedded                    text that is to be embedded
    safetySettings, tools       lists that are read item by item
    httpOptions.apiVersion      the API version
    apiKey                      a key, which must not be a literal
    provider                    the vendor that stands beside a model's name
    client                      an object of another library that the requests go through
    template                    a prompt template
    stream                      whether the answer is streamed
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from gemini_lint.call import Backend

STREAM = "stream"

Continuation: TypeAlias = Literal["", "adds", "replaces"]


class ModelNames(Struct, frozen=True):
    """How a library writes models that speaks to more vendors than Google.

    A name that neither `prefixes` nor `bare` holds is another vendor's, and there is no call.

    `prefixes`   what stands before a Gemini id and is taken off, with the backend that it
                 means; None where something else decides that
    `bare`       how Gemini ids begin that have no prefix ("": any), with the backend
    `separator`  what a prefix ends with, where its vendor may be an argument of its own
    `assumed`    a name that is not known counts as Gemini's
    """

    prefixes: tuple[tuple[str, Backend | None], ...] = ()
    bare: tuple[tuple[str, Backend | None], ...] = ()
    separator: str = "/"
    assumed: bool = False


class Field(Struct, frozen=True):
    """Where an argument or key ends up.

    `to` is a REST path, relative to the object around it unless it begins with "/"; "." is the
    whole request; empty when nothing is judged by it. `kind` is the declared type, as in
    `call.Parameter`; `shape` names the shape of its keys, or of its items' keys; `names` says
    how models are written there.
    """

    to: str = ""
    kind: str = "any"
    shape: str = ""
    names: ModelNames | None = None


class Shape(Struct, frozen=True):
    """The keys that something may hold. `closed` when another key is an error, `camel` when
    camelCase spellings are taken too; `hints` say more of well-known wrong keys."""

    name: str
    fields: Mapping[str, Field]
    closed: bool = True
    camel: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)


class Function(Struct, frozen=True):
    """Something that is called.

    `method`     the REST method that it sends, None when it sends nothing itself
    `returns`    canonical name of the class of its result, where that is worth following
    `continues`  its object's own arguments belong to the request: `adds` to them, or
                 `replaces` the configuration
    `streams`    the answer is streamed
    `chat`       its turns are a history
    `default_model`  the model that is meant when none is given
    `borrowed`   the library lacks it, and another one has it
    """

    name: str
    shape: Shape
    positional: tuple[str, ...] = ()
    method: str | None = None
    returns: str = ""
    continues: Continuation = ""
    streams: bool = False
    chat: bool = False
    default_model: str = ""
    borrowed: bool = False


class BackendRule(Struct, frozen=True):
    """How the backend is chosen: Gemini's Developer API where nothing of this says more.

    `fixed`        always this one
    `flags`        arguments whose truth means Vertex AI, the first known one decides
    `given`        arguments whose presence means Vertex AI
    `environment`  variables that a file may set to true for Vertex AI
    """

    fixed: Backend | None = None
    flags: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()


class Unsent(Struct, frozen=True):
    """Parameters, by REST path, that a library leaves out: for models that begin so (none: for
    all), and only next to the parameter `beside` (none: always)."""

    paths: tuple[str, ...]
    models: tuple[str, ...] = ()
    beside: str = ""


class OtherVersion(Struct, frozen=True):
    """The API version that a library generates content with where a model begins so."""

    models: tuple[str, ...]
    version: str


class Library(Struct, frozen=True):
    """A client library.

    `roots`     dotted names that its imports start with
    `aliases`   other spellings of its names: the longest matching beginning is replaced
    `functions` by canonical name
    `shapes`    looks a shape up by name
    `other_version`  what it uses instead for some models
    `version`   the API version that it always uses by default; None when the release of
                google-genai decides
    `classes`   canonical names of classes whose objects have methods worth following
    `many_vendors`  only a call that names a Gemini model is one
    `by_address`    only a call whose base URL is Gemini's OpenAI-compatible one is one
    `default_client`  the function that is given the client of the calls that name a bare model:
                      they are Gemini's if that one's base URL is
    `unsent`    what it drops instead of sending it
    `yields`    a module of the project that has the name of a root is meant instead
    `telling`   ends of names, `models.generate_content`, that only objects of the library have,
                each with its function: a file that imports the library means that one even if
                the object is not known
    """

    sdk: str
    roots: tuple[str, ...]
    functions: Mapping[str, Function]
    shapes: Callable[[str], Shape | None] = lambda name: None
    aliases: Mapping[str, str] = field(default_factory=dict)
    backend: BackendRule = BackendRule()
    version: str | None = None
    other_version: OtherVersion | None = None
    classes: frozenset[str] = frozenset()
    version_variable: str = ""
    many_vendors: bool = False
    by_address: bool = False
    default_client: str = ""
    unsent: tuple[Unsent, ...] = ()
    yields: bool = False
    telling: Mapping[str, str] = field(default_factory=dict)
