"""google-generativeai, the SDK whose support ended on 2025-11-30.

Source: the package itself (0.8.6), through `scripts/refresh_types.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.clients.declaration import (
    STREAM,
    BackendRule,
    Continuation,
    Field,
    Function,
    Library,
    Shape,
)
from gemini_lint.clients.tables import Table, camel

_ROOT = "google.generativeai"
_MODEL = f"{_ROOT}.GenerativeModel"
_CHAT = f"{_ROOT}.ChatSession"
_DEFAULT_MODEL = "gemini-1.5-flash-002"

_TABLE = Table("google_generativeai", lambda owner, name: camel(name), camel_keys=False)
_ROLES = {
    "model_name": "model",
    "model": "model",
    "contents": "contents",
    "content": "message",
    "history": "history",
    "system_instruction": "systemInstruction",
    "safety_settings": "safetySettings",
    "generation_config": "generationConfig",
    "tools": "tools",
    "tool_config": "toolConfig",
    "cached_content": "cachedContent",
    "api_key": "apiKey",
    "request_options": "requestOptions",
    "stream": STREAM,
    "ttl": "cachedContent.ttl",
    "expire_time": "cachedContent.expireTime",
    "display_name": "cachedContent.displayName",
}
_EMBEDDING = {
    "model": "model",
    "content": "embedded",
    "task_type": "embedContentRequest.taskType",
    "title": "embedContentRequest.title",
    "output_dimensionality": "embedContentRequest.outputDimensionality",
}
_NOT_THERE = (
    "Client", "types.GenerateContentConfig", "types.Part", "types.Content",
    "types.Part.from_text", "GenerativeModel.generate", "GenerativeModel.generate_content_stream",
    "GenerativeModel.send_message", "ChatSession.send_message_stream",
)  # fmt: skip
_NO_VERSION = (
    "request_options takes retry and timeout only, and the API version stays v1beta; "
    "a 404 is more likely the model's"
)


def _functions() -> Iterator[Function]:
    yield _function("configure", None)
    yield _function("GenerativeModel", None, returns=_MODEL, default_model=_DEFAULT_MODEL)
    yield _function("GenerativeModel.from_cached_content", None, returns=_MODEL)
    for suffix in ("", "_async"):
        yield _function(
            f"GenerativeModel.generate_content{suffix}", "generateContent", continues="adds"
        )
        yield _function(f"GenerativeModel.count_tokens{suffix}", "countTokens", continues="adds")
        yield _function(
            f"ChatSession.send_message{suffix}", "generateContent", continues="adds", chat=True
        )
        yield _function(f"embed_content{suffix}", "embedContent", roles=_EMBEDDING)
    yield _function("GenerativeModel.start_chat", None, returns=_CHAT, continues="adds", chat=True)
    yield _function("ChatSession", None, returns=_CHAT, chat=True)
    yield _function("caching.CachedContent.create", "createCachedContent")
    yield _function("list_models", "models.list", roles={})
    yield _function("get_model", "models.get", roles={"name": "model"})
    yield _function("upload_file", "files.upload", roles={})
    for palm in ("generate_text", "chat", "generate_embeddings"):
        shape = Shape(palm, {"model": Field("model")}, closed=False)
        yield Function(f"{_ROOT}.{palm}", shape, method=palm)
    for name in _NOT_THERE:
        yield Function(f"{_ROOT}.{name}", Shape(name, {}, closed=False))


def _function(
    name: str,
    method: str | None,
    *,
    returns: str = "",
    continues: Continuation = "",
    chat: bool = False,
    default_model: str = "",
    roles: dict[str, str] = _ROLES,
) -> Function:
    return Function(
        f"{_ROOT}.{name}",
        _TABLE.arguments(name, roles),
        _TABLE.positional(name),
        method,
        returns,
        continues,
        chat=chat,
        default_model=default_model,
    )


def _shapes(name: str) -> Shape | None:
    name = {"GenerationConfig": "types.GenerationConfig"}.get(name, name)
    shape = _TABLE.shape(name)
    if shape is not None and name == "types.RequestOptions":
        hints = {"api_version": _NO_VERSION, "apiVersion": _NO_VERSION}
        return Shape("request_options", shape.fields, hints=hints)
    return shape


LIBRARY = Library(
    sdk="google-generativeai",
    roots=(_ROOT,),
    functions={function.name: function for function in _functions()},
    shapes=_shapes,
    aliases={
        f"{_ROOT}.generative_models": _ROOT,
        f"{_ROOT}.embedding": _ROOT,
        f"{_ROOT}.client.configure": f"{_ROOT}.configure",
        f"{_ROOT}.types.generation_types.GenerationConfig": f"{_ROOT}.types.GenerationConfig",
        f"{_ROOT}.types.safety_types": f"{_ROOT}.types",
        f"{_ROOT}.types.content_types": f"{_ROOT}.types",
        f"{_ROOT}.GenerationConfig": f"{_ROOT}.types.GenerationConfig",
        "google.ai.generativelanguage": f"{_ROOT}.protos",
        f"{_ROOT}.types.generation_types": f"{_ROOT}.types",
    },
    backend=BackendRule(fixed="gemini-api"),
    version="v1beta",
    classes=frozenset({_MODEL, _CHAT}),
)
