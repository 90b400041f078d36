"""Text that is safe to print: no control characters, and nothing of what is secret."""

from __future__ import annotations

import unicodedata

# Cf holds the marks that reorder text on a terminal; Cs is what no encoding can write.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """Escape what would move the cursor, reorder the line or break it."""
    if text.isprintable():
        return text
    return "".join(_escaped(character) for character in text)


def width(text: str) -> int:
    """Count the columns of a terminal that a text takes."""
    return sum(_width(character) for character in text)


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in _UNPRINTABLE:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
