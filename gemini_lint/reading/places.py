"""From places to spans: positions are worked out only in files that have something to say."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from gemini_lint.findings import Span
from gemini_lint.reading.program import Program
from gemini_lint.values import Place


def spans(program: Program, places: Iterable[Place]) -> dict[Place, Span]:
    """Return the span of each place in one file. Columns count from 1, in characters."""
    wanted = [place for place in places if isinstance(place.anchor, cst.CSTNode)]
    if not wanted:
        return {}
    wrapper = MetadataWrapper(program.tree, unsafe_skip_copy=True)
    positions = wrapper.resolve(PositionProvider)
    found: dict[Place, Span] = {}
    for place in wanted:
        position = positions.get(place.anchor)  # type: ignore[call-overload]
        if position is not None:
            start, end = position.start, position.end
            found[place] = Span(
                place.path, None, start.line, start.column + 1, end.line, end.column + 1
            )
    return found
