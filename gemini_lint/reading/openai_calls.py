"""Calls of the OpenAI SDK: which of them go to Gemini."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from gemini_lint.call import ApiVersion, Argument, Call
from gemini_lint.clients.openai import (
    BASE_URL_ATTRIBUTES,
    BASE_URL_VARIABLE,
    LIBRARY,
    MODULE,
)
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.program import Program
from gemini_lint.reading.rest_urls import Endpoint, endpoints
from gemini_lint.reading.walking import last_name
from gemini_lint.values import (
    Instance,
    Literal,
    Symbol,
    Text,
    Value,
    is_none,
    literals,
    possibilities,
)

_GOOGLE = "google/"


def settled(calls: Iterable[Call], program: Program, evaluator: Evaluator) -> Iterator[Call]:
    """Leave out the calls in OpenAI's form that go elsewhere, and say where the others go."""
    for call in calls:
        found = evaluator.libraries.function(call.callee)
        given = found[0].default_client if found is not None else ""
        goes_by_default = bool(given) and call.backend_origin == "library"
        if found is None or not (found[0].by_address or goes_by_default):
            yield call
            continue
        address = (
            _of_default_client(given, program, evaluator)
            if goes_by_default
            else _address(call, program, evaluator)
        )
        endpoint = _only_gemini(address.value) if address is not None else None
        if address is None or endpoint is None:
            continue
        if reaches_gemini(call.model, endpoint):
            yield _to_gemini(call, address, endpoint)


def reaches_gemini(model: Argument | None, endpoint: Endpoint) -> bool:
    """Tell whether the model is Google's: Vertex AI serves other vendors' at the same URL."""
    if endpoint.backend != "vertex" or endpoint.openai is None:
        return True
    names = [str(name.value) for name in literals(model.value)] if model is not None else []
    return bool(names) and all(name.startswith(_GOOGLE) for name in names)


def _address(call: Call, program: Program, evaluator: Evaluator) -> Argument | None:
    """Return the base URL of a call: the client's, the module's, the environment's."""
    if call.urls:
        return call.urls[0]
    if call.callee.startswith(f"{MODULE}.OpenAI") or call.method is None:
        return _from_environment(program, evaluator)
    of_module = _of_module(program, evaluator) if call.sdk == LIBRARY.sdk else None
    return of_module or _from_environment(program, evaluator)


def _of_default_client(function: str, program: Program, evaluator: Evaluator) -> Argument | None:
    """Return the base URL of the client that a file sets for all: `set_default_…(client)`."""
    for site in program.calls:
        if not site.node.args or last_name(site.node.func) != function.rpartition(".")[2]:
            continue
        called = evaluator.evaluate(site.node.func, site.frame)
        if isinstance(called, Symbol) and called.name == function:
            client = evaluator.evaluate(site.node.args[0].value, site.frame)
            return _base_url(client)
    return None


def _base_url(client: Value) -> Argument | None:
    for option in possibilities(client):
        for entry in option.keywords if isinstance(option, Instance) else ():
            if entry.key in BASE_URL_ATTRIBUTES:
                return Argument(entry.key, entry.value, entry.key_place, entry.key_place)
    return None


def _from_environment(program: Program, evaluator: Evaluator) -> Argument | None:
    for node, frame in reversed(program.environment.get(BASE_URL_VARIABLE, [])):
        place = evaluator.place(node, frame)
        return Argument(BASE_URL_VARIABLE, evaluator.evaluate(node, frame), place, place)
    return None


def _of_module(program: Program, evaluator: Evaluator) -> Argument | None:
    """`openai.base_url = "…"`."""
    for change in reversed(program.mutations.get(MODULE, [])):
        steps = change.steps
        if len(steps) != 1 or steps[0] not in BASE_URL_ATTRIBUTES or change.value is None:
            continue
        place = evaluator.place(change.value, change.frame)
        value = evaluator.evaluate(change.value, change.frame)
        return Argument(str(steps[0]), value, place, place)
    return None


def _only_gemini(url: Value) -> Endpoint | None:
    """Return where the URL leads, if everything that it is known to be leads to Gemini."""
    known = [option for option in possibilities(url) if isinstance(option, (Literal, Text))]
    known = [option for option in known if not is_none(option)]
    found = [endpoint for option in known for endpoint in endpoints(option)]
    return found[0] if found and len(found) == len(known) else None


def _to_gemini(call: Call, address: Argument, endpoint: Endpoint) -> Call:
    return replace(
        call,
        urls=(),
        backends=(endpoint.backend,),
        backend_origin="code",
        api_version=ApiVersion(endpoint.version, "url", address.at),
    )
