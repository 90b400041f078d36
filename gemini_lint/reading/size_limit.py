"""How much a value holds: what is built of itself, again and again, is not worth knowing."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.values import Choice, Instance, Mapping, Sequence, Value

_LARGEST = 50_000


class SizeLimit:
    """Measures values, each part once however often it occurs."""

    def __init__(self) -> None:
        # the values themselves are kept so that no other gets the same id
        self._known: dict[int, tuple[Value, int]] = {}

    def is_exceeded_by(self, value: Value) -> bool:
        """Tell whether a value holds too much to be looked at."""
        return isinstance(value, (Sequence, Mapping, Instance, Choice)) and (
            self._size(value) > _LARGEST
        )

    def _size(self, value: Value) -> int:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        size = 1
        for part in _parts(value):
            size += self._size(part) if size <= _LARGEST else 0
        self._known[id(value)] = (value, size)
        return size


def _parts(value: Value) -> Iterator[Value]:
    if isinstance(value, Sequence):
        yield from value.items
    elif isinstance(value, Choice):
        yield from value.options
    elif isinstance(value, Mapping):
        yield from (entry.value for entry in value.entries)
    elif isinstance(value, Instance):
        yield from value.positional
        yield from (entry.value for entry in value.keywords)
        yield from () if value.receiver is None else (value.receiver,)
