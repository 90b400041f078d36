"""langchain-google-genai: LangChain's models on google-genai.

Source: langchain-google-genai==4.4.3, chat_models.py and _common.py (2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.clients.declaration import (
    BackendRule,
    Field,
    Function,
    Library,
    Shape,
    Unsent,
)
from gemini_lint.clients.runnables import chat_model
from gemini_lint.clients.spellings import fields, open_shape, shapes_of_google_genai

_ROOT = "langchain_google_genai"
_EMBEDDINGS = f"{_ROOT}.GoogleGenerativeAIEmbeddings"
_THINKING = "generationConfig.thinkingConfig"
_CHAT_MODELS = ("ChatGoogleGenerativeAI", "GoogleGenerativeAI")

_GENERATION = fields(
    "temperature", "top_p", "top_k", "max_output_tokens", "max_tokens", "n", "candidate_count",
    "frequency_penalty", "presence_penalty", "seed", "stop", "stop_sequences",
    "response_mime_type", "response_schema", "response_modalities", "media_resolution",
    "thinking_budget", "include_thoughts", "thinking_level", "thinking_config",
    "safety_settings", "cached_content", "labels",
    reasoning_effort="thinking_level",
)  # fmt: skip
_CLIENT = fields(
    "google_api_key", "api_key", "vertexai", "project", "location", "base_url", "api_version",
    credentials=Field("client.credentials"),
    client_options=Field("httpOptions", "object", "ClientOptions"),
)  # fmt: skip
_MODEL = {"model": Field("model", "string")}
_SHAPES = {
    "ClientOptions": open_shape("client_options", {"api_endpoint": Field("baseUrl", "string")}),
    "Generation": open_shape("generation_config", _GENERATION),
}
_NESTED = {
    "generation_config": Field(".", "object", "Generation"),
    "model_kwargs": Field(".", "object", "Generation"),
}


def _functions() -> Iterator[Function]:
    for name in _CHAT_MODELS:
        shape = open_shape(name, {**_MODEL, **_GENERATION, **_CLIENT, **_NESTED})
        model = f"{_ROOT}.{name}"
        yield Function(model, shape, ("model",), "generateContent", model)
        yield from chat_model(model, {**_GENERATION, **_NESTED}, "generateContent")
    yield from _embeddings()


def _embeddings() -> Iterator[Function]:
    settings = fields("task_type", "title", "output_dimensionality")
    shape = open_shape("GoogleGenerativeAIEmbeddings", {**_MODEL, **settings, **_CLIENT})
    yield Function(_EMBEDDINGS, shape, ("model",), "embedContent", _EMBEDDINGS)
    for name, argument in (("embed_query", "text"), ("embed_documents", "texts")):
        embedded = open_shape(name, {argument: Field("embedded"), **settings})
        for called in (name, f"a{name}"):
            yield Function(
                f"{_EMBEDDINGS}.{called}", embedded, (argument,), "embedContent", continues="adds"
            )


def _shapes(name: str) -> Shape | None:
    return _SHAPES.get(name) or shapes_of_google_genai(name)


LIBRARY = Library(
    sdk="langchain-google-genai",
    roots=(_ROOT,),
    functions={function.name: function for function in _functions()},
    shapes=_shapes,
    aliases={
        f"{_ROOT}.chat_models": _ROOT,
        f"{_ROOT}.llms": _ROOT,
        f"{_ROOT}.embeddings": _ROOT,
    },
    backend=BackendRule(
        flags=("client.vertexai",),
        environment=("GOOGLE_GENAI_USE_VERTEXAI",),
        given=("client.credentials", "client.project"),
    ),
    unsent=(Unsent((f"{_THINKING}.thinkingBudget",), beside=f"{_THINKING}.thinkingLevel"),),
    classes=frozenset({_EMBEDDINGS, *(f"{_ROOT}.{name}" for name in _CHAT_MODELS)}),
)
