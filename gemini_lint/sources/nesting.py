"""Finds programs that are nested too deeply for any Python, before a parser breaks on them,
and those that no parser takes long for."""

from __future__ import annotations

import io
import tokenize

from gemini_lint.regexes import regex

# CPython's own limit (MAXLEVEL in Parser/lexer/state.h): "too many nested parentheses"
_DEEPEST = 200
_BRACKET = regex(r"[()\[\]{}]")
# For 4,000 bytes of operators the parser takes two seconds, and ten for twice as many; each
# bracket in others takes it three times as long where a pattern is matched (6: 0.02 s, 10: 1.6 s).
_QUICK_BYTES_A_SECOND = 400
_QUICK_DEPTH = 6


def too_deep(text: str) -> tuple[int, int] | None:
    """Return line and column, both from 1, of the first bracket that is nested too deeply."""
    return _first_too_deep(text) if _may_be_too_deep(text) else None


def _may_be_too_deep(text: str) -> bool:
    """Count brackets wherever they stand, in strings and comments, too."""
    if text.count("(") + text.count("[") + text.count("{") <= _DEEPEST:
        return False
    return _is_deeper(text, _DEEPEST)


def is_quick(text: str, seconds: int) -> bool:
    """Tell whether parsing takes less than so many seconds, whatever the text holds."""
    return len(text) <= _QUICK_BYTES_A_SECOND * seconds and not _is_deeper(text, _QUICK_DEPTH)


def _is_deeper(text: str, most: int) -> bool:
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "([{" else max(depth - 1, 0)
        if depth > most:
            return True
    return False


def _first_too_deep(text: str) -> tuple[int, int] | None:
    depth = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type != tokenize.OP or token.string not in "()[]{}":
                continue
            depth += 1 if token.string in "([{" else -1
            if depth > _DEEPEST:
                return token.start[0], token.start[1] + 1
    except tokenize.TokenError as error:
        return _place(error.args[1]) if "nested" in str(error.args[0]) else None
    except SyntaxError as error:
        return (error.lineno or 1, error.offset or 1) if "nested" in str(error.msg) else None
    return None


def _place(place: object) -> tuple[int, int]:
    return (int(place[0]), int(place[1])) if isinstance(place, tuple) else (1, 1)
