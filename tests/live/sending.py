"""A request on the wire, put in the words that a `Call` uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from gemini_lint.call import Backend
from gemini_lint.clients.tables import camel

from .recording import Request

_RESOURCES = ("cachedContents", "files", "batches", "models", "tunedModels", "interactions")
_VERBS = {"GET": "get", "DELETE": "delete", "PATCH": "patch", "POST": "create"}
_ROUTE = re.compile(r"/(?:upload/)?(?P<version>v\d\w*)/(?P<rest>.+)")
_MODEL = re.compile(r"(?:.*/)?(?P<kind>models|tunedModels)/(?P<model>.+):(?P<verb>\w+)")
_OPENAI = {
    "temperature": "generationConfig.temperature",
    "topP": "generationConfig.topP",
    "n": "generationConfig.candidateCount",
    "maxTokens": "generationConfig.maxOutputTokens",
    "maxCompletionTokens": "generationConfig.maxOutputTokens",
    "stop": "generationConfig.stopSequences",
    "seed": "generationConfig.seed",
    "presencePenalty": "generationConfig.presencePenalty",
    "frequencyPenalty": "generationConfig.frequencyPenalty",
    "dimensions": "embedContentRequest.outputDimensionality",
}
_NUMBERED: Mapping[str, tuple[str, ...]] = {
    "category": ("", *["PALM"] * 6, "HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT",
                 "DANGEROUS_CONTENT", "CIVIC_INTEGRITY"),
    "threshold": ("", "BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH",
                  "BLOCK_NONE", "OFF"),
    "taskType": ("", "RETRIEVAL_QUERY", "RETRIEVAL_DOCUMENT", "SEMANTIC_SIMILARITY",
                 "CLASSIFICATION", "CLUSTERING", "QUESTION_ANSWERING", "FACT_VERIFICATION"),
}  # fmt: skip
"""Enumerations that protocol buffers write as numbers."""
_PROMPTS = frozenset({"contents", "content", "systemInstruction", "messages", "input"})
_OBJECTS = {
    "countTokens": "countTokens",
    "createCachedContent": "cachedContent",
    "cachedContents.patch": "cachedContent",
}
_ANYWHERE = frozenset({"tools", "safetySettings"})
# reasoningEffort means other things from model to model
_NOT_JUDGED = frozenset(
    {"model", "stream", "encodingFormat", "streamOptions", "batch", "reasoningEffort"}
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What left: `parameters` by REST path, `texts` of the user, the system's apart."""

    method: str
    version: str
    backend: Backend
    model: str
    parameters: Mapping[str, Any]
    texts: tuple[str, ...] = ()
    system: tuple[str, ...] = ()
    safety: tuple[tuple[str, str], ...] = ()
    tools: tuple[str, ...] = ()


@dataclass(slots=True)
class _Route:
    method: str
    version: str
    backend: Backend
    model: str = ""
    body: dict[str, Any] = field(default_factory=dict)


def sent(requests: tuple[Request, ...]) -> list[Sent]:
    """Return what was asked; an upload in several steps is asked once."""
    found: list[Sent] = []
    last = ""
    for request in requests:
        if "/upload/" in request.path and request.path == last:
            continue
        last = request.path
        found.append(_sent(request))
    return found


def _sent(request: Request) -> Sent:
    route = _route(request)
    body = _requested(route)
    return Sent(
        method=route.method,
        version=route.version,
        backend=route.backend,
        model=route.model,
        parameters=dict(_parameters(route.method, body)),
        texts=tuple(_texts(body)),
        system=() if route.method == "countTokens" else tuple(_system(body)),
        safety=tuple(_safety(body.get("safetySettings") or ())),
        tools=tuple(sorted({name for tool in body.get("tools") or () for name in tool})),
    )


def _route(request: Request) -> _Route:
    matched = _ROUTE.fullmatch(request.path)
    if matched is None:
        return _Route(request.path, "", "gemini-api")
    rest = matched["rest"]
    is_vertex = rest.startswith(("publishers/", "projects/"))
    backend: Backend = "vertex" if is_vertex else "gemini-api"
    body = _camel(request.body or {})
    named = _MODEL.fullmatch(rest)
    if named is not None:
        return _Route(named["verb"], matched["version"], backend, named["model"], body)
    model = str(body.get("model") or "").rpartition("/")[2]
    return _Route(_resource(request.method, rest), matched["version"], backend, model, body)


def _resource(verb: str, rest: str) -> str:
    """Name the method of a resource as the reader does."""
    if rest.startswith("openai/"):
        return rest
    parts = [part for part in rest.split("/") if part in _RESOURCES]
    if not parts:
        return rest
    name = parts[-1]
    action = "list" if verb == "GET" and rest.endswith(name) else _VERBS[verb]
    if (name, action) == ("cachedContents", "create"):
        return "createCachedContent"
    return f"{name}.{'upload' if name == 'files' and action == 'create' else action}"


def _requested(route: _Route) -> dict[str, Any]:
    """Return the body without the wrappers that some methods put around it."""
    body = route.body
    if route.method == "batchEmbedContents":
        return _merged(body.get("requests", ()))
    if route.method == "batchGenerateContent":
        return {**body, "contents": list(_inline_contents(body))}
    if route.method == "predict":
        return {**_merged(body.get("instances", ())), **(body.get("parameters") or {})}
    if route.method == "countTokens":
        wrapped = body.pop("generateContentRequest", None) or {}
        wrapped.pop("generationConfig", None)
        return {**body, **wrapped}
    if route.method == "embedContent":
        return {**body, **(body.pop("embedContentConfig", None) or {})}
    return body


def _inline_contents(body: dict[str, Any]) -> Iterator[Any]:
    given = (body.get("batch") or {}).get("inputConfig") or {}
    for item in (given.get("requests") or {}).get("requests") or ():
        yield from item["request"].get("contents") or ()


def _merged(items: Any) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for item in items:
        content = [*merged.get("contents", []), item.get("content")]
        merged = {**merged, **item, "contents": content}
    merged.pop("content", None)
    return merged


def _parameters(method: str, body: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield path and value of everything that a rule may look at."""
    if method == "countTokens" and "systemInstruction" in body:
        yield "countTokens.systemInstruction", " ".join(_system(body))
    for name, value in body.items():
        if name in _PROMPTS or name in _ANYWHERE or name in _NOT_JUDGED:
            continue
        if method.startswith("openai/"):
            yield _OPENAI.get(name, name), value
        elif method in ("batchEmbedContents", "embedContent", "predict"):
            is_numbered = name in _NUMBERED
            yield f"embedContentRequest.{name}", _named(name, body) if is_numbered else value
        elif method in _OBJECTS:
            yield f"{_OBJECTS[method]}.{name}", value
        else:
            yield from _leaves(name, value)


def _leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if path.endswith(("Schema", "labels")) or not isinstance(value, dict):
        yield path, value
        return
    for name, inner in value.items():
        yield from _leaves(f"{path}.{name}", inner)


def _texts(body: dict[str, Any]) -> Iterator[str]:
    for key in ("contents", "content", "input"):
        for turn in _listed(body.get(key)):
            if not isinstance(turn, dict) or turn.get("role") in (None, "user"):
                yield from _strings(turn)
    for message in body.get("messages") or ():
        if message.get("role") == "user":
            yield from _strings(message.get("content"))


def _system(body: dict[str, Any]) -> Iterator[str]:
    yield from _strings(body.get("systemInstruction"))
    for message in body.get("messages") or ():
        if message.get("role") in ("system", "developer"):
            yield from _strings(message.get("content"))


def _strings(content: Any) -> Iterator[str]:
    """Yield the texts of a turn, in whichever form."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        for item in content:
            yield from _strings(item)
    elif isinstance(content, dict):
        for key in ("text", "parts", "content"):
            yield from _strings(content.get(key))


def _safety(settings: Any) -> Iterator[tuple[str, str]]:
    # google-genai 1 sends whatever is assigned to an attribute
    for setting in (item for item in settings if isinstance(item, dict)):
        yield _named("category", setting), _named("threshold", setting)


def _named(key: str, owner: dict[str, Any]) -> str:
    """Return the member of an enumeration that is written as its name or its number."""
    value = owner.get(key)
    return _NUMBERED[key][value] if isinstance(value, int) else str(value)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _camel(value: Any) -> Any:
    """Return JSON with its keys in camelCase, however the library spelled them."""
    if isinstance(value, dict):
        return {camel(key) if key.islower() else key: _camel(item) for key, item in value.items()}
    return [_camel(item) for item in value] if isinstance(value, list) else value
