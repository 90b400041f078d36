"""vertexai.generative_models and its siblings (google-cloud-aiplatform).

Source: the package itself, through `scripts/refresh_types.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from gemini_lint.clients.declaration import STREAM, BackendRule, Field, Function, Library, Shape
from gemini_lint.clients.tables import Table, camel

_ROOT = "vertexai"
_TABLE = Table("vertexai", lambda owner, name: camel(name), camel_keys=False)
_GENERATION = {
    name: f"generationConfig.{camel(name)}"
    for name in (
        "temperature", "top_p", "top_k", "candidate_count", "max_output_tokens",
        "stop_sequences", "logprobs", "presence_penalty", "frequency_penalty", "seed",
    )
}  # fmt: skip
_ROLES = {
    **_GENERATION,
    "model_name": "model",
    "contents": "contents",
    "content": "message",
    "message": "message",
    "prompt": "prompt",
    "history": "history",
    "system_instruction": "systemInstruction",
    "safety_settings": "safetySettings",
    "generation_config": "generationConfig",
    "tools": "tools",
    "tool_config": "toolConfig",
    "cached_content": "cachedContent",
    "api_key": "apiKey",
    "texts": "embedded",
    "labels": "labels",
    "stream": STREAM,
    "ttl": "cachedContent.ttl",
    "expire_time": "cachedContent.expireTime",
    "number_of_images": "parameters.sampleCount",
    "aspect_ratio": "parameters.aspectRatio",
}


def _functions() -> Iterator[Function]:
    yield _function("init", None)
    for module in ("generative_models", "preview.generative_models"):
        yield from _generative(module)
    for module in ("language_models", "preview.language_models"):
        yield from _language(module)
    for module in ("vision_models", "preview.vision_models"):
        yield from _vision(module)
    for module in ("caching", "preview.caching"):
        yield _function(f"{module}.CachedContent.create", "createCachedContent")


def _generative(module: str) -> Iterator[Function]:
    model, chat = f"{module}.GenerativeModel", f"{module}.ChatSession"
    yield _function(model, None, returns=model)
    yield _function(f"{model}.from_cached_content", None, returns=model)
    yield _function(f"{model}.start_chat", None, returns=chat, continues=True, chat=True)
    for suffix in ("", "_async"):
        yield _function(f"{model}.generate_content{suffix}", "generateContent", continues=True)
        yield _function(f"{model}.count_tokens{suffix}", "countTokens", continues=True)
        yield _function(
            f"{chat}.send_message{suffix}", "generateContent", continues=True, chat=True
        )


def _language(module: str) -> Iterator[Function]:
    text, embedding = f"{module}.TextGenerationModel", f"{module}.TextEmbeddingModel"
    yield _function(f"{text}.from_pretrained", None, returns=text)
    yield _function(f"{embedding}.from_pretrained", None, returns=embedding)
    for name in ("predict", "predict_async", "predict_streaming"):
        yield _function(f"{text}.{name}", "predict", continues=True)
    for name in ("get_embeddings", "get_embeddings_async"):
        yield _function(f"{embedding}.{name}", "predict", continues=True)
    for name in ("ChatModel", "CodeChatModel", "CodeGenerationModel"):
        yield _function(f"{module}.{name}.from_pretrained", None, returns=f"{module}.{name}")


def _vision(module: str) -> Iterator[Function]:
    for name in ("ImageGenerationModel", "MultiModalEmbeddingModel", "ImageCaptioningModel"):
        yield _function(f"{module}.{name}.from_pretrained", None, returns=f"{module}.{name}")
    images = f"{module}.ImageGenerationModel.generate_images"
    yield _function(images, "predict", continues=True)


def _function(
    name: str,
    method: str | None,
    *,
    returns: str = "",
    continues: bool = False,
    chat: bool = False,
) -> Function:
    return Function(
        f"{_ROOT}.{name}",
        _TABLE.arguments(name, _ROLES),
        _TABLE.positional(name),
        method,
        f"{_ROOT}.{returns}" if returns else "",
        "adds" if continues else "",
        chat=chat,
    )


# Annotated as an int, but the message that is made of it holds a float.
_TOP_K = Field(_GENERATION["top_k"].rpartition(".")[2], "number")


def _shapes(name: str) -> Shape | None:
    name = name.removeprefix("preview.")
    shape = _TABLE.shape(name) or _TABLE.shape(f"generative_models.{name}")
    if shape is not None and name.endswith("GenerationConfig"):
        return replace(shape, fields={**shape.fields, "top_k": _TOP_K})
    return shape


LIBRARY = Library(
    sdk="google-cloud-aiplatform",
    roots=(_ROOT,),
    functions={function.name: function for function in _functions()},
    shapes=_shapes,
    aliases={
        f"{_ROOT}.generative_models._generative_models": f"{_ROOT}.generative_models",
        f"{_ROOT}.preview.generative_models._generative_models": (
            f"{_ROOT}.preview.generative_models"
        ),
    },
    backend=BackendRule(fixed="vertex"),
    version="v1",
    classes=frozenset(
        f"{_ROOT}.{module}.{name}"
        for module in ("generative_models", "preview.generative_models")
        for name in ("GenerativeModel", "ChatSession")
    ),
)
