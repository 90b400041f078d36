"""What changes an object in place: `d["k"] = v`, `o.k = v`, `d.update(v)`, `del d["k"]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.environment_variables import called_on_environment, set_in_environment
from gemini_lint.reading.program import Binding, Mutation, MutationKind, Scope
from gemini_lint.reading.walking import string, target_of

if TYPE_CHECKING:
    from gemini_lint.reading.indexing import Indexer

_MUTATORS: dict[str, MutationKind] = {
    "update": "update",
    "append": "append",
    "extend": "extend",
    "setdefault": "setdefault",
    "pop": "remove",
    "popitem": "other",
    "clear": "other",
    "remove": "other",
    "discard": "other",
    "insert": "other",
}


def delete(indexer: Indexer, node: cst.CSTNode) -> None:
    """`del d["k"]`."""
    assert isinstance(node, cst.Del)
    target: cst.BaseExpression = node.target
    elements = target.elements if isinstance(target, cst.Tuple) else ()
    for removed in [element.value for element in elements] or [target]:
        indexer.scan(removed)
        if not isinstance(removed, cst.Name):
            mutate(indexer, removed, "remove", None)


def changed_by_call(indexer: Indexer, call: cst.BaseExpression) -> None:
    """`d.update(v)`, `setattr(o, "k", v)`."""
    if not isinstance(call, cst.Call):
        return
    if not isinstance(call.func, cst.Attribute):
        _setattr(indexer, call)
        return
    called_on_environment(indexer, call, call.func)
    kind = _MUTATORS.get(call.func.attr.value)
    owner, first = call.func.value, call.args[0].value if call.args else None
    if kind == "setdefault" and len(call.args) == 2:
        mutate(indexer, owner, kind, call.args[1].value, first)
    elif kind == "update":
        mutate(indexer, owner, kind, call)
    elif kind == "remove" and (isinstance(first, cst.SimpleString) or len(call.args) == 2):
        mutate(indexer, owner, kind, None, first)
    elif kind in ("remove", "other"):
        mutate(indexer, owner, "other", None)
    elif kind is not None and len(call.args) == 1:
        mutate(indexer, owner, kind, first)


def _setattr(indexer: Indexer, call: cst.Call) -> None:
    if not isinstance(call.func, cst.Name) or call.func.value != "setattr":
        return
    name = string(call.args[1].value) if len(call.args) == 3 else None
    if name is not None:
        target = cst.Attribute(call.args[0].value, cst.Name(name))
        assign_inside(indexer, target, call.args[2].value)


def nested_pops(indexer: Indexer, call: cst.Call) -> None:
    """`f(options.pop("k"), **options)`, `if options.pop("k"): …`."""
    _nested_pop(indexer, call)
    for argument in call.args:
        if type(argument.value) is cst.Call:
            _nested_pop(indexer, argument.value)


def _nested_pop(indexer: Indexer, call: cst.Call) -> None:
    function = call.func
    if type(function) is not cst.Attribute or function.attr.value != "pop" or not call.args:
        return
    first = call.args[0].value
    if isinstance(first, cst.SimpleString):
        mutate(indexer, function.value, "remove", None, first)


def assign_inside(
    indexer: Indexer,
    target: cst.BaseExpression,
    value: cst.BaseExpression | None,
    detail: object = None,
) -> None:
    """`d["k"] = v`, `o.k = v`."""
    taken = target_of(target)
    if taken is None or not taken.steps:
        return
    owner = _receiver_class(indexer, taken.root)
    if owner is not None and len(taken.steps) == 1 and isinstance(taken.steps[0], str):
        frame = indexer.frame()
        binding = Binding("value", value or target, frame, detail)
        if value is None:
            binding = Binding("opaque", target, frame)
        owner.attributes.setdefault(taken.steps[0], []).append(binding)
        return
    set_in_environment(indexer, target, value)
    mutate(indexer, target, "set" if value is not None else "other", value)


def _receiver_class(indexer: Indexer, name: str) -> Scope | None:
    """Return the class whose methods call their object by that name here."""
    scope: Scope | None = indexer.scope
    while scope is not None:
        if scope.kind == "function" and scope.receiver == name:
            return scope.parent
        scope = scope.parent
    return None


def mutate(
    indexer: Indexer, target: cst.BaseExpression,
    kind: MutationKind,
    value: cst.CSTNode | None, key: cst.BaseExpression | None = None,
) -> None:  # fmt: skip
    """Keep a change of what a name stands for."""
    taken = target_of(target)
    if taken is None:
        return
    steps = taken.steps if key is None else (*taken.steps, key)
    root = taken.root
    if _receiver_class(indexer, root) is not None and steps and isinstance(steps[0], str):
        root, steps = f"self.{steps[0]}", steps[1:]
    found = indexer.program.mutations.setdefault(root, [])
    found.append(Mutation(kind, steps, value, indexer.frame(), target))
