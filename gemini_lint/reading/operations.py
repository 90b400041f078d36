"""Expressions with operators: `a + b`, `a += b`, `-a`, `a or b`, `a if b else c`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading import narrowing, operators
from gemini_lint.reading.combining import choose, spread, with_origin
from gemini_lint.reading.conditions import asks_client, tests_model
from gemini_lint.reading.names import meaning
from gemini_lint.reading.pipes import piped
from gemini_lint.reading.program import Frame
from gemini_lint.values import UNKNOWN, Choice, Literal, Unknown, Value, possibilities

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def binary(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`a + b`, `a % b`, `a | b`."""
    assert isinstance(node, cst.BinaryOperation)
    place = evaluator.place(node, frame)
    if isinstance(node.operator, cst.Add):
        return operators.sum_of(_chain(evaluator, node, frame), place)
    left = evaluator.evaluate(node.left, frame)
    right = evaluator.evaluate(node.right, frame)
    if isinstance(node.operator, cst.Modulo):
        return spread(left, lambda option: operators.percent(option, right))
    if isinstance(node.operator, cst.BitOr):
        chain = piped(evaluator.libraries, left, right, place)
        return chain or operators.merged(left, right, place)
    return operators.arithmetic(node.operator, left, right, place)


def _chain(evaluator: Evaluator, node: cst.BinaryOperation, frame: Frame) -> list[Value]:
    """Evaluate `a + b + c` without descending once for each `+`."""
    parts: list[Value] = []
    current: cst.BaseExpression = node
    while isinstance(current, cst.BinaryOperation) and isinstance(current.operator, cst.Add):
        parts.append(evaluator.evaluate(current.right, frame))
        current = current.left
    parts.append(evaluator.evaluate(current, frame))
    return parts[::-1]


def augmented(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`a += b`: what `a` is afterwards."""
    assert isinstance(node, cst.AugAssign)
    sign = operators.AUGMENTED.get(type(node.operator))
    if not isinstance(node.target, cst.Name) or sign is None:
        return UNKNOWN
    before = meaning(evaluator, node.target.value, frame, node.target)
    added = evaluator.evaluate(node.value, frame)
    place = evaluator.place(node.value, frame)
    if sign is cst.Add:
        return operators.sum_of([before, added], place)
    if sign is cst.BitOr:
        return operators.merged(before, added, place)
    return operators.arithmetic(sign(), before, added, place)


def unary(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`-a`, `not a`."""
    assert isinstance(node, cst.UnaryOperation)
    value = evaluator.evaluate(node.expression, frame)
    place = evaluator.place(node, frame)
    return spread(value, lambda option: operators.negated(node.operator, option, place))


def boolean(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`a or b`, `a and b`."""
    assert isinstance(node, cst.BooleanOperation)
    left, right = evaluator.evaluate(node.left, frame), evaluator.evaluate(node.right, frame)
    if isinstance(node.operator, cst.And):
        return choose([right], complete=False)
    if isinstance(left, Literal):
        return left if left.value else right
    fallback = with_origin(right, 'the fallback after "or"')
    kept = [option for option in possibilities(left) if not _is_falsy(option)]
    return choose([*kept, fallback], complete=not _is_open(left))


def conditional(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`a if b else c`."""
    assert isinstance(node, cst.IfExp)
    evaluator.guards += tests_model(node.test, frame.scope)
    evaluator.asked += asks_client(node.test)
    if_true, if_false = narrowing.within(frame, node.test)
    values = [evaluator.evaluate(node.body, if_true), evaluator.evaluate(node.orelse, if_false)]
    return choose(values, complete=True)


def awaited(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`await a`."""
    assert isinstance(node, cst.Await)
    return evaluator.evaluate(node.expression, frame)


def walrus(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`(name := a)`."""
    assert isinstance(node, cst.NamedExpr)
    return evaluator.evaluate(node.value, frame)


def _is_falsy(value: Value) -> bool:
    return isinstance(value, Literal) and not value.value


def _is_open(value: Value) -> bool:
    return isinstance(value, Unknown) or (isinstance(value, Choice) and not value.complete)
