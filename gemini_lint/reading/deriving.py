"""What `self.x` is in a class that others of the file derive from: theirs, where they set it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst
from msgspec import Struct

from gemini_lint.reading.classes import is_init
from gemini_lint.reading.combining import choose
from gemini_lint.reading.objects import LocalObject, local_function
from gemini_lint.reading.program import Binding, Frame, Program, Scope
from gemini_lint.reading.reaching_definitions import dominates
from gemini_lint.reading.walking import dotted, last_name, nodes
from gemini_lint.values import Instance, Literal, Unknown, Value, possibilities

if TYPE_CHECKING:
    from gemini_lint.reading.attributes import Attributes

_DEEPEST = 4
_BASES = ("Base", "Abstract", "Mixin")
_ABSTRACT = frozenset({"ABC", "ABCMeta", "Protocol", "abstractmethod", "abstractproperty"})


class Classes(Struct, frozen=True):
    """The classes of one file by what they derive from, and the names that are called or
    whose methods are."""

    derived: dict[str, list[Scope]]
    used: frozenset[str]


def classes(program: Program | None) -> Classes:
    """Return what a file says of its classes."""
    derived: dict[str, list[Scope]] = {}
    for scope in program.scopes.values() if program is not None else ():
        for base in scope.node.bases if isinstance(scope.node, cst.ClassDef) else ():
            derived.setdefault(last_name(without_parameters(base.value)), []).append(scope)
    if program is None or not derived:
        return Classes(derived, frozenset())
    called = (dotted(site.node.func) or "" for site in program.calls)
    used = {name.split(".")[0] for name in called if not name.endswith(".__init__")}
    return Classes(derived, frozenset(used))


def of_self(attributes: Attributes, owner: Scope, name: str, frame: Frame) -> Value:
    """Return what `self.name` may be in a method of `owner`."""
    own = attributes.of_object(LocalObject(owner), name, frame)
    if _is_set_before(owner, name, frame):
        return own
    keeps = _keeps(attributes, owner, name) and not _says_nothing(own)
    if keeps and not _is_only_a_base(owner):
        return own
    known = [scope for scope in _below(attributes, owner) if _sets(scope, name)]
    values = [attributes.of_object(LocalObject(scope), name, frame) for scope in known]
    if any(_is_client(attributes, value) for value in values):
        # where requests go is not for some of the classes to say: other files may have more
        return own
    own = _without_empty(own) if _is_abstract(owner) else own
    return choose([own, *values] if keeps else values, complete=True) if known else own


def without_parameters(base: cst.BaseExpression) -> cst.BaseExpression:
    """Return `Base` of `Base[Settings]`."""
    return base.value if isinstance(base, cst.Subscript) else base


def sets_always(binding: Binding, name: str) -> bool:
    """Tell whether an object always gets an attribute that owes nothing to its class's."""
    if binding.frame.arms or not is_init(binding.frame.scope):
        return False
    return not any(
        isinstance(node, cst.Attribute) and node.attr.value == name for node in nodes(binding.node)
    )


def _below(attributes: Attributes, owner: Scope, depth: int = _DEEPEST) -> Iterator[Scope]:
    """Yield the classes that derive from one, those further down too."""
    for scope in _derived(attributes, owner):
        yield scope
        if depth > 0:
            yield from _below(attributes, scope, depth - 1)


def _derived(attributes: Attributes, owner: Scope) -> list[Scope]:
    """Return the classes of the file that name one among their bases."""
    named = attributes.classes(owner).derived.get(_name(owner), ())
    return [scope for scope in named if owner in attributes.bases(scope)]


def _keeps(attributes: Attributes, owner: Scope, name: str, depth: int = _DEEPEST) -> bool:
    """Tell whether an object may have what a class itself sets: not where all that are made are
    of classes that set it anew."""
    derived = _derived(attributes, owner)
    if not derived or depth == 0 or _is_used(attributes, owner):
        return True
    if len(derived) == 1 and not _is_only_a_base(owner):
        return True
    return any(
        not _replaces(scope, name) and _keeps(attributes, scope, name, depth - 1)
        for scope in derived
    )


def _is_used(attributes: Attributes, owner: Scope) -> bool:
    """Tell whether objects of a class itself are made, or it is asked for something."""
    return _name(owner) in attributes.classes(owner).used


def _is_abstract(owner: Scope) -> bool:
    """Tell whether objects are only made of classes that derive from one, by what it says."""
    node = owner.node
    named = [*node.bases, *node.keywords] if isinstance(node, cst.ClassDef) else []
    if any(last_name(item.value) in _ABSTRACT for item in named):
        return True
    return any(
        last_name(item.decorator) in _ABSTRACT
        for bound in owner.bindings.values()
        for binding in bound
        for item in getattr(binding.node, "decorators", ())
    )


def _is_client(attributes: Attributes, value: Value) -> bool:
    libraries = attributes.evaluator.libraries
    return any(
        isinstance(option, Instance) and libraries.is_class(option.name)
        for option in possibilities(value)
    )


def _says_nothing(value: Value) -> bool:
    """Tell whether it is for derived classes to say: nothing, or `raise NotImplementedError`."""
    if isinstance(value, Unknown):
        return True
    function = local_function(value)
    return (
        function is not None
        and not isinstance(function.node, cst.Lambda)
        and (not function.scope.returns)
    )


def _is_only_a_base(owner: Scope) -> bool:
    """Tell whether a class is there to derive from, by its name too: `BaseProvider`."""
    return _is_abstract(owner) or any(word in _name(owner) for word in _BASES)


def _without_empty(value: Value) -> Value:
    """Leave out what is empty for derived classes to fill in."""
    options = [
        option
        for option in possibilities(value)
        if not isinstance(option, Literal) or option.value or option.value is False
    ]
    return (
        value if len(options) == len([*possibilities(value)]) else choose(options, complete=False)
    )


def _name(owner: Scope) -> str:
    return owner.node.name.value if isinstance(owner.node, cst.ClassDef) else ""


def _sets(scope: Scope, name: str) -> bool:
    return name in scope.attributes or _replaces(scope, name)


def _replaces(scope: Scope, name: str) -> bool:
    """Tell whether a class always has an attribute of its own: one that it only annotates is
    its base's."""
    of_class = any(binding.kind != "parameter" for binding in scope.bindings.get(name, ()))
    return of_class or any(sets_always(item, name) for item in scope.attributes.get(name, ()))


def _is_set_before(owner: Scope, name: str, frame: Frame) -> bool:
    """Tell whether the method around a use has set the attribute already."""
    return any(dominates(binding.frame, frame) for binding in owner.attributes.get(name, ()))
