"""Objects made from others: `config.model_copy(update=…)`, `Config.model_validate({…})`,
`asdict(config)`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint.reading.arguments import evaluated_arguments, instance
from gemini_lint.reading.classes import annotated_names
from gemini_lint.reading.combining import spread, spread_mapping
from gemini_lint.reading.objects import LocalObject
from gemini_lint.reading.program import Frame
from gemini_lint.values import (
    UNKNOWN,
    Entry,
    Instance,
    Mapping,
    Member,
    Opaque,
    Place,
    Value,
)

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

_COPIES = ("model_copy", "copy")
_DUMPS = ("model_dump", "dict", "_asdict")
_LEAVING_OUT_NOTHING = frozenset({"exclude_none", "exclude_unset", "mode"})
_FROM_MAPPING = ("model_validate", "parse_obj", "from_dict", "model_construct")


def copied(evaluator: Evaluator, member: Member, node: cst.Call, frame: Frame) -> Value | None:
    """Return the copy that `object.model_copy(update={…})` makes, None for other methods."""
    if member.path not in _COPIES or not is_typed(evaluator, member.owner.name):
        return None
    update = _keyword(node, "update")
    if update is None:
        return member.owner
    entries, complete = spread_mapping(evaluator.evaluate(update, frame))
    return _updated(member.owner, entries, complete)


def validated(evaluator: Evaluator, name: str, node: cst.Call, frame: Frame) -> Value | None:
    """Return the object that `Config.model_validate({…})` makes, None for other functions."""
    owner, _, method = name.rpartition(".")
    if method not in _FROM_MAPPING or not is_typed(evaluator, owner):
        return None
    made = instance(evaluator, owner, node, frame)
    if not made.positional:
        return made
    entries, complete = spread_mapping(made.positional[0])
    return replace(made, positional=(), keywords=entries, complete=complete)


def replaced(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`dataclasses.replace(thing, field=value)`."""
    positional, keywords, complete = evaluated_arguments(evaluator, node.args, frame)
    if len(positional) != 1:
        return UNKNOWN
    return spread(positional[0], lambda option: _replaced(option, keywords, complete))


def dumped(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`dataclasses.asdict(thing)`: its fields, as a mapping."""
    owner = evaluator.evaluate(node.args[0].value, frame) if len(node.args) == 1 else UNKNOWN
    return as_mapping(evaluator, owner, evaluator.place(node, frame), frame)


def as_mapping(evaluator: Evaluator, owner: Value, place: Place, frame: Frame) -> Value:
    """Return the fields of an object of the project; not complete, for bases may have others."""
    if not isinstance(owner, Opaque) or not isinstance(owner.what, LocalObject):
        return UNKNOWN
    thing = owner.what
    entries = [
        Entry(
            name.value,
            evaluator.attributes.of_object(thing, name.value, frame),
            Place(thing.scope.path, name),
        )
        for name in annotated_names(thing.scope)
    ]
    return Mapping(tuple(entries), place, complete=False)


def is_dump(node: cst.Call) -> bool:
    """Tell whether a call may give the fields of a pydantic object under their own names."""
    names = {argument.keyword.value for argument in node.args if argument.keyword is not None}
    return (
        isinstance(node.func, cst.Attribute)
        and node.func.attr.value in _DUMPS
        and names <= _LEAVING_OUT_NOTHING
        and len(names) == len(node.args)
    )


def _replaced(option: Value, keywords: tuple[Entry, ...], complete: bool) -> Value:
    if isinstance(option, Instance):
        return _updated(option, keywords, complete)
    if isinstance(option, Opaque) and isinstance(option.what, LocalObject):
        changed = _with(option.what.changed, keywords)
        return Opaque(replace(option.what, changed=changed))
    return UNKNOWN


def is_typed(evaluator: Evaluator, name: str) -> bool:
    """Tell whether a class is one of a library's typed objects."""
    return bool(name) and evaluator.libraries.shape_of(name) is not None


def _updated(owner: Instance, entries: Iterable[Entry], complete: bool) -> Instance:
    keywords = _with(owner.keywords, entries)
    return replace(owner, keywords=keywords, complete=owner.complete and complete)


def _with(old: Iterable[Entry], new: Iterable[Entry]) -> tuple[Entry, ...]:
    added = tuple(new)
    keys = {entry.key for entry in added if entry.certain}
    return (*(entry for entry in old if entry.key not in keys), *added)


def _keyword(node: cst.Call, name: str) -> cst.BaseExpression | None:
    found = (item.value for item in node.args if item.keyword and item.keyword.value == name)
    return next(found, None)
