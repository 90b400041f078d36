"""Pydantic AI.

Source: pydantic-ai-slim==2.68.0 (2026-11); its releases before 2 wrote google-gla: and
google-vertex:.
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Backend
from gemini_lint.clients.declaration import (
    BackendRule,
    Field,
    Function,
    Library,
    ModelNames,
    Shape,
)
from gemini_lint.clients.spellings import fields, open_shape, shapes_of_google_genai

_ROOT = "pydantic_ai"
_AGENT = f"{_ROOT}.Agent"
_GOOGLE_MODEL = f"{_ROOT}.models.google.GoogleModel"
_PREFIXES: tuple[tuple[str, Backend | None], ...] = (
    ("google-gla:", "gemini-api"),
    ("google-vertex:", "vertex"),
    ("google:", "gemini-api"),
    ("google-cloud:", "vertex"),
    ("gateway/google-vertex:", "vertex"),
    ("gateway/google-cloud:", "vertex"),
    ("gateway/google:", None),
)
_NAMES = ModelNames(_PREFIXES, bare=(("gemini-", "gemini-api"),), separator=":")
_GOOGLES_NAMES = ModelNames(_PREFIXES, bare=(("", None),), separator=":", assumed=True)
_SETTINGS_FIELD = Field(".", "object", "GoogleModelSettings")
_MODEL = {"model": Field("model", "string", names=_NAMES)}
_SETTINGS = fields(
    "temperature", "top_p", "top_k", "max_tokens", "stop_sequences", "seed",
    "presence_penalty", "frequency_penalty",
    google_safety_settings="safety_settings",
    google_thinking_config="thinking_config",
    google_cached_content="cached_content",
    google_labels="labels",
    gemini_safety_settings="safety_settings",
    gemini_thinking_config="thinking_config",
    gemini_labels="labels",
)  # fmt: skip
_RUN = ("run", "run_sync", "run_stream", "run_stream_sync", "run_stream_events", "iter")


def _functions() -> Iterator[Function]:
    yield from _agent()
    yield from _embedder()
    yield from _models()
    yield from _direct()


def _agent() -> Iterator[Function]:
    agent = {
        **_MODEL,
        "instructions": Field("systemInstruction"),
        "system_prompt": Field("systemInstruction"),
        "model_settings": _SETTINGS_FIELD,
    }
    yield Function(_AGENT, open_shape("Agent", agent), ("model",), "generateContent", _AGENT)
    run = {"user_prompt": Field("message"), **_MODEL, "model_settings": _SETTINGS_FIELD}
    for name in _RUN:
        yield Function(
            f"{_AGENT}.{name}", open_shape(name, run), ("user_prompt",), "generateContent",
            continues="adds", streams="stream" in name,
        )  # fmt: skip


def _embedder() -> Iterator[Function]:
    embedder = f"{_ROOT}.Embedder"
    yield Function(embedder, open_shape("Embedder", _MODEL), ("model",), "embedContent", embedder)
    for name, argument in (("embed_query", "query"), ("embed_documents", "documents")):
        embedded = open_shape(name, {argument: Field("embedded")})
        for called in (name, f"{name}_sync"):
            yield Function(
                f"{embedder}.{called}", embedded, (argument,), "embedContent", continues="adds"
            )


def _direct() -> Iterator[Function]:
    request = {**_MODEL, "messages": Field(), "model_settings": _SETTINGS_FIELD}
    for name in ("model_request", "model_request_sync", "model_request_stream"):
        yield Function(
            f"{_ROOT}.direct.{name}", open_shape(name, request), ("model", "messages"),
            "generateContent",
        )  # fmt: skip


def _models() -> Iterator[Function]:
    model = {
        "model_name": Field("model", "string", names=_GOOGLES_NAMES),
        "provider": Field("provider"),
        "settings": _SETTINGS_FIELD,
    }
    for name in ("google.GoogleModel", "gemini.GeminiModel", "vertexai.VertexAIModel"):
        callee = f"{_ROOT}.models.{name}"
        shape = open_shape(name.rpartition(".")[2], model)
        yield Function(callee, shape, ("model_name",), "generateContent", callee)
    callee = f"{_ROOT}.embeddings.google.GoogleEmbeddingModel"
    shape = open_shape("GoogleEmbeddingModel", model)
    yield Function(callee, shape, ("model_name",), "embedContent", callee)


def _providers() -> Iterator[Function]:
    settings = fields("api_key", "vertexai", "project", "location", "base_url")
    for name in ("google.GoogleProvider", "google_gla.GoogleGLAProvider"):
        shape = open_shape("Provider", {**settings, "client": Field("client")})
        yield Function(f"{_ROOT}.providers.{name}", shape)


def _shapes(name: str) -> Shape | None:
    if name.endswith("ModelSettings"):
        return open_shape("model_settings", _SETTINGS)
    return shapes_of_google_genai(name)


_ON_VERTEX = tuple(
    Function(f"{_ROOT}.providers.{name}", open_shape("Provider", {}))
    for name in ("google_cloud.GoogleCloudProvider", "google_vertex.GoogleVertexProvider")
)
_VERTEX = Library(
    sdk="pydantic-ai",
    roots=tuple(function.name for function in _ON_VERTEX),
    functions={function.name: function for function in _ON_VERTEX},
    backend=BackendRule(fixed="vertex"),
    many_vendors=True,
)
_BACKEND = BackendRule(
    flags=("client.vertexai",),
    given=("client.project", "client.location"),
    environment=("GOOGLE_GENAI_USE_VERTEXAI",),
)
_OF_GOOGLE = Library(
    sdk="pydantic-ai",
    roots=tuple(function.name for function in _providers()),
    functions={function.name: function for function in _providers()},
    backend=_BACKEND,
)
_LIBRARY = Library(
    sdk="pydantic-ai",
    roots=(_ROOT,),
    functions={function.name: function for function in _functions()},
    shapes=_shapes,
    aliases={f"{_ROOT}.agent.Agent": _AGENT},
    backend=_BACKEND,
    classes=frozenset({_AGENT, _GOOGLE_MODEL}),
    many_vendors=True,
)
LIBRARIES = (_VERTEX, _OF_GOOGLE, _LIBRARY)
