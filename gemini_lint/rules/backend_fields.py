"""The fields of a call that its backend does not have."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from gemini_lint.call import Call
from gemini_lint.catalog.backends import BackendOnly, fields, schema_keys
from gemini_lint.values import (
    Entry,
    Instance,
    Literal,
    Mapping,
    Place,
    Sequence,
    Value,
    is_none,
    possibilities,
)

# What sends its requests through google-genai's converters, and the wire itself.
_CONVERTED = frozenset(
    {
        "google-genai",
        "google-adk",
        "langchain-google-genai",
        "llama-index-llms-google-genai",
        "pydantic-ai",
        "instructor",
        "rest",
    }
)
_SCHEMA = "generationConfig.responseSchema"


class OneSidedField(Struct, frozen=True):
    """A field as written in a call, and the backend that has it alone."""

    name: str
    path: str
    key: Place
    at: Place
    only: BackendOnly


def one_sided(call: Call) -> Iterator[OneSidedField]:
    """Yield each field of a call that its backend does not have."""
    if call.sdk not in _CONVERTED or _goes_unconverted(call):
        return
    for field in _known_fields(call):
        if field.only.only not in call.backends:
            yield field


def _goes_unconverted(call: Call) -> bool:
    """Tell whether a request skips the converters; the newer resources are written by hand."""
    return (call.method or "").startswith(("interactions.", "agents.", "webhooks."))


def _known_fields(call: Call) -> Iterator[OneSidedField]:
    table = fields()
    for item in call.parameters:
        if item.path in table and not is_none(item.value):
            yield OneSidedField(item.name, item.path, item.key, item.at, table[item.path])
    for tool in call.tools:
        path = f"tools.{tool.name}"
        if path in table:
            yield OneSidedField(tool.spelled, path, tool.key, tool.at, table[path])
        for item in tool.fields:
            below = item.path if item.path.startswith("tools.") else f"{path}.{item.path}"
            if below in table and not is_none(item.value):
                yield OneSidedField(item.name, below, item.key, item.at, table[below])
    yield from _safety_methods(call)
    yield from _schema_fields(call)


def _safety_methods(call: Call) -> Iterator[OneSidedField]:
    settings = call.parameter("safetySettings")
    if settings is None:
        return
    for entry in _entries(settings.value):
        if entry.key == "method" and not is_none(entry.value):
            only = fields()["safetySettings.method"]
            path = "safetySettings.method"
            yield OneSidedField(entry.key, path, entry.key_place, settings.at, only)


def _schema_fields(call: Call) -> Iterator[OneSidedField]:
    schema = call.parameter(_SCHEMA)
    if schema is None:
        return
    for entry in _entries(schema.value):
        only = schema_keys().get(entry.key)
        if only is not None and _is_true(entry.value):
            path = f"{_SCHEMA}.{entry.key}"
            yield OneSidedField(entry.key, path, entry.key_place, schema.at, only)


def _entries(value: Value) -> Iterator[Entry]:
    """Yield every entry of a schema and of the schemas in it."""
    for option in possibilities(value):
        if isinstance(option, Sequence):
            for item in option.items:
                yield from _entries(item)
        elif isinstance(option, Mapping | Instance):
            entries = option.entries if isinstance(option, Mapping) else option.keywords
            for entry in entries:
                yield entry
                yield from _entries(entry.value)


def _is_true(value: Value) -> bool:
    """The SDK looks at what is true of the key: False and an empty schema pass."""
    return any(
        bool(option.value) if isinstance(option, Literal) else bool(_entry_count(option))
        for option in possibilities(value)
    )


def _entry_count(value: Value) -> int:
    if isinstance(value, Mapping):
        return len(value.entries)
    return len(value.keywords) if isinstance(value, Instance) else 0
