"""What `a.b` is: of modules, library objects, and the project's own classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading import (
    argument_parsers,
    base_classes,
    deriving,
    duck_typing,
    mutating,
    narrowing,
    session_state,
)
from gemini_lint.reading.annotations import annotated_value
from gemini_lint.reading.changes import assigned, of_attribute
from gemini_lint.reading.classes import fields, is_enum, is_property, owner_class
from gemini_lint.reading.combining import choose, spread, with_origin
from gemini_lint.reading.functions import returned
from gemini_lint.reading.names import value_bound
from gemini_lint.reading.objects import (
    BoundMethod,
    LocalClass,
    LocalObject,
    ProjectModule,
    local_class,
    local_function,
)
from gemini_lint.reading.program import Binding, Frame, Scope
from gemini_lint.reading.reaching_definitions import Found, dominates, end_of, reaching
from gemini_lint.reading.walking import dotted
from gemini_lint.values import (
    UNKNOWN,
    Instance,
    Literal,
    Mapping,
    Member,
    Opaque,
    Sequence as Items,
    Symbol,
    Text,
    Unknown,
    Value,
    is_none,
)

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

_MOST_BASES = 8


class Attributes:
    """Looks attributes up for an evaluator."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self._active: set[tuple[Scope, str]] = set()
        self._classes: dict[Scope, deriving.Classes] = {}

    def of(self, node: cst.Attribute, frame: Frame) -> Value:
        """Return the value of an attribute expression."""
        name = node.attr.value
        if isinstance(node.value, cst.Name):
            owner = owner_class(node.value.value, frame.scope)
            if owner is not None:
                return deriving.of_self(self, owner, name, frame)
        value = self.evaluator.evaluate(node.value, frame)
        return spread(value, lambda option: self.one(option, name, node, frame))

    def one(self, owner: Value, name: str, node: cst.CSTNode, frame: Frame) -> Value:
        """Return an attribute of one known thing."""
        place = self.evaluator.place(node, frame)
        if isinstance(owner, Symbol):
            if owner.name == session_state.NAME:
                return session_state.kept(self.evaluator, name, frame)
            if name.isupper() and self.may_be_missing(frame):
                return UNKNOWN
            return Symbol(self.evaluator.libraries.canonical(f"{owner.name}.{name}"), place)
        if isinstance(owner, Member):
            return Member(owner.owner, f"{owner.path}.{name}", place)
        if isinstance(owner, Instance):
            return self.of_instance(owner, name, node, frame)
        if isinstance(owner, (Mapping, Items, Text, Literal)):
            # a member of an Enum is what it stands for
            return owner if name in ("value", "_value_") else Opaque(BoundMethod(owner, name))
        if isinstance(owner, Opaque):
            return self.of_opaque(owner.what, name, node, frame)
        return UNKNOWN

    def may_be_missing(self, frame: Frame) -> bool:
        """Tell whether code stands in a `try` that deals with a member which is not there."""
        program = self.evaluator.workspace.program(frame.scope.path)
        return program is not None and any(
            dotted(exception) == "AttributeError"
            for block in program.tries
            if block.holds(frame)
            for exception in block.exceptions()
        )

    def of_instance(self, owner: Instance, name: str, node: cst.CSTNode, frame: Frame) -> Value:
        has_fields = not self.evaluator.libraries.is_class(owner.name)
        entry = next((item for item in owner.keywords if item.key == name), None)
        if owner.maker.endswith("ArgumentParser.parse_args"):
            default = argument_parsers.default(self.evaluator, name, frame)
            if entry is None or not entry.certain:
                return default if entry is None else choose([default, entry.value], complete=False)
        if entry is not None and has_fields:
            return entry.value
        return Member(owner, name, self.evaluator.place(node, frame))

    def of_opaque(self, what: object, name: str, node: cst.CSTNode, frame: Frame) -> Value:
        if isinstance(what, LocalObject):
            return self.of_object(what, name, frame)
        if isinstance(what, LocalClass):
            return self.of_object(LocalObject(what.scope, is_class=True), name, frame)
        if isinstance(what, ProjectModule):
            return self.evaluator.workspace.name_in(what.program, name, node, self.evaluator)
        return UNKNOWN

    def of_object(self, owner: LocalObject, name: str, frame: Frame) -> Value:
        """`object.name`, wherever a method or the class body sets it."""
        key = (owner.scope, name)
        if key in self._active or len(self._active) > _MOST_BASES * 4:
            return UNKNOWN
        self._active.add(key)
        try:
            return self._of_object(owner, name, frame)
        finally:
            self._active.discard(key)

    def _of_object(self, owner: LocalObject, name: str, frame: Frame) -> Value:
        given = self.given(owner, name)
        if given is not None:
            return given
        bindings = self.bindings(owner, name, frame)
        for binding in bindings:
            self.evaluator.note_guards(binding.frame, frame)
        values = [self.kept(binding, bindings, name, frame) for binding in bindings]
        known = [value for value in values if not is_none(value)]
        if not values:
            return self.inherited(owner, name, frame)
        value = choose(known, complete=len(known) == len(values)) if known else UNKNOWN
        if isinstance(value, Unknown):
            said = [annotated_value(self.evaluator, UNKNOWN, item) for item in bindings]
            value = choose(said, complete=False)
        return self.changed(value, owner.scope, name, frame)

    def given(self, owner: LocalObject, name: str) -> Value | None:
        """Return what a dataclass or model object was made with."""
        for entry in owner.changed:
            if entry.key == name and entry.certain:
                return entry.value
        if owner.made is None or "__init__" in owner.scope.bindings:
            return None
        names = dict(zip(fields(owner.scope), owner.made.positional, strict=False))
        return next((e.value for e in owner.made.keywords if e.key == name), names.get(name))

    def bindings(self, owner: LocalObject, name: str, frame: Frame) -> list[Binding]:
        assigned = owner.scope.attributes.get(name, [])
        own = [binding for binding in assigned if binding.frame.scope is frame.scope]
        if any(dominates(binding.frame, frame) for binding in own):
            return list(reaching(Found(frame.scope, own, frame)).bindings)
        of_class = owner.scope.bindings.get(name, [])
        left = _left_by_methods(assigned)
        replaced = not owner.is_class and any(deriving.sets_always(item, name) for item in left)
        return left if replaced else [*of_class, *left]

    def kept(self, binding: Binding, others: Sequence[Binding], name: str, frame: Frame) -> Value:
        """Return what an attribute is given and not given anew where that is asked for."""
        value = self.bound(binding, name, frame)
        return narrowing.of_assigned(self.evaluator, name, value, binding, others, frame)

    def bound(self, binding: Binding, name: str, frame: Frame) -> Value:
        value = value_bound(self.evaluator, binding)
        later = assigned(self.evaluator, binding)
        if later:
            value = mutating.after(self.evaluator, value, later, end_of(binding.frame.scope))
        in_class_body = binding.frame.scope.kind == "class"
        function = local_function(value)
        if function is not None:
            return returned(self.evaluator, function) if is_property(function.node) else value
        if in_class_body and not is_enum(binding.frame.scope):
            value = with_origin(value, f"the default of field {name}")
        return value

    def changed(self, value: Value, scope: Scope, name: str, frame: Frame) -> Value:
        program = self.evaluator.workspace.program(scope.path)
        found = program.mutations.get(f"self.{name}", ()) if program is not None else ()
        mine = of_attribute(scope, found)
        return mutating.after(self.evaluator, value, mine, frame) if mine else value

    def inherited(self, owner: LocalObject, name: str, frame: Frame) -> Value:
        for base in self.bases(owner.scope):
            value = self.of_object(LocalObject(base, owner.made), name, frame)
            if value != UNKNOWN:
                return value
        known = base_classes.of_library(self.evaluator, owner)
        return UNKNOWN if known is None else self.one(known, name, owner.scope.node, frame)

    def bases(self, scope: Scope) -> Iterator[Scope]:
        if not isinstance(scope.node, cst.ClassDef) or scope.frame is None:
            return
        for argument in scope.node.bases[:_MOST_BASES]:
            base = deriving.without_parameters(argument.value)
            value = self.evaluator.evaluate(base, scope.frame)
            known = local_class(value)
            if known is not None:
                yield known.scope

    def classes(self, scope: Scope) -> deriving.Classes:
        """Return what the file around a class says of its classes."""
        home = scope.module()
        if home not in self._classes:
            program = self.evaluator.workspace.program(scope.path)
            self._classes[home] = deriving.classes(program)
        return self._classes[home]


def attribute(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """Return the value of an attribute expression, with what conditions and its name tell."""
    assert isinstance(node, cst.Attribute)
    value = evaluator.attributes.of(node, frame)
    if node.attr.value in evaluator.libraries.telling_names:
        value = duck_typing.method(evaluator, value, node, frame)
    return narrowing.of_place(evaluator, node, value, frame)


def _left_by_methods(assigned: Sequence[Binding]) -> list[Binding]:
    """Return the assignments to an attribute that are not replaced in the same method."""
    left: list[Binding] = []
    for scope in dict.fromkeys(binding.frame.scope for binding in assigned):
        own = [binding for binding in assigned if binding.frame.scope is scope]
        left.extend(reaching(Found(scope, own, end_of(scope))).bindings if own[1:] else own)
    return left
