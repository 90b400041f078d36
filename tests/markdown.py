"""The code blocks and tables of the documents that are written by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linting import ROOT

PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
)
_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^(?P<head>\|.*)\n\|[-|: ]+\|\n(?P<rows>(?:\|.*\n)+)", re.MULTILINE)


@dataclass(frozen=True)
class Fence:
    page: str
    language: str
    text: str


@dataclass(frozen=True)
class Table:
    page: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def _read() -> dict[str, str]:
    return {page.name: page.read_text(encoding="utf-8") for page in PAGES}


FENCES = tuple(
    Fence(name, match["language"], match["text"])
    for name, text in _read().items()
    for match in _FENCE.finditer(text)
)


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip("|").split("|"))


TABLES = tuple(
    Table(name, _cells(match["head"]), tuple(map(_cells, match["rows"].splitlines())))
    for name, text in _read().items()
    for match in _TABLE.finditer(text)
)


def fences(language: str, page: str = "") -> list[str]:
    """Return the blocks of a language, on one page or on all."""
    found = (fence for fence in FENCES if fence.language == language)
    return [fence.text for fence in found if not page or fence.page == page]


def table(*head: str) -> Table:
    """Return the one table with that head."""
    (found,) = (item for item in TABLES if item.head == head)
    return found
