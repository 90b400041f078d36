"""From places to spans, without positions for the whole file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import libcst as cst
from libcst.metadata import CodeRange

from gemini_lint.findings import Span
from gemini_lint.reading import positions_by_text
from gemini_lint.reading.positions_by_text import Path
from gemini_lint.reading.program import Program
from gemini_lint.reading.walking import children
from gemini_lint.values import Place

_STATEMENTS = (cst.SimpleStatementLine, cst.BaseCompoundStatement)


def spans(program: Program, places: Iterable[Place]) -> dict[Place, Span]:
    """Return the span of each place in one file. Columns count from 1, in characters."""
    wanted = {place.anchor: place for place in places if isinstance(place.anchor, cst.CSTNode)}
    if not wanted:
        return {}
    ranges = _ranges(program.tree, program.text, wanted.keys())
    return {place: _span(place, ranges[node]) for node, place in wanted.items() if node in ranges}


def _span(place: Place, position: CodeRange) -> Span:
    start, end = position.start, position.end
    return Span(place.path, None, start.line, start.column + 1, end.line, end.column + 1)


def _ranges(
    tree: cst.Module, text: str, wanted: Iterable[cst.CSTNode]
) -> dict[cst.CSTNode, CodeRange]:
    paths = _paths(tree, frozenset(map(id, wanted)))
    found: dict[cst.CSTNode, CodeRange] = {}
    if text.count("\r") == text.count("\r\n"):  # otherwise counting lines takes more
        for path in paths:
            position = positions_by_text.range_of(path, tree, text)
            if position is not None:
                found[path[0]] = position
    rest = [path for path in paths if path[0] not in found]
    if rest:
        from gemini_lint.reading import positions_by_statement

        found |= positions_by_statement.ranges(tree, text, _statements(rest))
    return found


def _paths(tree: cst.Module, wanted: frozenset[int]) -> list[Path]:
    """Return the ways to nodes, which come as ids: libcst's nodes hash in Python, and every
    node is looked up."""
    found: list[Path] = []
    stack: list[Path] = [(tree, None)]
    while stack and len(found) < len(wanted):
        path = stack.pop()
        if id(path[0]) in wanted:
            found.append(path)
        stack += [(child, path) for child in children(path[0])]
    return found


def _statements(paths: Sequence[Path]) -> frozenset[cst.CSTNode]:
    """Return the statements on some ways."""
    found: set[cst.CSTNode] = set()
    for path in paths:
        rest: Path | None = path
        while rest is not None:
            node, rest = rest
            if _is_statement(type(node)):
                found.add(node)
    return frozenset(found)


@cache
def _is_statement(kind: type) -> bool:
    return issubclass(kind, _STATEMENTS)
