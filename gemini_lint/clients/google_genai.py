"""google-genai, Google's current SDK (0.x to 3.x).

Source: the package itself, through `scripts/refresh_types.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from gemini_lint.clients.declaration import BackendRule, Field, Function, Library, Shape
from gemini_lint.clients.tables import Table, camel

_CLIENT = "google.genai.Client"

_BESIDE_GENERATION_CONFIG = frozenset({
    "system_instruction", "safety_settings", "tools", "tool_config", "cached_content", "labels",
    "service_tier", "model_armor_config", "store", "continuation_token", "http_options",
})  # fmt: skip
_ONLY_IN_THE_SDK = frozenset({
    "should_return_http_response", "automatic_function_calling", "automatic_continuation",
})  # fmt: skip
_ROLES_ANYWHERE = frozenset({"system_instruction", "safety_settings", "tools", "contents"})
_RENAMED = {"model_selection_config": "modelConfig", "generation_output_config": "outputConfig"}
_OWN_OBJECT = {
    "EmbedContentConfig": "embedContentRequest",
    "CountTokensConfig": "countTokens",
    "CreateCachedContentConfig": "cachedContent",
    "UpdateCachedContentConfig": "cachedContent",
    "GenerateImagesConfig": "parameters",
    "EditImageConfig": "parameters",
    "UpscaleImageConfig": "parameters",
    "RecontextImageConfig": "parameters",
    "SegmentImageConfig": "parameters",
    "GenerateVideosConfig": "parameters",
    "CreateBatchJobConfig": "batch",
    "CreateEmbeddingsBatchJobConfig": "batch",
    "ListBatchJobsConfig": "batches",
    "CreateTuningJobConfig": "tuningJob",
    "UploadFileConfig": "file",
    "CreateAuthTokenConfig": "authToken",
}
_LIVE_GENERATION = frozenset({
    "response_modalities", "temperature", "top_p", "top_k", "max_output_tokens",
    "media_resolution", "seed", "speech_config", "thinking_config", "enable_affective_dialog",
})  # fmt: skip


def _place(owner: str, name: str) -> str:
    """Say where a field of one of the SDK's types ends up."""
    if name in _ONLY_IN_THE_SDK:
        return camel(name)
    if owner == "GenerateContentConfig":
        return _in_request(name)
    if name == "http_options":
        return "httpOptions"
    if owner == "LiveConnectConfig":
        return _in_setup(name)
    if owner not in _OWN_OBJECT:
        return camel(name)
    if owner == "CreateCachedContentConfig" and name in _ROLES_ANYWHERE:
        return camel(name)
    return f"{_OWN_OBJECT[owner]}.{camel(name)}"


def _in_request(name: str) -> str:
    rest = _RENAMED.get(name, camel(name))
    if name in _BESIDE_GENERATION_CONFIG or name == "generation_output_config":
        return rest
    return f"generationConfig.{rest}"


def _in_setup(name: str) -> str:
    if name == "generation_config":
        return "generationConfig"
    if name in _LIVE_GENERATION:
        return f"generationConfig.{camel(name)}"
    if name in _BESIDE_GENERATION_CONFIG:
        return camel(name)
    return f"setup.{camel(name)}"


_TABLE = Table("google_genai", _place, camel_keys=True)

_ROLES = {
    "model": "model",
    "base_model": "model",
    "agent": "agent",
    "contents": "contents",
    "message": "message",
    "history": "history",
    "prompt": "prompt",
    "input": "input",
    "turns": "contents",
    "text": "message",
    "system_instruction": "systemInstruction",
    "tools": "tools",
    "safety_settings": "safetySettings",
    "generation_config": "generationConfig",
    "api_version": "httpOptions.apiVersion",
    "http_options": "httpOptions",
    "api_key": "apiKey",
    "vertexai": "client.vertexai",
    "enterprise": "client.enterprise",
    "project": "client.project",
    "location": "client.location",
    "training_dataset": "tuningJob.trainingDataset",
    "cached_content": "cachedContent",
    "response_format": "responseFormat",
    "response_mime_type": "generationConfig.responseMimeType",
    "response_modalities": "generationConfig.responseModalities",
    "service_tier": "serviceTier",
    "store": "store",
    "labels": "labels",
    "file": "file.file",
    "path": "file.path",
}
_METHODS = {
    "models.generate_content": "generateContent",
    "models.generate_content_stream": "streamGenerateContent",
    "models.count_tokens": "countTokens",
    "models.compute_tokens": "computeTokens",
    "models.embed_content": "embedContent",
    "models.generate_images": "generateImages",
    "models.edit_image": "editImage",
    "models.upscale_image": "upscaleImage",
    "models.recontext_image": "recontextImage",
    "models.segment_image": "segmentImage",
    "models.generate_videos": "generateVideos",
    "models.get": "models.get",
    "models.list": "models.list",
    "models.update": "models.update",
    "models.delete": "models.delete",
    "caches.create": "createCachedContent",
    "caches.get": "cachedContents.get",
    "caches.list": "cachedContents.list",
    "caches.update": "cachedContents.patch",
    "caches.delete": "cachedContents.delete",
    "batches.create": "batchGenerateContent",
    "batches.create_embeddings": "asyncBatchEmbedContent",
    "live.connect": "live.connect",
    "live.music.connect": "liveMusic.connect",
    "auth_tokens.create": "authTokens.create",
    "tunings.tune": "tunings.tune",
}
_GROUPS = {
    "batches": "batches",
    "files": "files",
    "file_search_stores": "fileSearchStores",
    "file_search_stores.documents": "fileSearchStores.documents",
    "interactions": "interactions",
    "agents": "agents",
    "webhooks": "webhooks",
    "triggers": "triggers",
    "environments": "environments",
    "credentials": "credentials",
    "voices": "voices",
    "decisions": "decisions",
    "tunings": "tunings",
    "operations": "operations",
}
_RETURNS = {
    "chats.create": "google.genai.chats.Chat",
    "live.connect": "google.genai.live.AsyncSession",
    "live.music.connect": "google.genai.live_music.AsyncMusicSession",
}
_NOT_THERE = (
    "configure", "GenerativeModel", "ChatSession", "GenerationConfig", "generate_content",
    "generate_text", "chat", "list_models", "get_model", "embed_content", "upload_file",
    "get_file", "delete_file", "list_files", "types.Part.from_video_metadata",
    "Client.generate_content", "Client.generate_content_async", "Client.generate",
    "Client.generate_text", "Client.generate_content_stream", "Client.stream_generate_content",
    "Client.GenerativeModel", "Client.chat.completions.create", "Client.start_chat",
    "Client.create_chat", "Client.list_models", "Client.get_model", "Client.embed_content",
    "Client.count_tokens", "Client.upload_file", "Client.get_file", "Client.delete_file",
    "Client.list_files", "Client.models.generate", "Client.models.generate_text",
    "Client.models.generate_image", "Client.models.generate_content_async",
    "Client.models.stream_generate_content", "Client.models.GenerativeModel",
    "Client.models.start_chat", "Client.models.list_models", "Client.models.get_model",
    "Client.models.embed", "Client.files.upload_file", "Client.chats.start",
    "Client.chats.start_chat", "chats.Chat.send", "chats.Chat.send_message_async",
)  # fmt: skip
_MODEL = {"model": Field("model"), "model_name": Field("model")}
_PARTS = ("from_text", "from_uri", "from_bytes", "from_function_call", "from_function_response")
_EMBEDDED = {**_ROLES, "contents": "embedded"}


def _functions() -> Iterator[Function]:
    yield Function(_CLIENT, _client_shape(), returns=_CLIENT)
    yield from _client_methods()
    yield from _chat_methods()
    yield from _removed()
    yield from _parts()
    yield from _live_methods()


def _live_methods() -> Iterator[Function]:
    for name in ("send", "send_client_content", "send_realtime_input"):
        shape = _TABLE.arguments(f"AsyncSession.{name}", {**_ROLES, "input": "message"})
        yield Function(f"google.genai.live.AsyncSession.{name}", shape, chat=True)


def _removed() -> Iterator[Function]:
    """Yield what the newest release does not have, so that its use is recognised."""
    for name in _NOT_THERE:
        positional = ("model_name",) if name.endswith("GenerativeModel") else ()
        shape = Shape(name, _MODEL, closed=False)
        borrowed = name.startswith("Client.chat.")
        yield Function(f"google.genai.{name}", shape, positional, borrowed=borrowed)


def _parts() -> Iterator[Function]:
    for name in _PARTS:
        yield Function(
            f"google.genai.types.Part.{name}", _TABLE.arguments(f"types.Part.{name}", {})
        )


def _client_shape() -> Shape:
    shape = _TABLE.arguments("Client", _ROLES)
    hint = "pass http_options=types.HttpOptions(api_version=…)"
    return Shape("Client", shape.fields, hints={"api_version": hint, "version": hint})


def _client_methods() -> Iterator[Function]:
    names = {key.replace("Client.aio.", "Client.") for key in _TABLE.functions}
    for name in sorted(key for key in names if key.startswith("Client.")):
        path = name.removeprefix("Client.")
        key = name if name in _TABLE.functions else f"Client.aio.{path}"
        roles = _EMBEDDED if "embed" in path else _ROLES
        yield Function(
            f"{_CLIENT}.{path}",
            _shape_of(key, roles),
            _TABLE.positional(key),
            None if path == "chats.create" else _method(path),
            returns=_RETURNS.get(path, ""),
            streams=path.endswith("_stream"),
            chat=path == "chats.create",
        )


def _shape_of(key: str, roles: dict[str, str]) -> Shape:
    shape = _TABLE.arguments(key, roles)
    fields = dict(shape.fields)
    if ".interactions." in key and "generation_config" in fields:
        fields["generation_config"] = Field(
            "generationConfig", "object", "interactions.GenerationConfig"
        )
    if "config" in fields:
        fields["config"] = Field(".", "object", fields["config"].shape)
    if key.endswith("batches.create"):
        fields["src"] = Field("batch.src", "any", "BatchSource")
    if key.endswith("files.upload"):
        fields["path"] = Field("file.path")
    return Shape(shape.name, fields, shape.closed)


def _method(path: str) -> str | None:
    if path in _METHODS:
        return _METHODS[path]
    group, _, name = path.rpartition(".")
    return f"{_GROUPS[group]}.{camel(name)}" if group in _GROUPS else None


def _chat_methods() -> Iterator[Function]:
    for name in ("send_message", "send_message_stream"):
        streams = name.endswith("stream")
        yield Function(
            f"google.genai.chats.Chat.{name}",
            _shape_of(f"Chat.{name}", _ROLES),
            ("message", "config"),
            "streamGenerateContent" if streams else "generateContent",
            continues="replaces",
            streams=streams,
            chat=True,
        )


# Each request of a batch is a whole one; its contents are no history.
_IN_BATCH = {
    "config": Field(".", "object", "GenerateContentConfig"),
    "contents": Field("/message"),
}
# The Interactions API has no thinking_config around it.
_FLAT = {"thinking_level": Field("thinkingConfig.thinkingLevel", "string")}
_REQUESTS = Field("inlinedRequests", "list[object]", "InlinedRequest")


_TELLING = (
    "models.generate_content", "models.generate_content_stream", "models.count_tokens",
    "models.embed_content", "models.generate_images", "models.edit_image", "models.generate_videos",
    "aio.live.connect", "chats.create",
)  # fmt: skip


def _shapes(name: str) -> Shape | None:
    name = name.removeprefix("types.")
    if name == "BatchSource":
        source = _TABLE.shape("BatchJobSource")
        known = {**(source.fields if source else {}), **_IN_BATCH, "inlined_requests": _REQUESTS}
        return Shape(name, known, closed=False, camel=True)
    shape = _TABLE.shape(name)
    if shape is not None and name.removesuffix("Dict") == "InlinedRequest":
        return replace(shape, fields={**dict.fromkeys(shape.fields, Field()), **_IN_BATCH})
    if shape is not None and name.removesuffix("Dict") == "BatchJobSource":
        return replace(shape, fields={**shape.fields, "inlined_requests": _REQUESTS})
    if shape is not None and name == "interactions.GenerationConfig":
        return Shape("generation_config", {**shape.fields, **_FLAT}, closed=True)
    return shape


LIBRARY = Library(
    sdk="google-genai",
    roots=("google.genai",),
    functions={function.name: function for function in _functions()},
    shapes=_shapes,
    aliases={
        "google.genai.client.Client": _CLIENT,
        "google.genai.client.AsyncClient": f"{_CLIENT}.aio",
        "google.genai.chats.AsyncChat": "google.genai.chats.Chat",
    },
    backend=BackendRule(
        flags=("client.enterprise", "client.vertexai"),
        environment=("GOOGLE_GENAI_USE_ENTERPRISE", "GOOGLE_GENAI_USE_VERTEXAI"),
        given=("client.project", "client.location"),
    ),
    version_variable="GOOGLE_GENAI_API_VERSION",
    telling={end: f"{_CLIENT}.{end}" for end in _TELLING},
    classes=frozenset({_CLIENT, "google.genai.chats.Chat", "google.genai.live.AsyncSession"}),
)
