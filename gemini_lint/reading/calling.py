"""What a call gives, by what is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint.reading import (
    base_classes,
    copies,
    defaults,
    functions,
    known_calls,
    value_methods,
)
from gemini_lint.reading.arguments import instance
from gemini_lint.reading.combining import spread
from gemini_lint.reading.objects import BoundMethod, LocalClass, LocalFunction
from gemini_lint.reading.program import Frame
from gemini_lint.values import UNKNOWN, Instance, Mapping, Member, Opaque, Symbol, Unknown, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def call(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """Return what a call gives."""
    assert isinstance(node, cst.Call)
    if known_calls.is_schema(node.func):
        return Mapping((), evaluator.place(node, frame), complete=False)
    function = evaluator.evaluate(node.func, frame)
    if isinstance(function, Unknown):
        return _call_of_unknown(evaluator, node, frame)
    return spread(function, lambda option: call_of(evaluator, option, node, frame))


def _call_of_unknown(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """Return what a method gives that is only known by its name."""
    if _is_get(node.func):
        return defaults.get_from_unknown(evaluator, node, frame)
    if copies.is_dump(node) and isinstance(node.func, cst.Attribute):
        owner = evaluator.evaluate(node.func.value, frame)
        return copies.as_mapping(evaluator, owner, evaluator.place(node, frame), frame)
    return UNKNOWN


def call_of(evaluator: Evaluator, function: Value, node: cst.Call, frame: Frame) -> Value:
    """Return what calling one function with the arguments of `node` gives."""
    if isinstance(function, Symbol):
        return _call_of_symbol(evaluator, function.name, node, frame)
    if isinstance(function, Member):
        return _call_of_member(evaluator, function, node, frame)
    if isinstance(function, Instance):
        return _call_of_instance(evaluator, function, node, frame)
    if not isinstance(function, Opaque):
        return UNKNOWN
    if isinstance(function.what, LocalFunction):
        return functions.returned(evaluator, function.what)
    if isinstance(function.what, LocalClass):
        return base_classes.made(evaluator, function.what, node, frame)
    if isinstance(function.what, BoundMethod):
        return value_methods.method(evaluator, function.what, node, frame)
    return UNKNOWN


def _call_of_symbol(evaluator: Evaluator, name: str, node: cst.Call, frame: Frame) -> Value:
    handler = known_calls.FUNCTIONS.get(name)
    if handler is not None:
        return handler(evaluator, node, frame)
    made = copies.validated(evaluator, name, node, frame)
    return _call_of_library(evaluator, name, node, frame) if made is None else made


def _call_of_member(evaluator: Evaluator, member: Member, node: cst.Call, frame: Frame) -> Value:
    known = known_calls.of_member(evaluator, member, node, frame)
    if known is not None:
        return known
    name = f"{member.owner.name}.{member.path}"
    return _call_of_library(evaluator, name, node, frame, receiver=member.owner)


def _call_of_library(
    evaluator: Evaluator, name: str, node: cst.Call, frame: Frame, receiver: Instance | None = None
) -> Value:
    """Return what a function gives of which only the name is known, or the declaration."""
    if _is_get(node.func) and evaluator.libraries.function(name) is None:
        return defaults.get_from_unknown(evaluator, node, frame)
    returned = evaluator.libraries.returned(name)
    made = instance(evaluator, returned or name, node, frame, maker=name)
    return made if receiver is None else replace(made, receiver=receiver)


def _call_of_instance(
    evaluator: Evaluator, function: Instance, node: cst.Call, frame: Frame
) -> Value:
    if function.name in known_calls.ENVIRONMENTS:
        return defaults.environment(evaluator, node, frame)
    if function.name != "functools.partial" or not function.positional:
        return UNKNOWN
    return call_of(evaluator, function.positional[0], node, frame)


def _is_get(function: cst.BaseExpression) -> bool:
    """Tell whether a function is called `get`, as a mapping's."""
    return isinstance(function, cst.Attribute) and function.attr.value == "get"
