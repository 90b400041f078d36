"""LiteLLM, and the spelling of its models that other libraries share.

Source: litellm==1.109.1, main.py, utils.py and llms/vertex_ai (2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.clients.declaration import (
    STREAM,
    Field,
    Function,
    Library,
    ModelNames,
    OtherVersion,
    Shape,
    Unsent,
)
from gemini_lint.clients.spellings import fields, open_shape

NAMES = ModelNames(
    prefixes=(
        ("gemini/", "gemini-api"),
        ("vertex_ai_beta/", "vertex"),
        ("vertex_ai/", "vertex"),
    ),
    bare=(("gemini-", "vertex"),),
)
# Penalties are dropped for Gemini 3 and later, and reasoning_effort means other things from
# model to model: neither is judged.
SETTINGS = fields(
    "temperature", "top_p", "top_k", "n", "max_tokens", "max_completion_tokens", "stop", "seed",
    "safety_settings", "api_key",
    api_base="base_url",
    base_url="base_url",
    custom_llm_provider=Field("provider"),
)  # fmt: skip
UNSENT = (
    Unsent(
        ("generationConfig.temperature", "generationConfig.topP", "generationConfig.topK"),
        models=("gemini-3.5-flash-lite", "gemini-3.6-", "gemini-3.7-", "gemini-3.8-"),
    ),
)
LATER_MODELS = OtherVersion(
    (
        "gemini-3", "gemini-4", "gemini-flash-latest", "gemini-flash-lite-latest",
        "gemini-pro-latest",
    ),
    "v1alpha",
)  # fmt: skip
_MODEL = {"model": Field("model", "string", names=NAMES)}
_MESSAGES = {"messages": Field("messages"), "stream": Field(STREAM, "boolean")}
_ROUTER = "litellm.Router"
_RESPONSES = ("temperature", "max_output_tokens", "top_p")


def _functions() -> Iterator[Function]:
    completion = open_shape("completion", {**_MODEL, **_MESSAGES, **SETTINGS})
    for name in ("completion", "acompletion", "batch_completion", "completion_with_retries"):
        yield _function(name, completion, ("model", "messages"))
    text = open_shape("text_completion", {"prompt": Field("prompt"), **_MODEL, **SETTINGS})
    responses = open_shape(
        "responses", {"input": Field("messages"), **_MODEL, **fields(*_RESPONSES)}
    )
    image = open_shape("image_generation", {"prompt": Field("prompt"), **_MODEL})
    for prefix in ("", "a"):
        yield _function(f"{prefix}text_completion", text, ("prompt", "model"))
        yield _function(f"{prefix}responses", responses, ("input", "model"))
        yield _function(f"{prefix}image_generation", image, ("prompt", "model"), method=None)
        yield _function(f"{prefix}embedding", _embedding(), ("model", "input"), "embedContent")
    yield from _router()


def _embedding() -> Shape:
    settings = fields("dimensions", "task_type", "api_key")
    return open_shape("embedding", {**_MODEL, "input": Field("embedded"), **settings})


def _router() -> Iterator[Function]:
    shape = open_shape("Router", {"model_list": Field(".", "list", "Deployment")})
    yield _function("Router", shape, ("model_list",), returns=_ROUTER)


def _function(
    name: str,
    shape: Shape,
    positional: tuple[str, ...],
    method: str | None = "generateContent",
    returns: str = "",
) -> Function:
    return Function(f"litellm.{name}", shape, positional, method, returns)


_SHAPES = {
    "Deployment": open_shape("Deployment", {"litellm_params": Field(".", "object", "Params")}),
    "Params": open_shape("litellm_params", {**_MODEL, **SETTINGS}),
}

LIBRARY = Library(
    sdk="litellm",
    roots=("litellm",),
    functions={function.name: function for function in _functions()},
    shapes=_SHAPES.get,
    aliases={"litellm.main": "litellm", "litellm.router.Router": _ROUTER},
    version="v1beta",
    other_version=LATER_MODELS,
    many_vendors=True,
    unsent=UNSENT,
)
