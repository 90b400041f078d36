"""What functions of a file change in the objects that they are given: `fix(config)`."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst
from msgspec import Struct

from gemini_lint.reading.program import Frame, Mutation, Program, Scope


class SideEffect(Struct, frozen=True):
    """A change that a function makes in the object called `name`, where it is called."""

    name: str
    mutation: Mutation
    when: Frame


def side_effects(program: Program) -> dict[str, list[SideEffect]]:
    """Return what the file's own functions change in their arguments, by the argument's name."""
    changing = _changing(program)
    found: dict[str, list[SideEffect]] = {}
    for site in program.calls if changing else ():
        for mutation, argument in _given(site.node, changing):
            found.setdefault(argument, []).append(SideEffect(argument, mutation, site.frame))
    return found


def _changing(program: Program) -> dict[str, list[tuple[Scope, str, Mutation]]]:
    """Return the changes that functions make in their parameters, by the function's name."""
    found: dict[str, list[tuple[Scope, str, Mutation]]] = {}
    for name, mutations in program.mutations.items():
        for mutation in mutations:
            scope = mutation.frame.scope
            bound = scope.bindings.get(name, ()) if isinstance(scope.node, cst.FunctionDef) else ()
            if len(bound) == 1 and bound[0].kind == "parameter":
                function = scope.node.name.value  # type: ignore[attr-defined]
                found.setdefault(function, []).append((scope, name, mutation))
    return found


def _given(
    call: cst.Call, changing: dict[str, list[tuple[Scope, str, Mutation]]]
) -> Iterator[tuple[Mutation, str]]:
    """Yield each change that a call makes, with the name of the object that it is given."""
    function = call.func
    is_method = isinstance(function, cst.Attribute)
    name = function.attr if isinstance(function, cst.Attribute) else function
    known = changing.get(name.value, ()) if isinstance(name, cst.Name) else ()
    for scope, parameter, mutation in known:
        if is_method != (scope.receiver is not None):
            continue
        argument = _argument(call, scope, parameter)
        if isinstance(argument, cst.Name):
            yield mutation, argument.value


def _argument(call: cst.Call, scope: Scope, parameter: str) -> cst.BaseExpression | None:
    assert isinstance(scope.node, cst.FunctionDef)
    names = [item.name.value for item in scope.node.params.params]
    names = names[1:] if scope.receiver is not None else names
    for number, item in enumerate(call.args):
        if item.star:
            return None
        written = item.keyword.value if item.keyword is not None else None
        if written == parameter or (written is None and names[number : number + 1] == [parameter]):
            return item.value
    return None
