"""Clients that nothing holds: `genai.Client().models.generate_content(…)`."""

from __future__ import annotations

import libcst as cst

from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.objects import local_function
from gemini_lint.reading.program import Frame
from gemini_lint.values import Symbol, Value, possibilities

_CLIENT = "google.genai.Client"


def is_temporary(evaluator: Evaluator, name: cst.BaseExpression, frame: Frame) -> bool:
    """Tell whether the client is made within the expression that uses it."""
    current: cst.BaseExpression = name
    while isinstance(current, cst.Attribute):
        if current.attr.value == "aio":
            return False
        current = current.value
    if not isinstance(current, cst.Call) or current is name:
        return False
    value = evaluator.evaluate(current.func, frame)
    return any(_makes_client(evaluator, option) for option in possibilities(value))


def _makes_client(evaluator: Evaluator, function: Value) -> bool:
    """Tell whether a function is the client's class, or only returns a new client."""
    if isinstance(function, Symbol):
        return function.name == _CLIENT
    own = local_function(function)
    if own is None:
        return False
    node, scope = own.node, own.scope
    if not isinstance(node, cst.FunctionDef) or node.decorators or len(scope.returns) != 1:
        return False
    returned, frame = scope.returns[0]
    if not isinstance(returned, cst.Call):
        return False
    made = evaluator.evaluate(returned.func, frame)
    return isinstance(made, Symbol) and made.name == _CLIENT
