"""From text to an indexed program, or to the place where it stops being Python."""

from __future__ import annotations

import libcst as cst

from gemini_lint.reading.indexing import index
from gemini_lint.reading.program import Program

_LARGEST_NESTING = "the code is nested too deeply to be read"


class ReadingError(Exception):
    """A program that is not valid Python. Line and column count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def parse(text: str, path: str) -> Program:
    """Parse a program and walk it once."""
    try:
        program = index(cst.parse_module(text), path)
    except cst.ParserSyntaxError as error:
        reason = error.message.split("\n")[0].removeprefix("parser error: ")
        raise ReadingError(reason, error.raw_line, error.raw_column + 1) from error
    except RecursionError as error:
        raise ReadingError(_LARGEST_NESTING, 1, 1) from error
    program.text = text
    return program
