"""What a class of the project says of itself: what its methods call their object, its fields,
which kind of class it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from gemini_lint.reading.program import Binding, Scope
from gemini_lint.reading.walking import dotted

_ENUM_BASES = ("Enum", "StrEnum", "IntEnum")
_FIRST = ("__init__", "__post_init__", "setUp", "asyncSetUp", "setup_method")


def class_around(scope: Scope | None) -> Scope | None:
    """Return the class that a scope stands in."""
    while scope is not None and scope.kind != "class":
        scope = scope.parent
    return scope


def owner_class(name: str, scope: Scope | None) -> Scope | None:
    """Return the class whose methods call their object `name` in this scope."""
    while scope is not None:
        if scope.kind == "function" and name in scope.bindings:
            return scope.parent if scope.receiver == name else None
        scope = scope.parent
    return None


def own_bindings(node: cst.Attribute, scope: Scope) -> Sequence[Binding]:
    """Return what a class binds `self.x` to, used in one of its methods; nothing elsewhere."""
    owner = owner_class(node.value.value, scope) if isinstance(node.value, cst.Name) else None
    return owner.attributes.get(node.attr.value, ()) if owner is not None else ()


def is_init(scope: Scope) -> bool:
    """Tell whether a scope is that of a method which runs before all others."""
    return isinstance(scope.node, cst.FunctionDef) and scope.node.name.value in _FIRST


def fields(scope: Scope) -> Iterator[str]:
    """Yield the fields of a dataclass without bases in the order in which it takes them."""
    if isinstance(scope.node, cst.ClassDef) and not scope.node.bases:
        yield from (name.value for name in annotated_names(scope))


def annotated_names(scope: Scope) -> Iterator[cst.Name]:
    """Yield the names that a class body annotates, in their order."""
    if not isinstance(scope.node, cst.ClassDef):
        return
    for line in scope.node.body.body:
        for item in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(item, cst.AnnAssign) and isinstance(item.target, cst.Name):
                yield item.target


def is_enum(scope: Scope) -> bool:
    """Tell whether a class is an Enum."""
    if not isinstance(scope.node, cst.ClassDef):
        return False
    names = [dotted(argument.value) or "" for argument in scope.node.bases]
    return any(name.split(".")[-1] in _ENUM_BASES for name in names)


def is_property(node: cst.FunctionDef | cst.Lambda) -> bool:
    """Tell whether a method is read like an attribute."""
    if not isinstance(node, cst.FunctionDef):
        return False
    names = [dotted(item.decorator) or "" for item in node.decorators]
    return any(name.split(".")[-1] in ("property", "cached_property") for name in names)
