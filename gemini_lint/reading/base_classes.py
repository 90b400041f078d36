"""What `super().__init__(…)` calls: a library's class that a class of the project derives from."""

from __future__ import annotations

import libcst as cst

from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.program import Frame, Scope
from gemini_lint.values import UNKNOWN, Value


def is_of_base(function: cst.BaseExpression) -> bool:
    """Tell whether a function is the first base's `__init__`."""
    return (
        isinstance(function, cst.Attribute)
        and function.attr.value == "__init__"
        and isinstance(function.value, cst.Call)
        and isinstance(function.value.func, cst.Name)
        and function.value.func.value == "super"
    )


def first_base(evaluator: Evaluator, frame: Frame) -> Value:
    """Return the class that the class around a method names first."""
    scope: Scope | None = frame.scope
    while scope is not None and scope.kind != "class":
        scope = scope.parent
    if scope is None or scope.frame is None or not isinstance(scope.node, cst.ClassDef):
        return UNKNOWN
    bases = scope.node.bases
    return evaluator.evaluate(bases[0].value, scope.frame) if bases else UNKNOWN
