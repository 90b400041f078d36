"""Cells of a notebook that are not Python: the others run without them, and are read so."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.reading.parsing import ReadingError, check
from gemini_lint.sources import Source


class BrokenCell(Struct, frozen=True):
    """The lines of a cell in the program, from 1, and where it stops being Python."""

    first: int
    last: int
    error: ReadingError


def broken_cells(source: Source) -> tuple[BrokenCell, ...]:
    """Return the cells that are not Python by themselves."""
    return tuple(_broken(source))


def without(source: Source, broken: tuple[BrokenCell, ...]) -> Source:
    """Return the program with empty lines in place of these cells."""
    lines = source.text.split("\n")
    for cell in broken:
        lines[cell.first - 1 : cell.last] = [""] * (cell.last - cell.first + 1)
    return replace(source, text="\n".join(lines))


def _broken(source: Source) -> Iterator[BrokenCell]:
    if source.cells is None:
        return
    lines = source.text.split("\n")
    starts = [cell.start for cell in source.cells.cells]
    ends = [start - 1 for start in starts[1:]] + [len(lines)]
    for first, last in zip(starts, ends, strict=False):
        text = "\n".join(lines[first - 1 : last]) + "\n"
        error = check(text) if text.strip() else None
        if error is not None:
            yield BrokenCell(first, last, _placed(error, lines, first, last))


def _placed(error: ReadingError, lines: list[str], first: int, last: int) -> ReadingError:
    """Count from the program's first line; what ends too early breaks at its last character."""
    line = first + error.line - 1
    if line <= last and lines[line - 1 :]:
        return ReadingError(error.message, line, error.column)
    while last > first and not lines[last - 1].strip():
        last -= 1
    return ReadingError(error.message, last, max(len(lines[last - 1]), 1))
