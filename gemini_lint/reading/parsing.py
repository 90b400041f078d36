"""From text to an indexed program, or to the place where it stops being Python."""

from __future__ import annotations

import ast

import libcst as cst
from msgspec import Struct

from gemini_lint.reading.indexing import index
from gemini_lint.reading.program import Program
from gemini_lint.regexes import regex

_LARGEST_NESTING = "the code is nested too deeply to be read"
_PREFIX = regex(r"(?:parser error: |tokenizer error: |error at \d+:\d+: )+")


_validate = cst.CSTNode.__post_init__


class ReadingError(Exception):
    """A program that is not valid Python, or too much for this reader, which then says so.

    Line and column count from 1.
    """

    def __init__(
        self, message: str, line: int, column: int, *, may_be_python: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.may_be_python = may_be_python


def parse(text: str, path: str) -> Program:
    """Parse a program and walk it once."""
    try:
        program = index(parsed(text), path)
    except UnicodeEncodeError as error:
        raise _surrogate(error, text) from error
    except cst.ParserSyntaxError as error:
        raise _reading_error(error, text) from error
    except RecursionError as error:
        raise ReadingError(_LARGEST_NESTING, 1, 1, may_be_python=True) from error
    program.text = text
    return program


def parsed(text: str) -> cst.Module:
    """Parse a program without having every node validated.

    That is for nodes which programs make; the parser's own are valid, and making sure takes a
    quarter of its time.
    """
    _parser.is_at_work = True
    try:
        return cst.parse_module(text)
    finally:
        _parser.is_at_work = False


class _Parser(Struct):
    is_at_work: bool = False


_parser = _Parser()


def _validate_made(node: cst.CSTNode) -> None:
    if not _parser.is_at_work:
        _validate(node)


# Once, not around each parsing: Python forgets all that it has looked up in a class and those
# below it when the class changes, which costs a small file a tenth of its time.
cst.CSTNode.__post_init__ = _validate_made  # type: ignore[assignment,method-assign]


def check(text: str) -> ReadingError | None:
    """Return why a text is not Python."""
    try:
        parsed(text)
    except UnicodeEncodeError as error:
        return _surrogate(error, text)
    except cst.ParserSyntaxError as error:
        return _reading_error(error, text)
    return None


def _surrogate(error: UnicodeEncodeError, text: str) -> ReadingError:
    """Half a character, which a notebook's JSON can spell and no program can hold."""
    before = text[: error.start]
    column = error.start - (before.rfind("\n") + 1) + 1
    return ReadingError(
        f"a lone surrogate (U+{ord(text[error.start]):04X})", before.count("\n") + 1, column
    )


def _reading_error(error: cst.ParserSyntaxError, text: str) -> ReadingError:
    place = _place(text)
    if place is None:
        # one known case: `(name): int`
        message = "gemini-lint cannot read this, though it may be Python"
        return ReadingError(message, error.raw_line, error.raw_column + 1, may_be_python=True)
    reason = error.message.split("\n")[0]
    return ReadingError(_PREFIX.sub("", reason, count=1), *place)


def _place(text: str) -> tuple[int, int] | None:
    """Return where Python itself stops reading, which is what its users see."""
    try:
        ast.parse(text)
    except SyntaxError as error:
        return (error.lineno or 1, max(error.offset or 1, 1))
    except (ValueError, RecursionError, MemoryError):
        return None
    return None
