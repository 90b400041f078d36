"""The body of an HTTP request, out of what serialises it."""

from __future__ import annotations

from msgspec import json

from gemini_lint.reading.combining import choose
from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Entry,
    Instance,
    Literal,
    Mapping,
    Place,
    Sequence,
    Value,
)

_SERIALISERS = frozenset({
    "json.dumps", "orjson.dumps", "ujson.dumps", "simplejson.dumps", "rapidjson.dumps",
    "builtins.bytes", "builtins.str", "io.BytesIO", "io.StringIO",
})  # fmt: skip
_MOST_CHARACTERS = 100_000


def parsed(value: Value) -> Value:
    """Return what a string or bytes hold as JSON: `json.dumps(body).encode()`, `'{"a": 1}'`."""
    if isinstance(value, Choice):
        return choose([parsed(option) for option in value.options], value.complete)
    if isinstance(value, Instance):
        return _serialised(value)
    if isinstance(value, Literal):
        return _read(value)
    return UNKNOWN


def _serialised(value: Instance) -> Value:
    if value.receiver is not None and value.name.endswith(".encode"):
        return parsed(value.receiver)
    if value.name not in _SERIALISERS or not value.positional:
        return UNKNOWN
    inner = value.positional[0]
    return inner if value.name.endswith("dumps") else parsed(inner)


def _read(value: Literal) -> Value:
    if not isinstance(value.value, (str, bytes)) or len(value.value) > _MOST_CHARACTERS:
        return UNKNOWN
    try:
        return _value(json.decode(value.value), value.place)
    except (ValueError, RecursionError):
        return UNKNOWN


def _value(data: object, place: Place) -> Value:
    if isinstance(data, dict):
        entries = (Entry(str(key), _value(item, place), place) for key, item in data.items())
        return Mapping(tuple(entries), place)
    if isinstance(data, list):
        return Sequence(tuple(_value(item, place) for item in data), place)
    if data is None or isinstance(data, (str, int, float)):
        return Literal(data, place)
    return UNKNOWN
