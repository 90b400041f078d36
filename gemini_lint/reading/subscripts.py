"""`d["key"]`, `names[0]` and `model[len("google/"):]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading import narrowing, operators, session_state, texts
from gemini_lint.reading.combining import spread
from gemini_lint.reading.objects import Alias
from gemini_lint.reading.program import Frame
from gemini_lint.reading.walking import last_name, single_index, string
from gemini_lint.values import UNKNOWN, Opaque, Symbol, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def subscript(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`owner[key]`."""
    assert isinstance(node, cst.Subscript)
    index = single_index(node)
    if index is None and last_name(node.value) == "Annotated":
        return Opaque(Alias(node, frame))
    if index is None:
        return _cut(evaluator, node, frame)
    owner = evaluator.evaluate(node.value, frame)
    if isinstance(owner, Symbol) and owner.name == session_state.NAME:
        return session_state.kept(evaluator, string(index) or "", frame)
    if isinstance(owner, Symbol) and not owner.name.endswith("environ"):
        return Opaque(node)
    key = evaluator.evaluate(index, frame)
    value = spread(owner, lambda option: operators.lookup(option, key))
    return narrowing.of_place(evaluator, node, value, frame)


def _cut(evaluator: Evaluator, node: cst.Subscript, frame: Frame) -> Value:
    """`model[len("google/"):]`."""
    part = node.slice[0].slice
    if len(node.slice) != 1 or not isinstance(part, cst.Slice) or part.lower is None:
        return UNKNOWN
    if part.upper is not None or part.step is not None:
        return UNKNOWN
    length = evaluator.evaluate(part.lower, frame)
    return texts.without_beginning(evaluator.evaluate(node.value, frame), length)
