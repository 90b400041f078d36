"""From a line of a notebook's joined program back to the cell that it stands in."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct


class Cell(Struct, frozen=True):
    """One code cell: its number over all cells from 1, and its first line in the program."""

    number: int
    start: int


class RewrittenLine(Struct, frozen=True):
    """A magic that became a statement: its columns are `shift` off, its text ends at `end`."""

    line: int
    shift: int
    end: int


class CellMap(Struct, frozen=True):
    """Where the cells of a notebook stand in the program that they were joined to."""

    cells: tuple[Cell, ...]
    rewritten: tuple[RewrittenLine, ...] = ()

    def locate(self, line: int, column: int) -> tuple[int, int, int]:
        """Return cell, line in the cell and column of a place in the program."""
        if not self.cells:
            return 1, line, column
        index = bisect_right(self.cells, line, key=lambda cell: cell.start) - 1
        cell = self.cells[max(index, 0)]
        return cell.number, line - cell.start + 1, self._column(line, column)

    def program_line(self, cell: int, line: int) -> int:
        """Return the line of the program for a line of a cell."""
        start = next((known.start for known in self.cells if known.number == cell), 1)
        return start + line - 1

    def _column(self, line: int, column: int) -> int:
        for rewritten in self.rewritten:
            if rewritten.line == line:
                return min(max(column + rewritten.shift, 1), rewritten.end)
        return column
