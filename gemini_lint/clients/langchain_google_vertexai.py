"""langchain-google-vertexai, and its forerunners in LangChain itself.

Source: langchain-google-vertexai==3.2.5 (2026-10).
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.clients.declaration import BackendRule, Field, Function, Library
from gemini_lint.clients.runnables import chat_model
from gemini_lint.clients.spellings import fields, open_shape

_ROOT = "langchain_google_vertexai"
_MODEL = {"model": Field("model", "string"), "model_name": Field("model", "string")}
_GENERATION = fields(
    "temperature", "top_p", "top_k", "max_output_tokens", "max_tokens", "n", "seed", "stop",
    "frequency_penalty", "presence_penalty", "response_mime_type", "response_schema",
    "thinking_budget", "include_thoughts", "safety_settings", "cached_content", "labels",
    candidate_count="candidate_count",
)  # fmt: skip
_CLIENT = {
    "endpoint_version": Field("httpOptions.apiVersion", "string"),
    "base_url": Field("httpOptions.baseUrl", "string"),
    "api_endpoint": Field("httpOptions.baseUrl", "string"),
}


def _functions() -> Iterator[Function]:
    for name in ("ChatVertexAI", "VertexAI"):
        shape = open_shape(name, {**_MODEL, **_GENERATION, **_CLIENT})
        yield Function(f"{_ROOT}.{name}", shape, (), "generateContent", f"{_ROOT}.{name}")
        yield from chat_model(f"{_ROOT}.{name}", _GENERATION, "generateContent")
    embeddings = f"{_ROOT}.VertexAIEmbeddings"
    shape = open_shape("VertexAIEmbeddings", _MODEL)
    yield Function(embeddings, shape, ("model_name",), "predict", embeddings)
    for name, argument in (("embed_query", "text"), ("embed_documents", "texts")):
        embedded = open_shape(name, {argument: Field("embedded")})
        yield Function(f"{embeddings}.{name}", embedded, (argument,), "predict", continues="adds")


def _elsewhere() -> Iterator[tuple[str, str]]:
    for package in ("langchain", "langchain_community"):
        for module in ("chat_models", "chat_models.vertexai"):
            yield f"{package}.{module}.ChatVertexAI", f"{_ROOT}.ChatVertexAI"
        for module in ("llms", "llms.vertexai"):
            yield f"{package}.{module}.VertexAI", f"{_ROOT}.VertexAI"
        for module in ("embeddings", "embeddings.vertexai"):
            yield f"{package}.{module}.VertexAIEmbeddings", f"{_ROOT}.VertexAIEmbeddings"


LIBRARY = Library(
    sdk="langchain-google-vertexai",
    roots=(_ROOT,),
    functions={function.name: function for function in _functions()},
    aliases={
        f"{_ROOT}.chat_models": _ROOT,
        f"{_ROOT}.llms": _ROOT,
        f"{_ROOT}.embeddings": _ROOT,
        **dict(_elsewhere()),
    },
    backend=BackendRule(fixed="vertex"),
    classes=frozenset(
        f"{_ROOT}.{name}" for name in ("ChatVertexAI", "VertexAI", "VertexAIEmbeddings")
    ),
)
