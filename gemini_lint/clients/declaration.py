"""The language in which client libraries are declared.

A library is a table of functions by canonical dotted name. Each has a shape: the arguments
that it takes and where each one ends up in the request, as a REST path. Some paths are
roles, which the reader treats by their meaning: see `ROLES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from gemini_lint.call import Backend

ROLES = frozenset({
    "model", "agent", "contents", "message", "history", "messages", "input", "prompt", "embedded",
    "systemInstruction", "safetySettings", "tools", "httpOptions.apiVersion", "apiKey",
})  # fmt: skip
"""Paths whose value is read by its meaning: ids, prompts, turns, safety settings, tools."""

Continuation: TypeAlias = Literal["", "adds", "replaces"]


@dataclass(frozen=True, slots=True)
class Field:
    """Where an argument or key ends up.

    `to` is a REST path, relative to the object around it; empty when nothing is judged by
    it. `kind` is the declared type, as in `call.Parameter`; `shape` names the shape of its
    keys, or of its items' keys.
    """

    to: str = ""
    kind: str = "any"
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys that something may hold. `closed` when another key is an error, `camel` when
    camelCase spellings are taken too; `hints` say more of well-known wrong keys."""

    name: str
    fields: Mapping[str, Field]
    closed: bool = True
    camel: bool = False
    hints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Function:
    """Something that is called.

    `method`     the REST method that it sends, None when it sends nothing itself
    `returns`    canonical name of the class of its result, where that is worth following
    `continues`  its object's own arguments belong to the request: `adds` to them, or
                 `replaces` the configuration
    `streams`    the answer is streamed
    `chat`       its turns are a history
    `default_model`  the model that is meant when none is given
    `vertex_method`  what it sends on Vertex AI, where that differs
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
    vertex_method: str = ""


@dataclass(frozen=True, slots=True)
class BackendRule:
    """How the backend is chosen.

    `fixed`        always this one
    `flags`        arguments whose truth means Vertex AI, the first known one decides
    `given`        arguments whose presence means Vertex AI
    `environment`  variables that a file may set to true for Vertex AI
    `default`      in a clean environment
    `prefixes`     beginnings of model names that decide
    """

    fixed: Backend | None = None
    flags: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    default: Backend = "gemini-api"
    prefixes: tuple[tuple[str, Backend], ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """A client library.

    `roots`     dotted names that its imports start with
    `aliases`   other spellings of its names: the longest matching beginning is replaced
    `functions` by canonical name
    `shapes`    looks a shape up by name
    `version`   the API version that it always uses by default; None when the release of
                google-genai decides
    `classes`   canonical names of classes whose objects have methods worth following
    """

    sdk: str
    roots: tuple[str, ...]
    functions: Mapping[str, Function]
    shapes: Callable[[str], Shape | None] = lambda name: None
    aliases: Mapping[str, str] = field(default_factory=dict)
    backend: BackendRule = BackendRule()
    version: str | None = None
    classes: frozenset[str] = frozenset()
    version_variable: str = ""
