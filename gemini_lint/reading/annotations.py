"""What an annotation says of a name: an object of a class that is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.combining import choose
from gemini_lint.reading.objects import Alias, LocalClass, LocalObject
from gemini_lint.reading.program import Binding, Frame
from gemini_lint.reading.walking import constant, last_name
from gemini_lint.values import UNKNOWN, Instance, Opaque, Symbol, Unknown, Value, possibilities

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

_FIRST_ONLY = ("Annotated",)
_INJECTING = ("Depends", "Security")


def annotated(evaluator: Evaluator, node: cst.BaseExpression, frame: Frame) -> Value:
    """Return an object of the class that an annotation names, if it is a known one."""
    given = _injected(evaluator, node, frame)
    if not isinstance(given, Unknown):
        return given
    known = [_object(evaluator, option, frame) for option in options(node)]
    return choose(
        [item for item in known if not isinstance(item, Unknown)], complete=len(known) == 1
    )


def _injected(evaluator: Evaluator, node: cst.BaseExpression, frame: Frame) -> Value:
    """Return what FastAPI hands in: `Annotated[genai.Client, Depends(get_client)]`."""
    if not isinstance(node, cst.Subscript) or last_name(node.value) not in _FIRST_ONLY:
        return UNKNOWN
    for element in node.slice[1:]:
        if isinstance(element.slice, cst.Index) and is_injection(element.slice.value):
            value = evaluator.evaluate(element.slice.value, frame)
            return UNKNOWN if says_nothing(evaluator, value) else value
    return UNKNOWN


def says_nothing(evaluator: Evaluator, value: Value) -> bool:
    """Tell whether a value is unknown, or an object of neither a library nor the project."""
    if isinstance(value, Instance):
        return not evaluator.libraries.knows(value.name)
    return isinstance(value, Unknown)


def is_injection(node: object) -> bool:
    """Tell whether an expression is FastAPI's `Depends(…)`."""
    return isinstance(node, cst.Call) and last_name(node.func) in _INJECTING


def annotated_value(evaluator: Evaluator, value: Value, binding: Binding) -> Value:
    """Return what an assignment gives its name: where no library and no class of the project
    tells, its annotation does."""
    if not isinstance(binding.detail, cst.Annotation):
        return value
    if not says_nothing(evaluator, value):
        return value
    said = annotated(evaluator, binding.detail.annotation, binding.frame)
    return choose([value, said], complete=False)


def _object(evaluator: Evaluator, node: cst.BaseExpression, frame: Frame) -> Value:
    for option in possibilities(evaluator.evaluate(node, frame)):
        if isinstance(option, Symbol) and evaluator.libraries.is_class(option.name):
            return Instance(option.name, (), (), option.place, complete=False)
        if not isinstance(option, Opaque):
            continue
        if isinstance(option.what, LocalClass):
            return Opaque(LocalObject(option.what.scope))
        if isinstance(option.what, Alias):
            return annotated(evaluator, option.what.node, option.what.frame)
    return UNKNOWN


def options(node: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """Yield the classes of `A | None`, `Optional[A]`, `Union[A, B]` and `"A"`."""
    if isinstance(node, cst.SimpleString):
        yield from _quoted(node)
    elif isinstance(node, cst.BinaryOperation):
        yield from options(node.left)
        yield from options(node.right)
    elif isinstance(node, cst.Subscript):
        wrapper = node.value.attr if isinstance(node.value, cst.Attribute) else node.value
        first_only = isinstance(wrapper, cst.Name) and wrapper.value in _FIRST_ONLY
        for element in node.slice[:1] if first_only else node.slice:
            if isinstance(element.slice, cst.Index):
                yield from options(element.slice.value)
    elif isinstance(node, (cst.Name, cst.Attribute)):
        yield node


def _quoted(node: cst.SimpleString) -> Iterator[cst.BaseExpression]:
    text = constant(node)
    if not isinstance(text, str):
        return
    try:
        inner = cst.parse_expression(text)
    except (cst.ParserSyntaxError, RecursionError):
        return
    if not isinstance(inner, cst.SimpleString):
        yield from options(inner)
