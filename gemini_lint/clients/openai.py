"""The OpenAI SDK, whose clients reach Gemini through its OpenAI-compatible API.

A call only counts if its client's base URL is Gemini's; `reading/openai_calls.py` looks there.
Source: https://ai.google.dev/gemini-api/docs/openai (2026-09), openai 3.54.0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gemini_lint.clients import rest
from gemini_lint.clients.declaration import STREAM, BackendRule, Field, Function, Library, Shape
from gemini_lint.clients.spellings import OPENAI, fields

MODULE = "openai"
_CLIENT = f"{MODULE}.OpenAI"
_CLIENTS = ("OpenAI", "AsyncOpenAI", "Client", "AsyncClient")
BASE_URL = "httpOptions.baseUrl"
BASE_URL_VARIABLE = "OPENAI_BASE_URL"
BASE_URL_ATTRIBUTES = ("base_url", "api_base")

_HINTS = {
    "max_output_tokens": "did you mean max_completion_tokens?",
    "stop_sequences": "did you mean stop?",
    "candidate_count": "did you mean n?",
    "contents": "did you mean messages?",
    "prompt": "did you mean messages?",
    "system": "give it as a message of role system",
    "system_instruction": "give it as a message of role system",
    "top_k": "the OpenAI SDK does not have it",
    "thinking_budget": 'give it in extra_body={"google": {"thinking_config": …}}',
    "thinking_config": 'give it in extra_body={"google": {"thinking_config": …}}',
    "safety_settings": "the OpenAI SDK does not have it",
    "generation_config": "its keys are arguments of their own",
}
_CHAT = Shape(
    "chat.completions.create",
    {
        **fields(*OPENAI),
        "model": Field("model"),
        "messages": Field("messages"),
        "stream": Field(STREAM, "boolean"),
        "tools": Field("tools"),
        "reasoning_effort": Field("reasoningEffort", "string"),
        "extra_body": Field(".", "object", "extraBody"),
    },
    closed=False,
    hints=_HINTS,
)
_RESPONSES = Shape(
    "responses.create",
    {
        **fields("temperature", "top_p", "max_output_tokens"),
        "model": Field("model"),
        "input": Field("messages"),
        "stream": Field(STREAM, "boolean"),
        "instructions": Field("systemInstruction"),
        "extra_body": Field(".", "object", "extraBody"),
    },
    closed=False,
)
_EMBEDDINGS = Shape(
    "embeddings.create",
    {
        **fields("dimensions"),
        "model": Field("model"),
        "input": Field("embedded"),
    },
    closed=False,
)
_IMAGES = Shape(
    "images.generate",
    {
        "model": Field("model"),
        "prompt": Field("prompt"),
        "n": Field("parameters.sampleCount", "integer"),
    },
    closed=False,
)
_SHAPES = {
    "extraBody": Shape(
        "extra_body",
        {
            "extra_body": Field(".", "object", "extraBody"),
            "google": Field(".", "object", "google"),
        },
        closed=False,
    ),
    "google": Shape(
        "google",
        {
            "thinking_config": Field("generationConfig.thinkingConfig", "object", "ThinkingConfig"),
            "cached_content": Field("cachedContent", "string"),
            "safety_settings": Field("safetySettings"),
        },
        closed=False,
        camel=True,
    ),
}
_CREATED_WITH = Shape(
    "OpenAI", {"api_key": Field("apiKey"), "base_url": Field(BASE_URL, "string")}, closed=False
)


def _functions() -> Iterator[Function]:
    for name in _CLIENTS:
        yield Function(f"{MODULE}.{name}", _CREATED_WITH, ("api_key",), returns=_CLIENT)
    for name in ("with_options", "copy"):
        yield Function(f"{_CLIENT}.{name}", _CREATED_WITH, returns=_CLIENT)
    for owner in (_CLIENT, MODULE):
        yield from _methods(owner)
    for name in ("create", "acreate"):
        yield Function(f"{MODULE}.ChatCompletion.{name}", _CHAT, method="generateContent")


def _methods(owner: str) -> Iterator[Function]:
    for group in ("chat.completions", "beta.chat.completions"):
        for name in ("create", "parse"):
            yield _sending(f"{owner}.{group}.{name}", _CHAT, "generateContent")
        yield _sending(f"{owner}.{group}.stream", _CHAT, "streamGenerateContent")
    for name in ("create", "parse", "stream"):
        yield _sending(f"{owner}.responses.{name}", _RESPONSES, "generateContent")
    yield _sending(f"{owner}.embeddings.create", _EMBEDDINGS, "embedContent")
    yield _sending(f"{owner}.images.generate", _IMAGES, None)
    for raw in ("with_raw_response", "with_streaming_response"):
        yield _sending(f"{owner}.chat.completions.{raw}.create", _CHAT, "generateContent")


def _sending(name: str, shape: Shape, method: str | None) -> Function:
    streams = method == "streamGenerateContent"
    return Function(name, shape, method=method, streams=streams)


def _shapes(name: str) -> Shape | None:
    bodies = {shape.name: shape for shape in (_CHAT, _RESPONSES, _EMBEDDINGS, _IMAGES)}
    return bodies.get(name) or _SHAPES.get(name) or rest.shapes(name)


LIBRARY = Library(
    sdk="openai",
    roots=(),
    functions={function.name: function for function in _functions()},
    shapes=_shapes,
    # Langfuse's own copy of the module traces what it sends
    aliases={"langfuse.openai": MODULE, "langfuse.openai.openai": MODULE},
    backend=BackendRule(fixed="gemini-api"),
    by_address=True,
    classes=frozenset({_CLIENT}),
)

_BY_PATH: Mapping[str, str] = {
    "chat/completions": "chat.completions.create",
    "responses": "responses.create",
    "embeddings": "embeddings.create",
    "images/generations": "images.generate",
}


def by_path(path: str) -> Function | None:
    """Return what the request to a path below the base URL does."""
    name = _BY_PATH.get(path)
    return LIBRARY.functions[f"{_CLIENT}.{name}"] if name is not None else None
