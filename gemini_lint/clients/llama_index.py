"""LlamaIndex's packages for Google.

Source: llama-index-llms-google-genai==0.11.3, llama-index-llms-gemini==0.6.2,
llama-index-llms-vertex==0.8.0 and the packages of embeddings (2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gemini_lint.clients.declaration import (
    BackendRule,
    Field,
    Function,
    Library,
)
from gemini_lint.clients.spellings import fields, open_shape, shapes_of_google_genai

_MODEL = {"model": Field("model", "string"), "model_name": Field("model", "string")}
_SAMPLING = fields(
    "temperature", "max_tokens", "safety_settings", "cached_content", "api_key", "http_options",
    api_base="base_url",
)  # fmt: skip
_CALLED = {
    "complete": ("prompt", "prompt"),
    "stream_complete": ("prompt", "prompt"),
    "chat": ("messages", "messages"),
    "stream_chat": ("messages", "messages"),
}


def _llm(name: str, more: Mapping[str, Field], positional: tuple[str, ...]) -> Iterator[Function]:
    shape = open_shape(name.rpartition(".")[2], {**_MODEL, **_SAMPLING, **more})
    yield Function(name, shape, positional, "generateContent", name)
    for called, (argument, role) in _CALLED.items():
        prompt = open_shape(called, {argument: Field(role)})
        for method in (called, f"a{called}"):
            yield Function(
                f"{name}.{method}", prompt, (argument,), "generateContent", continues="adds",
                streams="stream" in method,
            )  # fmt: skip


def _embedding(name: str, method: str) -> Iterator[Function]:
    settings = fields("task_type", "title")
    config = {"embedding_config": Field(".", "object", "EmbedContentConfig")}
    shape = open_shape(name.rpartition(".")[2], {**_MODEL, **settings, **config})
    yield Function(name, shape, ("model_name",), method, name)
    called = {
        "get_text_embedding": "text",
        "get_query_embedding": "query",
        "get_text_embedding_batch": "texts",
    }
    for last, argument in called.items():
        embedded = open_shape(last, {argument: Field("embedded")})
        for ending in (last, f"a{last}"):
            yield Function(f"{name}.{ending}", embedded, (argument,), method, continues="adds")


def _library(
    sdk: str,
    root: str,
    functions: Iterator[Function],
    backend: BackendRule,
    version: str | None = None,
) -> Library:
    table = {function.name: function for function in functions}
    return Library(
        sdk=sdk,
        roots=(root,),
        functions=table,
        shapes=shapes_of_google_genai,
        aliases={f"{root}.base": root},
        backend=backend,
        version=version,
        classes=frozenset(function.returns for function in table.values() if function.returns),
    )


_GENAI = BackendRule(given=("client.vertexaiConfig",), environment=("GOOGLE_GENAI_USE_VERTEXAI",))
_NEW = {
    "generation_config": Field(".", "object", "GenerateContentConfig"),
    "vertexai_config": Field("client.vertexaiConfig"),
}
_OLD = {"generation_config": Field("generationConfig", "object")}
_LLMS = "llama_index.llms"
_EMBEDDINGS = "llama_index.embeddings"

LIBRARIES = (
    _library(
        "llama-index-llms-google-genai",
        f"{_LLMS}.google_genai",
        _llm(
            f"{_LLMS}.google_genai.GoogleGenAI",
            _NEW,
            ("model", "api_key", "temperature", "max_tokens"),
        ),
        _GENAI,
    ),
    _library(
        "llama-index-llms-gemini",
        f"{_LLMS}.gemini",
        _llm(f"{_LLMS}.gemini.Gemini", _OLD, ("api_key", "model")),
        BackendRule(fixed="gemini-api"),
        "v1beta",
    ),
    _library(
        "llama-index-multi-modal-llms-gemini",
        "llama_index.multi_modal_llms.gemini",
        _llm("llama_index.multi_modal_llms.gemini.GeminiMultiModal", _OLD, ("model_name",)),
        BackendRule(fixed="gemini-api"),
        "v1beta",
    ),
    _library(
        "llama-index-llms-vertex",
        f"{_LLMS}.vertex",
        _llm(f"{_LLMS}.vertex.Vertex", {}, ("model",)),
        BackendRule(fixed="vertex"),
    ),
    _library(
        "llama-index-embeddings-google-genai",
        f"{_EMBEDDINGS}.google_genai",
        _embedding(f"{_EMBEDDINGS}.google_genai.GoogleGenAIEmbedding", "embedContent"),
        _GENAI,
    ),
    _library(
        "llama-index-embeddings-gemini",
        f"{_EMBEDDINGS}.gemini",
        _embedding(f"{_EMBEDDINGS}.gemini.GeminiEmbedding", "embedContent"),
        BackendRule(fixed="gemini-api"),
        "v1beta",
    ),
    _library(
        "llama-index-embeddings-vertex",
        f"{_EMBEDDINGS}.vertex",
        _embedding(f"{_EMBEDDINGS}.vertex.VertexTextEmbedding", "predict"),
        BackendRule(fixed="vertex"),
    ),
)
