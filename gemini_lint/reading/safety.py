"""Safety settings, as a list of objects or as the mapping of the older SDKs."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Argument, SafetySetting
from gemini_lint.clients.declaration import Library
from gemini_lint.values import (
    Entry,
    Instance,
    Literal,
    Mapping,
    Sequence,
    Symbol,
    Value,
    possibilities,
)

# the server takes one setting where it wants a list of them
_JSON = "rest"
_LISTS_ONLY = ("google-genai",)


def settings(library: Library, argument: Argument) -> Iterator[SafetySetting]:
    """Yield the entries of a `safety_settings` argument."""
    for value in possibilities(argument.value):
        certain = value is argument.value
        if isinstance(value, Sequence):
            for item in value.items:
                for option in possibilities(item):
                    yield from _setting(option, argument, certain and option is item)
        elif isinstance(value, Mapping) and library.sdk == _JSON:
            yield from _setting(value, argument, certain)
        elif isinstance(value, Mapping) and library.sdk not in _LISTS_ONLY:
            for entry in value.entries:
                place = entry.key_place
                yield SafetySetting(_key(entry), entry.value, place, argument.at, entry.certain)


def _setting(value: Value, argument: Argument, certain: bool) -> Iterator[SafetySetting]:
    if not isinstance(value, (Mapping, Instance)):
        return
    entries = value.entries if isinstance(value, Mapping) else value.keywords
    fields = {entry.key: entry.value for entry in entries}
    if isinstance(value, Instance) and value.positional:
        fields.update(zip(("category", "threshold"), value.positional, strict=False))
    category, threshold = fields.get("category"), fields.get("threshold")
    if category is not None or threshold is not None:
        yield SafetySetting(category, threshold, value.place, argument.at, certain)


def _key(entry: Entry) -> Value:
    if "." in entry.key:
        return Symbol(entry.key, entry.key_place)
    return Literal(entry.key, entry.key_place)
