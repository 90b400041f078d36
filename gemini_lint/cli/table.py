"""Tables that fit their terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence

from msgspec import Struct

from gemini_lint.reports.text import width

_GAP = "  "


class Column(Struct, frozen=True):
    """A column: how far it may be cut, at which end, and when it goes when that is not
    enough (the highest rank first; 0 never)."""

    title: str
    least: int
    rank: int = 0
    keeps_end: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows below their titles, cut to the width of a terminal, whole for a pipe."""
    cells = [tuple(column.title for column in columns), *rows]
    widths = [max(map(width, cells_of_column)) for cells_of_column in zip(*cells, strict=True)]
    if sys.stdout.isatty():
        widths = _fitting(columns, widths, shutil.get_terminal_size().columns)
    for row in cells:
        yield _GAP.join(
            _padded(cell, size, column)
            for cell, size, column in zip(row, widths, columns, strict=True)
            if size
        ).rstrip()


def _fitting(columns: Sequence[Column], widths: Sequence[int], available: int) -> list[int]:
    """Leave out columns until the others fit when cut, then cut the widest ones."""
    sizes = [*widths]
    for index in sorted(range(len(columns)), key=lambda index: -columns[index].rank):
        least = [min(size, column.least) for size, column in zip(sizes, columns, strict=True)]
        if _total(least) <= available or not columns[index].rank:
            break
        sizes[index] = 0
    while _total(sizes) > available:
        spare = [size - column.least for size, column in zip(sizes, columns, strict=True)]
        if max(spare) <= 0:
            break
        sizes[spare.index(max(spare))] -= 1
    return sizes


def _total(sizes: Sequence[int]) -> int:
    shown = [size for size in sizes if size]
    return sum(shown) + len(_GAP) * (len(shown) - 1)


def _padded(cell: str, size: int, column: Column) -> str:
    if width(cell) > size:
        cell = _cut(cell, size, keeps_end=column.keeps_end)
    return cell + " " * (size - width(cell))


def _cut(cell: str, size: int, *, keeps_end: bool) -> str:
    mark = _mark()
    kept = cell
    while width(kept) > size - len(mark):
        kept = kept[1:] if keeps_end else kept[:-1]
    return mark + kept if keeps_end else kept + mark


def _mark() -> str:
    try:
        "…".encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return "~"
    return "…"
