"""The hash of a line by which GitHub's code scanning recognises an alert.

The action that uploads SARIF computes it from the checked-out file, and warns of each result
that brings another one; who uploads by the API has to bring it along.
https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
"""

from __future__ import annotations

import re
from functools import lru_cache

from gemini_lint import sources
from gemini_lint.sources import PathError

_LENGTH = 100  # characters from the start of the line on, blanks not counted
_FACTOR = 37
_END = "\uffff"
_FILES_KEPT = 8


class LineHashes:
    """The hashes of the lines of one file."""

    def __init__(self, data: bytes) -> None:
        text = re.sub(r"\r\n?", "\n", data.decode("utf-8", "replace"))
        self._text = _in_units(re.sub(r"[ \t]", "", text)) + _END + "\0" * _LENGTH
        ends = [match.end() for match in re.finditer("\n", self._text)]
        self._starts = [0, *ends]

    def of_line(self, line: int) -> str | None:
        """Return the hash of a line, counted from 1, and its number among equal ones."""
        if not 0 < line <= len(self._starts):
            return None
        windows = [self._text[start : start + _LENGTH] for start in self._starts[:line]]
        return f"{_hash(windows[-1]):x}:{windows.count(windows[-1])}"


@lru_cache(_FILES_KEPT)
def line_hashes(path: str) -> LineHashes | None:
    """Return those of a file on disk; None where it cannot be read."""
    data = sources.read(path)
    return None if isinstance(data, PathError) else LineHashes(data)


def _hash(characters: str) -> int:
    value = 0
    for character in characters:
        value = (value * _FACTOR + ord(character)) % 2**64
    return value


def _in_units(text: str) -> str:
    """Write what lies beyond 16 bits as the two halves that JavaScript counts."""
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[i] | data[i + 1] << 8) for i in range(0, len(data), 2))
