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
from gemini_lint.values import Literal, Text, Value, is_none, literals, possibilities

_GOOGLE = "google/"


def settled(calls: Iterable[Call], program: Program, evaluator: Evaluator) -> Iterator[Call]:
    """Leave out the calls in OpenAI's form that go elsewhere, and say where the others go."""
    for call in calls:
        found = evaluator.libraries.function(call.callee)
        if found is None or not found[0].by_address:
            yield call
            continue
        address = _address(call, program, evaluator)
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
