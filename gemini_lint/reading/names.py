"""What a name means where it is used, and what each kind of binding gives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading import argument_parsers, mutating, narrowing, operators
from gemini_lint.reading.annotations import (
    annotated,
    annotated_value,
    is_injection,
    says_nothing,
)
from gemini_lint.reading.combining import choose, spread, with_origin
from gemini_lint.reading.objects import LocalClass, LocalFunction
from gemini_lint.reading.program import Binding, Frame
from gemini_lint.reading.reaching_definitions import find, reaching
from gemini_lint.values import UNKNOWN, Literal, Opaque, Symbol, Value, is_none

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


_CONSTANTS: dict[str, tuple[bool | None]] = {"None": (None,), "True": (True,), "False": (False,)}


def name(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`model`, `None`."""
    assert isinstance(node, cst.Name)
    constant = _CONSTANTS.get(node.value)
    if constant is not None:
        return Literal(constant[0], evaluator.place(node, frame))
    return meaning(evaluator, node.value, frame, node)


def meaning(evaluator: Evaluator, name: str, frame: Frame, node: cst.CSTNode) -> Value:
    """Return what a name means at `frame`."""
    found = find(name, frame)
    if found is None:
        return _unbound(evaluator, name, frame, node)
    reached = reaching(found)
    for binding in reached.bindings:
        evaluator.note_guards(binding.frame, frame)
    values = [
        _seen(evaluator, name, binding, reached.bindings, frame) for binding in reached.bindings
    ]
    return choose(values, reached.definite)


def _seen(
    evaluator: Evaluator, name: str, binding: Binding, others: Sequence[Binding], frame: Frame
) -> Value:
    """Return what a name is at `frame` if it was bound there."""
    value = narrowing.of_name(
        evaluator, name, value_bound(evaluator, binding), binding, others, frame
    )
    return mutating.after_binding(evaluator, name, binding, value, frame)


def _unbound(evaluator: Evaluator, name: str, frame: Frame, node: cst.CSTNode) -> Value:
    for binding in frame.scope.module().bindings.get("*", ()):
        value = evaluator.workspace.star(str(binding.detail), name, frame.scope.path, evaluator)
        if value is not None:
            return value
        dotted = f"{binding.detail}.{name}"
        if evaluator.libraries.knows(dotted):
            return Symbol(evaluator.libraries.canonical(dotted), evaluator.place(node, frame))
    return Symbol(f"builtins.{name}", evaluator.place(node, frame))


def value_bound(evaluator: Evaluator, binding: Binding) -> Value:
    """Return the value that one binding gives its name."""
    node, frame = binding.node, binding.frame
    if binding.kind == "value":
        return annotated_value(evaluator, evaluator.evaluate(node, frame), binding)
    if binding.kind == "enter":
        return _entered(evaluator.evaluate(node, frame))
    if binding.kind == "element":
        return operators.element(evaluator.evaluate(node, frame))
    if binding.kind == "item":
        return _item(evaluator, binding)
    if binding.kind == "import":
        return evaluator.workspace.imported(str(binding.detail), node, frame, evaluator)
    if binding.kind == "parameter":
        return _parameter(evaluator, node, frame)
    if binding.kind == "augmented":
        return evaluator.evaluate(node, frame)
    return _definition(evaluator, binding)


def _definition(evaluator: Evaluator, binding: Binding) -> Value:
    node, frame = binding.node, binding.frame
    scope = evaluator.workspace.scope(node, frame)
    if scope is None:
        return UNKNOWN
    if binding.kind == "function" and isinstance(node, cst.FunctionDef):
        return Opaque(LocalFunction(node, scope))
    if binding.kind == "class":
        return Opaque(LocalClass(scope, frame))
    return UNKNOWN


def _item(evaluator: Evaluator, binding: Binding) -> Value:
    if not isinstance(binding.detail, tuple):
        return UNKNOWN
    kind, path = binding.detail
    value = evaluator.evaluate(binding.node, binding.frame)
    if kind == "element":
        value = operators.element(value)
    for number in path:
        value = spread(value, lambda option, at=number: operators.item(option, at))  # type: ignore[misc]
    return value


def _entered(value: Value) -> Value:
    """Return what `with value as name` binds."""
    return spread(value, lambda option: option)


def _parameter(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    annotation = getattr(node, "annotation", None)
    default = getattr(node, "default", None)
    known: list[Value] = []
    if isinstance(default, cst.BaseExpression):
        name = node.name.value if isinstance(node, cst.Param) else ""
        value = evaluator.evaluate(default, frame.outside())
        known.append(with_origin(value, f"the default of parameter {name}"))
    known.append(argument_parsers.decorated_default(evaluator, node, frame))
    is_told = is_injection(default) and not says_nothing(evaluator, known[0])
    if isinstance(annotation, cst.Annotation) and not is_told:
        known.append(annotated(evaluator, annotation.annotation, frame.outside()))
    options = [value for value in known if not is_none(value)]
    return choose(options, complete=False) if options else UNKNOWN
