"""On which line of a notebook's file the lines of its cells stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from gemini_lint.regexes import regex

_Path: TypeAlias = tuple[object, ...]

# a string with the colon that makes it a key, or what opens, separates and closes
_TOKEN = regex(r'(?P<string>"(?:[^"\\]|\\.)*")(?P<colon>\s*:)?|(?P<mark>[][{},])', re.DOTALL)


def notebook_lines(data: bytes) -> Mapping[tuple[int, int], int]:
    """Map cell and line in the cell to the line of the file, all counted from 1.

    It is empty for a notebook of the format's version 3, and for what is none.
    """
    try:
        text = data.decode("utf-8-sig")
        json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found: dict[tuple[int, int], int] = {}
    ends: dict[int, tuple[int, bool]] = {}
    for cell, piece, line in _pieces(text):
        last, is_fresh = ends.get(cell, (1, True))
        if is_fresh:
            found[cell, last] = line
        more = piece.count("\n")
        found.update({(cell, last + number): line for number in range(1, more + 1)})
        ends[cell] = (last + more, piece.endswith("\n"))
    return found


def _pieces(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield the strings of all cells' sources: cell, text, and line in the file."""
    line, seen = 1, 0
    for path, start, literal in _strings(text):
        if len(path) in (3, 4) and path[0] == "cells" and path[2] == "source":
            line, seen = line + text.count("\n", seen, start), start
            piece = json.loads(literal, strict=False)
            yield int(str(path[1])) + 1, re.sub("\r\n?", "\n", piece), line


def _strings(text: str) -> Iterator[tuple[_Path, int, str]]:
    """Yield each string that is a value, with the keys and indices that lead to it."""
    path: list[object] = []
    for token in _TOKEN.finditer(text):
        mark = token["mark"]
        if token["colon"]:
            path[-1] = json.loads(token["string"], strict=False)
        elif token["string"]:
            yield tuple(path), token.start(), token["string"]
        elif mark in ("[", "{"):
            path.append(0 if mark == "[" else "")
        elif mark in ("]", "}"):
            path.pop()
        elif isinstance(path[-1], int):
            path[-1] += 1
