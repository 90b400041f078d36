"""Instructor.

Source: instructor==1.17.0, auto_client.py and providers/ (2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.clients.declaration import (
    BackendRule,
    Field,
    Function,
    Library,
    ModelNames,
    Shape,
)
from gemini_lint.clients.spellings import fields, open_shape, shapes_of_google_genai

_CLIENT = "instructor.Instructor"
_NAMES = ModelNames(
    prefixes=(
        ("google/", None),
        ("gemini/", "gemini-api"),
        ("vertexai/", "vertex"),
        ("generative-ai/", "gemini-api"),
    )
)
_GEMINIS_NAMES = ModelNames(bare=(("gemini-", None), ("models/", None)))
_SETTINGS = {
    **fields(
        "temperature", "top_p", "top_k", "max_tokens", "n", "stop", "seed", "presence_penalty",
        "frequency_penalty", "safety_settings", "thinking_config", "cached_content",
    ),
    "generation_config": Field(".", "object", "Generation"),
    "config": Field(".", "object", "GenerateContentConfig"),
}  # fmt: skip
_GENERATION = fields(
    "temperature", "top_p", "top_k", "max_tokens", "max_output_tokens", "candidate_count",
    "stop_sequences", "seed", "presence_penalty", "frequency_penalty",
)  # fmt: skip
_CREATED = ("create", "create_partial", "create_iterable", "create_with_completion")


def _functions() -> Iterator[Function]:
    yield from _clients()
    yield from _requests()


def _clients() -> Iterator[Function]:
    provider = open_shape(
        "from_provider",
        {
            "model": Field("model", "string", names=_NAMES),
            **fields("vertexai", "project", "location", "api_key"),
        },
    )
    yield Function("instructor.from_provider", provider, ("model",), None, _CLIENT)
    around = {
        "client": Field("client"),
        "model": Field("model", "string", names=_GEMINIS_NAMES),
    }
    for name in ("from_genai", "from_gemini", "from_vertexai"):
        shape = open_shape(name, around)
        yield Function(f"instructor.{name}", shape, ("client",), None, _CLIENT)


def _requests() -> Iterator[Function]:
    create = open_shape(
        "create",
        {
            "model": Field("model", "string", names=_GEMINIS_NAMES),
            "messages": Field("messages"),
            "contents": Field("contents"),
            **_SETTINGS,
        },
    )
    for path in ("chat.completions", "messages", ""):
        owner = f"{_CLIENT}.{path}" if path else _CLIENT
        for last in _CREATED:
            yield Function(f"{owner}.{last}", create, (), "generateContent", continues="adds")


def _shapes(name: str) -> Shape | None:
    if name == "Generation":
        return open_shape("generation_config", _GENERATION)
    return shapes_of_google_genai(name)


LIBRARY = Library(
    sdk="instructor",
    roots=("instructor",),
    functions={function.name: function for function in _functions()},
    shapes=_shapes,
    backend=BackendRule(
        flags=("client.vertexai",),
        given=("client.project",),
        environment=("GOOGLE_GENAI_USE_VERTEXAI",),
    ),
    classes=frozenset({_CLIENT}),
    many_vendors=True,
)
