"""Values that may be one of several things, taken together or one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Entry,
    Literal,
    Mapping,
    Unknown,
    Value,
    is_none,
    possibilities,
)

_MOST_OPTIONS = 64


def choose(values: Sequence[Value], complete: bool) -> Value:
    """Return one of several values; alike ones count once."""
    options: list[Value] = []
    for value in values:
        if len(options) >= _MOST_OPTIONS:
            complete = False
            break
        if isinstance(value, Unknown):
            complete = False
        elif isinstance(value, Choice):
            complete = complete and value.complete
            known = tuple(options)  # those of one choice differ already
            options += [item for item in value.options if not known or item not in known]
        elif value not in options:
            options.append(value)
    if not options:
        return UNKNOWN
    return options[0] if len(options) == 1 and complete else Choice(tuple(options), complete)


def spread(value: Value, change: Callable[[Value], Value]) -> Value:
    """Apply a function to each thing that a value may be."""
    if not isinstance(value, Choice):
        return UNKNOWN if isinstance(value, Unknown) else change(value)
    options = [option for option in possibilities(value) if not is_none(option)]
    return choose([change(option) for option in options], value.complete)


def spread_mapping(value: Value) -> tuple[tuple[Entry, ...], bool]:
    """Return the entries of `**value`, and whether these are all."""
    if isinstance(value, Mapping):
        return value.entries, value.complete
    if isinstance(value, Literal) and value.value is None:
        return (), True
    merged = merge_choice(value)
    return (merged.entries, merged.complete) if merged is not None else ((), False)


def merge_choice(value: Value) -> Mapping | None:
    """Fold mappings of which one is taken into one whose keys are uncertain."""
    options = [option for option in possibilities(value) if isinstance(option, Mapping)]
    if not options or not isinstance(value, Choice):
        return None
    keys = list(dict.fromkeys(entry.key for option in options for entry in option.entries))
    whole = value.complete and len(options) == len(list(possibilities(value)))
    entries: list[Entry] = []
    for key in keys:
        found = [entry for option in options if (entry := option.get(key)) is not None]
        certain = len(found) == len(options) and whole and all(entry.certain for entry in found)
        merged = choose([entry.value for entry in found], complete=True)
        entries.append(Entry(key, merged, found[0].key_place, certain))
    complete = value.complete and all(option.complete for option in options)
    return Mapping(tuple(entries), options[0].place, complete)


def with_origin(value: Value, via: str) -> Value:
    """Say of literals how they got here, unless that is said already."""
    if isinstance(value, Literal):
        return value if value.via else replace(value, via=via)
    if isinstance(value, Choice):
        return replace(value, options=tuple(with_origin(item, via) for item in value.options))
    return value
