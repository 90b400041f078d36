"""What the walls of this room let through: a program's text, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from gemini_lint.sources.cells import CellMap


class Source(Struct, frozen=True):
    """The text of one file as a Python program.

    For a notebook it is that of all code cells in order, `cells` leads back to them, and
    `requirements` are what its cells install.
    """

    path: str
    text: str
    cells: CellMap | None = None
    requirements: tuple[str, ...] = ()


class SourceError(Struct, frozen=True):
    """A file that is no Python program: line and column from 1."""

    path: str
    line: int
    column: int
    message: str


class PathError(Struct, frozen=True):
    """A path that does not exist or cannot be read."""

    path: str
    message: str
