"""The lines of the file itself, for services that know no cells of notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from gemini_lint import sources
from gemini_lint.findings import Span
from gemini_lint.sources import PathError

_FILES_KEPT = 8


def file_lines(span: Span) -> tuple[int, int] | None:
    """Return the first and the last line of a span in its file; None where that is unknown."""
    if span.cell is None:
        return span.line, span.end_line
    lines = _of_notebook(span.path)
    first = lines.get((span.cell, span.line))
    return None if first is None else (first, lines.get((span.cell, span.end_line), first))


@lru_cache(_FILES_KEPT)
def _of_notebook(path: str) -> Mapping[tuple[int, int], int]:
    from gemini_lint.sources.notebook_lines import notebook_lines

    data = sources.read(path)
    return {} if isinstance(data, PathError) else notebook_lines(data)
