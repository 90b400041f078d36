"""Functions of the project: what they give, whatever they are called with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.annotations import annotated
from gemini_lint.reading.combining import choose
from gemini_lint.reading.objects import LocalFunction
from gemini_lint.reading.program import Frame
from gemini_lint.values import UNKNOWN, Opaque, Unknown, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def lambda_(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`lambda: a`."""
    scope = evaluator.workspace.scope(node, frame)
    if scope is None or not isinstance(node, cst.Lambda):
        return UNKNOWN
    return Opaque(LocalFunction(node, scope))


def returned(evaluator: Evaluator, function: LocalFunction) -> Value:
    """Return what a function of the project gives, whatever it is called with."""
    if isinstance(function.node, cst.Lambda):
        inside = Frame(function.scope, 2**62)
        return evaluator.evaluate(function.node.body, inside)
    start = Frame(function.scope, 0)
    for _, frame in function.scope.returns:
        evaluator.note_guards(frame, start)
    values = [evaluator.evaluate(node, frame) for node, frame in function.scope.returns]
    returns = function.node.returns
    if returns is not None and all(_says_nothing(value) for value in values):
        return annotated(evaluator, returns.annotation, start.outside())
    return choose(values, complete=True)


def _says_nothing(value: Value) -> bool:
    return isinstance(value, Unknown) or (
        isinstance(value, Opaque) and isinstance(value.what, cst.CSTNode)
    )
