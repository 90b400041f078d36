"""Where a call goes: its backend and API version, by the strongest evidence that there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import libcst as cst
from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.call import BACKENDS, ApiVersion, Argument, Backend, BackendOrigin, Call
from gemini_lint.clients.declaration import BackendRule, Function, Library
from gemini_lint.reading.drafting import Draft
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.program import Frame, Program
from gemini_lint.values import Choice, Literal, Place, Unknown, is_none, literals

_Decision: TypeAlias = "tuple[tuple[Backend, ...], BackendOrigin]"
_UNKNOWN: _Decision = (BACKENDS, "unknown")
_UNSEEN: _Decision = (BACKENDS, "unseen")


class Way(Struct, frozen=True):
    """What decides about a call: its own arguments, what its client was made with, the clients
    of other libraries that it is given, and the files that the client was made in. `of_object`
    when a method was called."""

    library: Library
    function: Function
    draft: Draft
    clients: tuple[Draft, ...]
    given: tuple[Draft, ...]
    of_object: bool
    made_in: tuple[str, ...] = ()


class Router:
    """Works out where the calls of one file go."""

    def __init__(self, program: Program, evaluator: Evaluator) -> None:
        self.program = program
        self.evaluator = evaluator

    def routed(self, call: Call, way: Way) -> Call:
        """Return the call with its backends, API version and addresses."""
        backends, origin = self.backends(way)
        return replace(
            call,
            backends=backends,
            backend_origin=origin,
            api_version=self.version(way, backends),
            urls=tuple(_base_urls(way)),
        )

    def version(self, way: Way, backends: tuple[Backend, ...]) -> ApiVersion:
        """Return the API version that the code names, the strongest evidence first."""
        for draft in (way.draft, *way.clients):
            if draft.version.value is not None:
                return draft.version
        variable = self.assigned(way, way.library.version_variable)
        if variable:
            node, frame = variable[-1]
            value = self.evaluator.evaluate(node, frame)
            place = self.evaluator.place(node, frame)
            return ApiVersion(value, "environment", place)
        if way.library.version is None:
            return ApiVersion(None, "sdk")
        if way.library.backend.fixed is None and backends != ("gemini-api",):
            return ApiVersion(None, "library")
        version = _own_version(way, way.library.version)
        if version is None:
            return ApiVersion(None, "library")
        return ApiVersion(Literal(version, Place(self.program.path, None)), "library")

    def backends(self, way: Way) -> _Decision:
        """Return the backends that a call may go to, and how that is known."""
        named = _named_backends(way.library.backend, way.draft)
        if named is not None:
            return named
        makes_client = way.function.returns == f"{way.library.roots[0]}.Client"
        if way.of_object and not way.clients and not makes_client:
            return _UNSEEN
        for client in (*way.clients, way.draft):
            decided = _decided(way.library.backend, client)
            if decided is not None:
                return decided
        if any(not client.complete for client in way.clients):
            return _UNKNOWN
        return self.environment_backend(way)

    def assigned(self, way: Way, variable: str) -> list[tuple[cst.BaseExpression, Frame]]:
        """Return what a variable of the environment is set to in the file that makes the
        client, or in the file of the call."""
        others = (path for path in way.made_in if path != self.program.path)
        for program in (*map(self.evaluator.workspace.program, others), self.program):
            if program is not None and variable in program.environment:
                return program.environment[variable]
        return []

    def environment_backend(self, way: Way) -> _Decision:
        """Return the backend that the environment is set to in these files, or the default."""
        rule = way.library.backend
        for name in rule.environment:
            for node, frame in self.assigned(way, name):
                value = self.evaluator.evaluate(node, frame)
                if not isinstance(value, Literal):
                    return _UNKNOWN
                if str(value.value).lower() in ("true", "1"):
                    return ("vertex",), "code"
                return ("gemini-api",), "code"
        return ("gemini-api",), "library"


def without_default(call: Call) -> Call:
    """Leave the backend open where the code asks the client for it and names none."""
    if call.backend_origin != "library":
        return call
    backends, origin = _UNKNOWN
    return replace(call, backends=backends, backend_origin=origin)


def with_clients_of_file(calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """Let a client that is handed in, `def ask(client: genai.Client)`, be one like those that
    the file makes, if they all go one way; it stays unseen where the file makes none."""
    made = {
        (call.backends, call.backend_origin)
        for call in calls
        if call.callee.endswith(".Client") and call.method is None
    }
    if not made:
        return calls
    backends, origin = min(made) if len({backends for backends, _ in made}) == 1 else _UNKNOWN
    return tuple(
        replace(call, backends=backends, backend_origin=origin)
        if call.backend_origin == "unseen"
        else call
        for call in calls
    )


def _decided(rule: BackendRule, client: Draft) -> _Decision | None:
    for flag in rule.flags:
        parameter = client.parameters.get(flag)
        if parameter is None:
            continue
        known = [value.value for value in literals(parameter.value)]
        if not known or not parameter.certain or isinstance(parameter.value, (Choice, Unknown)):
            return _UNKNOWN
        if known[0] is not None:
            return ("vertex",) if known[0] else ("gemini-api",), "code"
    for given in rule.given:
        parameter = client.parameters.get(given)
        if parameter is not None and not is_none(parameter.value):
            return (("vertex",), "code") if parameter.certain else _UNKNOWN
    return None


def _base_urls(way: Way) -> Iterator[Argument]:
    """Yield the addresses that requests are sent to instead of Google's own."""
    for made in (way.draft, *way.clients, *way.given):
        url = made.parameters.get("httpOptions.baseUrl")
        if url is not None and not is_none(url.value):
            yield Argument(url.name, url.value, url.key, url.at)


def _named_backends(
    rule: BackendRule, draft: Draft
) -> tuple[tuple[Backend, ...], BackendOrigin] | None:
    """Return the backend that the library has alone, or that the model's name implies."""
    if rule.fixed is not None:
        return (rule.fixed,), "code"
    if draft.implied:
        return draft.implied, draft.implied_by if len(draft.implied) == 1 else "unknown"
    return None


_GENERATE = ("generateContent", "streamGenerateContent")


def _own_version(way: Way, usual: str) -> str | None:
    """Return the version that a library uses by itself, None where the model decides and is
    not known."""
    other = way.library.other_version
    if other is None or way.function.method not in _GENERATE:
        return usual
    model = way.draft.model.value if way.draft.model is not None else None
    names = [str(name.value) for name in literals(model)]
    versions = {other.version if name.startswith(other.models) else usual for name in names}
    return versions.pop() if len(versions) == 1 else None
