"""What the walls of this room let through: a program's text, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gemini_lint.sources.cells import CellMap


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file as a Python program.

    For a notebook it is that of all code cells in order, `cells` leads back to them, and
    `requirements` are what its cells install.
    """

    path: str
    text: str
    cells: CellMap | None = None
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceError:
    """A file that is no Python program: line and column from 1."""

    path: str
    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class PathError:
    """A path that does not exist or cannot be read."""

    path: str
    message: str
