"""The API over plain HTTP: what sends a request, and what its body may hold.

A call of requests or httpx is only the API's if its URL is; `reading/rest_requests.py` looks
there. The types of the body are google-genai's where SDK and API agree.
Source: https://ai.google.dev/api (2026-10), google-genai's own types.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from gemini_lint.clients import google_genai
from gemini_lint.clients.declaration import Field, Library, Shape
from gemini_lint.clients.tables import camel
from gemini_lint.regexes import regex

_WORD = regex(r"(?<=[a-z0-9])([A-Z])")
_VERBS = ("get", "post", "put", "patch", "delete")


class HttpFunction(Struct, frozen=True):
    """Something that sends an HTTP request: the names of its positional arguments, and its
    verb, which is empty where the argument `method` or the data decide."""

    positional: tuple[str, ...]
    verb: str = ""


_BY_NAME = {
    "get": HttpFunction(("url", "params"), "GET"),
    "post": HttpFunction(("url", "data", "json"), "POST"),
    "put": HttpFunction(("url", "data"), "PUT"),
    "patch": HttpFunction(("url", "data"), "PATCH"),
    "delete": HttpFunction(("url",), "DELETE"),
    "request": HttpFunction(("method", "url", "body", "headers")),
    "stream": HttpFunction(("method", "url")),
    "build_request": HttpFunction(("method", "url")),
    "urlopen": HttpFunction(("url", "data")),
    "Request": HttpFunction(("url", "data", "headers")),
    "connect": HttpFunction(("url",), "GET"),
    "create_connection": HttpFunction(("url",), "GET"),
    "WebSocketApp": HttpFunction(("url",), "GET"),
    "ws_connect": HttpFunction(("url",), "GET"),
}
_OF_SOCKETS = ("connect", "create_connection", "WebSocketApp")
_SOCKETS = frozenset({
    "websockets", "websockets.client", "websockets.asyncio.client", "websockets.sync.client",
    "websockets.legacy.client", "websocket",
})  # fmt: skip
_MODULES = frozenset({
    "requests", "requests.api", "httpx", "httpx2", "niquests", "curl_cffi.requests", "grequests",
    "treq", "urllib3",
})  # fmt: skip
_URLLIB = "urllib.request"
CONNECTIONS = frozenset({"http.client.HTTPSConnection", "http.client.HTTPConnection"})
"""Classes whose first argument is a host."""

SESSIONS = CONNECTIONS | {
    "requests.Session", "requests.session", "requests.sessions.Session", "httpx.Client",
    "httpx.AsyncClient", "httpx2.Client", "httpx2.AsyncClient", "aiohttp.ClientSession",
    "aiohttp.client.ClientSession", "niquests.Session", "niquests.AsyncSession",
    "curl_cffi.requests.Session", "curl_cffi.requests.AsyncSession", "urllib3.PoolManager",
    "urllib3.ProxyManager", "google.auth.transport.requests.AuthorizedSession",
    "requests_oauthlib.OAuth2Session", "cloudscraper.create_scraper", "requests_html.HTMLSession",
}  # fmt: skip
"""Classes whose objects send requests."""


def http_function(owner: str, name: str) -> HttpFunction | None:
    """Return what `owner.name` sends, of a module or the class of a session."""
    if owner == _URLLIB:
        return _BY_NAME[name] if name in ("urlopen", "Request") else None
    if name in _OF_SOCKETS:
        return _BY_NAME[name] if owner in _SOCKETS else None
    if name in ("urlopen", "Request") or (owner not in _MODULES and owner not in SESSIONS):
        return None
    return _BY_NAME.get(name)


def named_like_session(owner: str, name: str) -> HttpFunction | None:
    """Return what a method of something sends that is only known by its name."""
    words = owner.lower()
    if "mock" in words or not any(word in words for word in ("session", "client", "http")):
        return None
    return _BY_NAME[name] if name in (*_VERBS, "request", "stream") else None


def position_of_url(name: str) -> int | None:
    """Return which positional argument of a function of that name may be a URL."""
    function = _BY_NAME.get(name)
    return None if function is None else function.positional.index("url")


def method(resource: str, action: str, has_name: bool, verb: str) -> str | None:
    """Return the method that a request means, by the path of its URL and its verb."""
    if action:
        return action
    if not resource or not verb or (resource == "models" and verb != "GET"):
        return None
    if resource == "cachedContents" and verb == "POST":
        return "createCachedContent"
    if resource == "files" and verb == "POST":
        return "files.upload"
    reading = "get" if has_name else "list"
    done = {"GET": reading, "POST": "create", "PATCH": "patch", "PUT": "patch", "DELETE": "delete"}
    group = {"auth_tokens": "authTokens", "tunedModels": "tunings"}.get(resource, resource)
    return f"{group}.{done[verb]}" if verb in done else None


_BODIES = {
    "generateContent": "generateContent",
    "streamGenerateContent": "generateContent",
    "countTokens": "countTokens",
    "embedContent": "embedContent",
    "batchEmbedContents": "batchEmbedContents",
    "predict": "predict",
    "predictLongRunning": "predict",
    "createCachedContent": "cachedContents",
    "interactions.create": "interactions",
    "generateText": "generateText",
    "generateMessage": "generateMessage",
    "embedText": "embedText",
}


def body(method: str | None) -> Shape | None:
    """Return the shape of the body of a method, None where it is not declared."""
    name = _BODIES.get(method or "")
    return shapes(name) if name is not None else None


@cache
def shapes(name: str) -> Shape | None:
    """Look up a shape: one of the bodies, or one of the SDK's own types."""
    declared = _declared().get(name)
    if declared is not None:
        return declared
    shape = google_genai.LIBRARY.shapes(name)
    if shape is None or name.startswith("interactions."):
        return shape
    return _shape(name[:1].lower() + name[1:], _renamed(shape), closed=shape.closed)


def _renamed(shape: Shape) -> dict[str, Field]:
    return {camel(name): where for name, where in shape.fields.items()}


def _shape(name: str, fields: Mapping[str, Field], *, closed: bool = False) -> Shape:
    """Return a shape whose keys may be in snake case as well. The API's own spelling comes
    last, since the last is what messages offer."""
    in_snake_case = {_WORD.sub(r"_\1", key).lower(): where for key, where in fields.items()}
    return Shape(name, {**in_snake_case, **fields}, closed)


@cache
def _declared() -> Mapping[str, Shape]:
    bodies = (
        _shape("generateContent", _GENERATE_CONTENT, closed=True),
        _shape("generationConfig", _generation_config(), closed=True),
        _shape("countTokens", _COUNT_TOKENS, closed=True),
        _shape("embedContent", _EMBED_CONTENT),
        _shape("batchEmbedContents", {"requests": Field(".", "list", "embedContent")}, closed=True),
        _shape("cachedContents", _CACHED_CONTENT),
        _shape("interactions", _interactions()),
        _shape("predict", _PREDICT),
        _shape("instance", _INSTANCE),
        _shape("predictParameters", _PREDICT_PARAMETERS),
        _shape("generateText", _GENERATE_TEXT),
        _shape("generateMessage", _SAMPLING),
        _shape("embedText", {"text": Field("embedded")}),
    )
    return {shape.name: shape for shape in bodies}


_TURNS = {
    "contents": Field("contents"),
    "systemInstruction": Field("systemInstruction", "object"),
    "tools": Field("tools"),
    "toolConfig": Field("toolConfig", "object", "ToolConfig"),
}
_GENERATE_CONTENT = {
    **_TURNS,
    "model": Field("model"),
    "safetySettings": Field("safetySettings"),
    "generationConfig": Field("generationConfig", "object", "generationConfig"),
    "cachedContent": Field("cachedContent", "string"),
    "labels": Field("labels", "mapping"),
    "serviceTier": Field("serviceTier", "enum", "ServiceTier"),
    "store": Field("store", "boolean"),
    "modelArmorConfig": Field("modelArmorConfig", "object"),
    "outputConfig": Field("outputConfig", "object"),
    "generationOutputConfig": Field("outputConfig", "object"),
    "continuationToken": Field(),
}
_COUNT_TOKENS = {
    "contents": Field("contents"),
    "model": Field("model"),
    "generateContentRequest": Field(".", "object", "generateContent"),
    "instances": Field(),
    "systemInstruction": Field("countTokens.systemInstruction"),
    "tools": Field("countTokens.tools"),
    "generationConfig": Field("countTokens.generationConfig"),
}
_EMBED_CONTENT = {
    "model": Field("model"),
    "content": Field("embedded"),
    "taskType": Field("embedContentRequest.taskType", "string"),
    "title": Field("embedContentRequest.title", "string"),
    "outputDimensionality": Field("embedContentRequest.outputDimensionality", "integer"),
}
_CACHED_CONTENT = {
    **_TURNS,
    "model": Field("model"),
    "ttl": Field("cachedContent.ttl", "string"),
    "expireTime": Field("cachedContent.expireTime", "string"),
    "displayName": Field("cachedContent.displayName", "string"),
}
_SAMPLING = {
    name: Field(f"generationConfig.{name}", kind)
    for name, kind in (
        ("temperature", "number"), ("topP", "number"), ("topK", "number"),
        ("candidateCount", "integer"), ("maxOutputTokens", "integer"),
        ("stopSequences", "list[string]"),
    )
}  # fmt: skip
_GENERATE_TEXT = {
    **_SAMPLING,
    "prompt": Field("prompt"),
    "safetySettings": Field("safetySettings"),
}
_PREDICT = {
    "instances": Field(".", "list", "instance"),
    "parameters": Field(".", "object", "predictParameters"),
}
_INSTANCE = {
    "prompt": Field("prompt"),
    "content": Field("embedded"),
    "taskType": Field("embedContentRequest.taskType", "string"),
    "title": Field("embedContentRequest.title", "string"),
}
_PREDICT_PARAMETERS = {
    **_SAMPLING,
    "outputDimensionality": Field("embedContentRequest.outputDimensionality", "integer"),
    "autoTruncate": Field("embedContentRequest.autoTruncate", "boolean"),
    **{
        name: Field(f"parameters.{name}", kind)
        for name, kind in (
            ("sampleCount", "integer"), ("aspectRatio", "string"), ("personGeneration", "string"),
            ("negativePrompt", "string"), ("durationSeconds", "integer"), ("seed", "integer"),
        )
    },
}  # fmt: skip
_ONLY_IN_THE_SDK = frozenset({
    "request", "api_version", "extra_headers", "extra_query", "extra_body", "timeout",
})  # fmt: skip


def _generation_config() -> dict[str, Field]:
    """Return the keys that either backend takes."""
    shape = google_genai.LIBRARY.shapes("GenerationConfig")
    fields = _renamed(shape) if shape is not None else {}
    return {
        **fields,
        "topK": Field("topK", "number"),
        "imageConfig": Field("imageConfig", "object", "ImageConfig"),
        "modelConfig": Field("modelConfig", "object"),
        # a schema's keys are JSON Schema's, of which the server takes more every year
        "responseSchema": Field("responseSchema"),
        "_responseJsonSchema": Field("responseJsonSchema"),
    }


def _interactions() -> dict[str, Field]:
    create = google_genai.LIBRARY.functions["google.genai.Client.interactions.create"]
    fields = create.shape.fields.items()
    taken = {name: where for name, where in fields if name not in _ONLY_IN_THE_SDK}
    return {camel(name): where for name, where in taken.items()} | taken


LIBRARY = Library(
    sdk="rest",
    roots=(),
    functions={},
    shapes=shapes,
    classes=SESSIONS,
)
