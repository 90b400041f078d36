"""The reader: from a program's text to the calls in it. The only code that knows libcst."""

from __future__ import annotations

from gemini_lint.call import Reading
from gemini_lint.reading.extraction import extract
from gemini_lint.reading.parsing import ReadingError, parse
from gemini_lint.reading.workspace import SlowModuleError, Workspace
from gemini_lint.sources import Source

__all__ = [
    "ReadingError",
    "SlowModuleError",
    "Workspace",
    "parse",
    "read",
]


def read(source: Source, workspace: Workspace, *, with_text_uses: bool = True) -> Reading:
    """Find the calls of a program; the uses of the answers' texts, where they are asked for.

    Raises `ReadingError` with line and column when it is not valid Python.
    """
    program = workspace.known(source) or parse(source.text, source.path)
    workspace.add(program, source.cells)
    return extract(program, workspace, with_text_uses)
