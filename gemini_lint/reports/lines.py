"""The source lines that a report shows."""

from __future__ import annotations

from functools import lru_cache

from gemini_lint import sources
from gemini_lint.findings import Span
from gemini_lint.reports.view import LineReader
from gemini_lint.sources import PathError, Source

_FILES_KEPT = 8


def line_on_disk() -> LineReader:
    """Return a reader of lines of files."""

    @lru_cache(_FILES_KEPT)
    def program(path: str) -> Source | None:
        data = sources.read(path)
        return None if isinstance(data, PathError) else _program(data, path)

    return lambda span: _line(program(span.path), span)


def line_of(data: bytes, path: str) -> LineReader:
    """Return a reader of lines of one file that is not on disk."""
    program = _program(data, path)
    return lambda span: _line(program if span.path == path else None, span)


def _program(data: bytes, path: str) -> Source | None:
    parsed = sources.parse(data, path)
    return parsed if isinstance(parsed, Source) else None


def _line(program: Source | None, span: Span) -> str | None:
    if program is None:
        return None
    number = span.line
    if span.cell is not None and program.cells is not None:
        number = program.cells.program_line(span.cell, span.line)
    lines = program.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[number - 1] if number <= len(lines) else None
