"""google-ai-generativelanguage, the generated clients below google-generativeai.

Source: google-ai-generativelanguage==0.12.1, one package a version of the API (2026-10).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gemini_lint.clients import google_generativeai
from gemini_lint.clients.declaration import BackendRule, Field, Function, Library, Shape
from gemini_lint.clients.spellings import open_shape

_ROOT = "google.ai.generativelanguage"
_VERSIONS = ("v1", "v1beta", "v1alpha")
_GENERATE = {
    "model": Field("model", "string"),
    "contents": Field("contents"),
    "system_instruction": Field("systemInstruction"),
    "safety_settings": Field("safetySettings"),
    "tools": Field("tools"),
    "tool_config": Field("toolConfig", "object"),
    "generation_config": Field("generationConfig", "object", "GenerationConfig"),
    "cached_content": Field("cachedContent", "string"),
}
_EMBED = {
    "model": Field("model", "string"),
    "content": Field("embedded"),
    "task_type": Field("embedContentRequest.taskType"),
    "title": Field("embedContentRequest.title", "string"),
    "output_dimensionality": Field("embedContentRequest.outputDimensionality", "integer"),
}
_METHODS = {
    "generate_content": ("generateContent", "GenerateContentRequest", _GENERATE),
    "stream_generate_content": ("streamGenerateContent", "GenerateContentRequest", _GENERATE),
    "count_tokens": ("countTokens", "CountTokensRequest", _GENERATE),
    "embed_content": ("embedContent", "EmbedContentRequest", _EMBED),
}
_REQUESTS = {request: open_shape(request, keys) for _, request, keys in _METHODS.values()}


def _functions(root: str) -> Iterator[Function]:
    client = f"{root}.GenerativeServiceClient"
    yield Function(client, open_shape("GenerativeServiceClient", {}), (), None, client)
    for name, (method, request, keys) in _METHODS.items():
        shape = _with_request(name, request, keys)
        streams = name.startswith("stream")
        yield Function(f"{client}.{name}", shape, ("request",), method, streams=streams)


def _with_request(name: str, request: str, keys: Mapping[str, Field]) -> Shape:
    return open_shape(name, {"request": Field(".", "object", request), **keys})


def _shapes(name: str) -> Shape | None:
    name = name.rpartition(".")[2]
    found = _REQUESTS.get(name) or google_generativeai.LIBRARY.shapes(f"protos.{name}")
    # The table of messages is that of an older release, which had fewer fields.
    return None if found is None else open_shape(name, found.fields)


def _library(version: str) -> Library:
    root = f"{_ROOT}_{version}"
    client = f"{root}.GenerativeServiceClient"
    return Library(
        sdk="google-ai-generativelanguage",
        roots=(root,),
        functions={function.name: function for function in _functions(root)},
        shapes=_shapes,
        aliases={
            f"{root}.GenerativeServiceAsyncClient": client,
            f"{root}.services.generative_service.GenerativeServiceClient": client,
            f"{root}.services.generative_service.GenerativeServiceAsyncClient": client,
            f"{root}.types": root,
        },
        backend=BackendRule(fixed="gemini-api"),
        version=version,
        classes=frozenset({client}),
    )


def _unversioned() -> dict[str, str]:
    """The package without a version in its name, the older SDK's `protos`, is v1beta's."""
    client = f"{_ROOT}_v1beta.GenerativeServiceClient"
    names = ("GenerativeServiceClient", "GenerativeServiceAsyncClient")
    roots = (_ROOT, "google.generativeai.protos")
    return {f"{root}.{name}": client for root in roots for name in names}


_ALIASES = Library(
    sdk="google-ai-generativelanguage", roots=(), functions={}, aliases=_unversioned()
)
LIBRARIES = (*(_library(version) for version in _VERSIONS), _ALIASES)
