"""Classes of the project that derive from a library's: what `super().__init__(…)` calls, and
what is made of one without an `__init__` of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint.clients import Shape
from gemini_lint.reading.arguments import instance
from gemini_lint.reading.objects import LocalClass, LocalObject
from gemini_lint.reading.program import Frame, Scope
from gemini_lint.values import UNKNOWN, Entry, Instance, Opaque, Symbol, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

_DEEPEST = 4
_MAKERS = ("__init__", "__new__")


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
    return _first(evaluator, scope) if scope is not None else UNKNOWN


def made(evaluator: Evaluator, what: LocalClass, node: cst.Call, frame: Frame) -> Value:
    """Return the object that calling a class of the project makes: a library's, if it derives
    from that one's class and leaves the making to it, and all that it does."""
    base = library_base(evaluator, what)
    own_methods = any(bound[-1].kind == "function" for bound in what.scope.bindings.values())
    if base is None or own_methods:
        return Opaque(LocalObject(what.scope, instance(evaluator, "", node, frame)))
    thing = evaluator.result(base, node, frame)
    shape = _shape(evaluator, base.name)
    if not isinstance(thing, Instance) or shape is None:
        return thing
    own = [entry for entry in thing.keywords if entry.key in shape.fields]
    given = {entry.key for entry in own}
    preset = [entry for entry in defaults(evaluator, what, shape) if entry.key not in given]
    return replace(thing, keywords=(*preset, *own))


def library_base(evaluator: Evaluator, what: LocalClass) -> Symbol | None:
    """Return the library's class that makes the objects of a class of the project, unless that
    one says where requests go: `api_client` of an ADK model."""
    scope = what.scope
    for _ in range(_DEEPEST):
        if any(name in _MAKERS or "client" in name for name in scope.bindings):
            return None
        base = _first(evaluator, scope)
        if isinstance(base, Symbol):
            return base if _shape(evaluator, base.name) is not None else None
        if not isinstance(base, Opaque) or not isinstance(base.what, LocalClass):
            return None
        scope = base.what.scope
    return None


def of_library(evaluator: Evaluator, thing: LocalObject) -> Instance | None:
    """Return what an object of the project is to the library that its class derives from."""
    home = thing.scope.frame
    base = library_base(evaluator, LocalClass(thing.scope, home)) if home is not None else None
    if base is None:
        return None
    name = evaluator.libraries.returned(base.name) or base.name
    keywords = thing.made.keywords if thing.made is not None else ()
    place = thing.made.place if thing.made is not None else base.place
    return Instance(name, (), keywords, place, complete=False, maker=base.name)


def defaults(evaluator: Evaluator, what: LocalClass, shape: Shape) -> Iterator[Entry]:
    """Yield what a class of the project sets of the fields of the library's."""
    for name, bound in what.scope.bindings.items():
        node, frame = bound[-1].node, bound[-1].frame
        if name in shape.fields and bound[-1].kind == "value":
            place = evaluator.place(node, frame)
            yield Entry(name, evaluator.evaluate(node, frame), place)


def _first(evaluator: Evaluator, scope: Scope) -> Value:
    if scope.frame is None or not isinstance(scope.node, cst.ClassDef):
        return UNKNOWN
    bases = scope.node.bases
    return evaluator.evaluate(bases[0].value, scope.frame) if bases else UNKNOWN


def _shape(evaluator: Evaluator, name: str) -> Shape | None:
    """Return what a library's class is made with."""
    found = evaluator.libraries.function(name)
    return found[1].shape if found is not None else evaluator.libraries.shape_of(name)
