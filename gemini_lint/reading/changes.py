"""What is changed in an object under any of its names: `cfg = config; cfg["k"] = v`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import libcst as cst
from msgspec import Struct

from gemini_lint.reading.classes import class_around, is_init
from gemini_lint.reading.program import Binding, Frame, Mutation, Program, Scope
from gemini_lint.reading.reaching_definitions import end_of, find, is_same_flow, reaching
from gemini_lint.reading.side_effects import side_effects

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


class Change(Struct, frozen=True):
    """A change and when it is made; `home` is the scope of the object's name, `sure` false
    when it may be another object that is changed."""

    mutation: Mutation
    when: Frame
    home: Scope | None = None
    sure: bool = True

    def seen(self, at: Frame) -> Frame:
        """Return the place to judge from: code elsewhere runs when that of the home has run."""
        is_elsewhere = self.home is not None and not is_same_flow(self.home, at.scope)
        if self.home is None or self.when.scope is not self.home or not is_elsewhere:
            return at
        return end_of(self.home)


def since(evaluator: Evaluator, name: str, binding: Binding) -> list[Change]:
    """Return the changes of the object that a binding gives a name: first those that are made
    in the same scope, in their order."""
    program = evaluator.workspace.program(binding.frame.scope.path)
    home = find(name, binding.frame)
    if program is None or home is None or not program.mutations:
        return []
    found = [
        Change(mutation, mutation.frame, home.scope)
        for mutation in _of_name(evaluator, name, home.scope)
        if _follows(mutation.frame, binding.frame)
    ]
    found.extend(_under_other_names(evaluator, home.scope, name, binding))
    found.extend(_by_functions(evaluator, program, home.scope, name, binding))
    return sorted(found, key=lambda item: (item.when.scope is not home.scope, item.when.order))


def of_attribute(scope: Scope, mutations: Iterable[Mutation]) -> list[Change]:
    """Return the changes of an attribute of a class's objects, those of `__init__` first."""
    mine = [item for item in mutations if class_around(item.frame.scope) is scope]
    made = [
        Change(item, item.frame, item.frame.scope if is_init(item.frame.scope) else None)
        for item in mine
    ]
    return sorted(made, key=lambda item: item.home is None)


def assigned(evaluator: Evaluator, binding: Binding) -> list[Change]:
    """Return what is changed in the object of `target = name` afterwards, under that name."""
    home = find(binding.node.value, binding.frame) if isinstance(binding.node, cst.Name) else None
    if home is None or home.scope is not binding.frame.scope:
        return []
    links = _source("", binding)
    return [item for link in links for item in _linked(evaluator, home.scope, link)]


def _by_functions(
    evaluator: Evaluator, program: Program, home: Scope, name: str, binding: Binding
) -> Iterator[Change]:
    """Yield what functions change that the object is handed to."""
    if program.path not in evaluator.side_effects:
        evaluator.side_effects[program.path] = side_effects(program)
    for item in evaluator.side_effects[program.path].get(name, ()):
        found = find(name, item.when) if _follows(item.when, binding.frame) else None
        if found is not None and found.scope is home:
            yield Change(item.mutation, item.when, home, sure=not item.mutation.frame.arms)


def _under_other_names(
    evaluator: Evaluator, home: Scope, name: str, binding: Binding
) -> Iterator[Change]:
    for link in (*_source(name, binding), *_aliases(evaluator, home, name, binding)):
        yield from _linked(evaluator, home, link)


def _linked(evaluator: Evaluator, home: Scope, link: _Link) -> Iterator[Change]:
    """Yield what is changed under another name while it is the object's."""
    for mutation in _of_name(evaluator, link.name, home):
        is_later = mutation.frame.scope is home and mutation.frame.order > link.since
        reached = _reached(link.name, mutation.frame) if is_later else ()
        if any(item is link.binding for item in reached):
            sure = link.sure and len(reached) == 1
            yield Change(mutation, mutation.frame, home, sure)


class _Link(Struct, frozen=True):
    """Another name of an object from one turn of the walk on; `sure` when it is always its."""

    name: str
    binding: Binding
    since: int
    sure: bool


def _source(name: str, binding: Binding) -> Iterator[_Link]:
    """Yield what `name = other` was assigned from."""
    if binding.kind == "value" and isinstance(binding.node, cst.Name):
        other = binding.node.value
        reached = _reached(other, binding.frame)
        for item in reached if other != name else ():
            yield _Link(other, item, binding.frame.order, len(reached) == 1)


def _aliases(evaluator: Evaluator, home: Scope, name: str, binding: Binding) -> Iterator[_Link]:
    """Yield the names of the same scope that are assigned from this one."""
    if home not in evaluator.aliases:
        evaluator.aliases[home] = _assignments_of_names(home)
    for other, assigned in evaluator.aliases[home].get(name, ()):
        reached = _reached(name, assigned.frame)
        if other != name and any(item is binding for item in reached):
            yield _Link(other, assigned, assigned.frame.order, len(reached) == 1)


def _assignments_of_names(scope: Scope) -> dict[str, list[tuple[str, Binding]]]:
    """Return each `other = name` of a scope, by `name`."""
    found: dict[str, list[tuple[str, Binding]]] = {}
    for other, bindings in scope.bindings.items():
        for binding in bindings:
            if binding.kind == "value" and isinstance(binding.node, cst.Name):
                found.setdefault(binding.node.value, []).append((other, binding))
    return found


def _reached(name: str, frame: Frame) -> tuple[Binding, ...]:
    found = find(name, frame)
    return reaching(found).bindings if found is not None else ()


def _of_name(evaluator: Evaluator, name: str, home: Scope) -> list[Mutation]:
    """Return the changes of what is called `name` in one scope."""
    program = evaluator.workspace.program(home.path)
    if program is None or name not in program.mutations:
        return []
    key = (program.path, name)
    if key not in evaluator.changes:
        by_home: dict[Scope, list[Mutation]] = {}
        for change in program.mutations[name]:
            found = find(name, change.frame)
            if found is not None:
                by_home.setdefault(found.scope, []).append(change)
        evaluator.changes[key] = by_home
    return evaluator.changes[key].get(home, [])


def _follows(frame: Frame, bound: Frame) -> bool:
    return frame.scope is not bound.scope or frame.order > bound.order
