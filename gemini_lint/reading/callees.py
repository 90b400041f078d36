"""What a call may mean when its object is one of several: each kind of object once."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.values import Instance, Literal, Member, Value, possibilities

_MOST = 16


def callees(function: Value) -> Iterator[Value]:
    """Yield the functions that may be called; objects that were made alike count once."""
    seen: set[object] = set()
    for option in possibilities(function):
        key = _key(option)
        if key not in seen and len(seen) < _MOST:
            seen.add(key)
            yield option


def _key(function: Value) -> object:
    if not isinstance(function, Member) or not _is_plain(function.owner):
        return id(function)
    owner = function.owner
    arguments = [(entry.key, _scalar(entry.value)) for entry in owner.keywords]
    return (function.path, owner.name, owner.maker, owner.complete, tuple(arguments))


def _is_plain(owner: Instance) -> bool:
    """Tell whether an object was made with literals only, each named."""
    values = [entry.value for entry in owner.keywords]
    plain = all(isinstance(value, Literal) for value in values)
    return plain and not owner.positional and owner.receiver is None


def _scalar(value: Value) -> object:
    return (type(value.value), value.value) if isinstance(value, Literal) else id(value)
