"""Objects built over several statements: `d["k"] = v`, `d.update(…)`, `config.k = v`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint.reading import changes, narrowing
from gemini_lint.reading.arguments import evaluated_arguments
from gemini_lint.reading.changes import Change
from gemini_lint.reading.combining import choose, spread_mapping
from gemini_lint.reading.guards import asks_for_field
from gemini_lint.reading.objects import LocalObject
from gemini_lint.reading.operators import key_of, lookup
from gemini_lint.reading.program import Arm, Binding, Frame, Mutation
from gemini_lint.reading.reaching_definitions import (
    arms_of_its_own,
    covered,
    dominates,
    may_precede,
)
from gemini_lint.reading.walking import nodes, spelled, string
from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Entry,
    Instance,
    Literal,
    Mapping,
    Opaque,
    Place,
    Sequence as Items,
    Unknown,
    Value,
    is_certain,
    literals,
)

_MOST_CHANGES = 256

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def after_binding(
    evaluator: Evaluator, name: str, binding: Binding, value: Value, at: Frame
) -> Value:
    """Return the value of a name once the changes between its binding and a use are made."""
    if isinstance(value, Literal):
        return value
    return after(evaluator, value, changes.since(evaluator, name, binding), at)


def after(evaluator: Evaluator, value: Value, made: Iterable[Change], at: Frame) -> Value:
    """Apply the changes that may have been made before a use."""
    before = [change for change in made if may_precede(change.when, at)]
    if len(before) > _MOST_CHANGES:
        return UNKNOWN
    for number, change in enumerate(before):
        certain = change.sure and dominates(change.when, change.seen(at))
        certain = certain or _is_last_word(evaluator, before[number:], at)
        own = () if certain else arms_of_its_own(change.when, change.seen(at))
        value = _applied(evaluator, value, change.mutation, certain, own)
        evaluator.note_guards(change.when, at)
    return value


def _is_last_word(evaluator: Evaluator, made: Sequence[Change], at: Frame) -> bool:
    """Tell whether the first of the changes sets what is set again on every other way."""
    first, others = made[0].mutation, made[1:]
    if first.kind != "set" or not others or not first.frame.arms:
        return False
    path = _path(evaluator, first)
    same = [
        change.when
        for change in others
        if change.sure
        and change.mutation.kind == "set"
        and len(change.mutation.steps) == len(first.steps)
        and _path(evaluator, change.mutation) == path
    ]
    return None not in path and bool(same) and covered([made[0].when, *same], at)


def _path(evaluator: Evaluator, change: Mutation) -> list[str | None]:
    """Return attribute names and keys on the way to what is changed, None for unknown ones."""
    return [
        f".{step}" if isinstance(step, str) else key_of(evaluator.evaluate(step, change.frame))
        for step in change.steps
    ]


def _applied(
    evaluator: Evaluator, value: Value, change: Mutation, certain: bool, own: Sequence[Arm]
) -> Value:
    if isinstance(value, Choice):
        options = [_applied(evaluator, item, change, certain, own) for item in value.options]
        return choose(options, value.complete)
    certain = certain or (change.kind == "set" and _asks_to(evaluator, value, change, own))
    if isinstance(value, Unknown):
        if change.kind not in ("set", "setdefault") or not change.steps:
            return value
        anchor = change.value if change.value is not None else cst.Name("_")
        value = Mapping((), evaluator.place(anchor, change.frame), complete=False)
    return _changed(evaluator, value, change.steps, change, certain)


def _asks_to(evaluator: Evaluator, value: Value, change: Mutation, own: Sequence[Arm]) -> bool:
    """Tell whether a change is made because of what is there: `if not cfg.n: cfg.n = 9`."""
    name = spelled(change.target) if own and change.steps else None
    for step in change.steps if name is not None else ():
        value = _within(evaluator, value, step, change)
    return name is not None and narrowing.always_runs(evaluator, name, value, change.frame, own)


def _within(
    evaluator: Evaluator, value: Value, step: str | cst.BaseExpression, change: Mutation
) -> Value:
    if isinstance(step, str):
        return evaluator.attributes.one(value, step, change.target, change.frame)
    return lookup(value, evaluator.evaluate(step, change.frame))


def _changed(
    evaluator: Evaluator,
    value: Value,
    steps: Sequence[str | cst.BaseExpression],
    change: Mutation,
    certain: bool,
) -> Value:
    if not steps:
        return _in_place(evaluator, value, change, certain)
    step, rest = steps[0], steps[1:]
    if isinstance(step, str):
        return _with_attribute(evaluator, value, step, rest, change, certain)
    if not isinstance(value, Mapping):
        return value
    if change.kind == "remove" and not rest:
        return _with_less(value, evaluator.evaluate(step, change.frame), change.frame, certain)
    key = key_of(evaluator.evaluate(step, change.frame))
    if key is None:
        return replace(value, complete=False)
    place = evaluator.place(step, change.frame)
    entry = _entry(evaluator, value.get(key), key, place, rest, change, certain)
    if entry is None:
        return value
    return replace(value, entries=(*_without(value.entries, key), entry))


def _with_attribute(
    evaluator: Evaluator,
    value: Value,
    name: str,
    rest: Sequence[str | cst.BaseExpression],
    change: Mutation,
    certain: bool,
) -> Value:
    if isinstance(value, Opaque) and isinstance(value.what, LocalObject):
        changed = _attributes(evaluator, value.what.changed, name, rest, change, certain)
        return Opaque(replace(value.what, changed=changed))
    if not isinstance(value, Instance):
        return value
    keywords = _attributes(evaluator, value.keywords, name, rest, change, certain)
    return replace(value, keywords=keywords)


def _attributes(
    evaluator: Evaluator,
    entries: tuple[Entry, ...],
    name: str,
    rest: Sequence[str | cst.BaseExpression],
    change: Mutation,
    certain: bool,
) -> tuple[Entry, ...]:
    if change.kind == "remove" and not rest:
        return _removed(entries, name, certain)
    old = next((item for item in entries if item.key == name), None)
    anchor = change.value if change.value is not None else cst.Name(name)
    place = evaluator.place(anchor, change.frame)
    entry = _entry(evaluator, old, name, place, rest, change, certain)
    return entries if entry is None else (*_without(entries, name), entry)


def _entry(
    evaluator: Evaluator,
    old: Entry | None,
    key: str,
    place: Place,
    rest: Sequence[str | cst.BaseExpression],
    change: Mutation,
    certain: bool,
) -> Entry | None:
    if rest:
        before = old.value if old is not None else Mapping((), place, complete=False)
        new = _changed(evaluator, before, rest, change, certain)
        return Entry(key, new, old.key_place if old else place, old.certain if old else certain)
    if change.kind in ("update", "append", "extend", "other"):
        if old is None and change.kind == "update":
            old = Entry(key, Mapping((), place, complete=False), place, certain)
        if old is None:
            return None
        return replace(old, value=_in_place(evaluator, old.value, change, certain))
    if old is None and asks_for_field(key, change.frame):  # set where the SDK at hand has it
        return None
    new = evaluator.evaluate(change.value, change.frame) if change.value is not None else UNKNOWN
    if change.kind == "setdefault" and old is not None:
        return old
    if certain or old is None:
        return Entry(key, new, place, certain)
    return Entry(key, choose([old.value, new], complete=True), old.key_place, old.certain)


def _in_place(evaluator: Evaluator, value: Value, change: Mutation, certain: bool) -> Value:
    if change.kind == "other" and not isinstance(value, (Instance, Opaque)):
        return UNKNOWN if certain else choose([value], complete=False)
    if change.value is None:
        return value
    if isinstance(value, Mapping) and change.kind == "update":
        return _updated(evaluator, value, change, certain)
    if not isinstance(value, Items) or change.kind not in ("append", "extend"):
        return value
    added = evaluator.evaluate(change.value, change.frame)
    if change.kind == "append":
        items = (added,) if certain else (choose([added], complete=False),)
        return replace(value, items=(*value.items, *items))
    if isinstance(added, Items):
        complete = value.complete and added.complete
        return replace(value, items=(*value.items, *added.items), complete=complete)
    return replace(value, complete=False)


def _updated(evaluator: Evaluator, value: Mapping, change: Mutation, certain: bool) -> Mapping:
    if not isinstance(change.value, cst.Call):
        return value
    positional, keywords, complete = evaluated_arguments(evaluator, change.value.args, change.frame)
    entries = list(keywords)
    for item in positional:
        added, whole = spread_mapping(item)
        entries.extend(added)
        complete = complete and whole
    kept = value.entries
    for entry in entries:
        old = next((item for item in kept if item.key == entry.key), None)
        new = entry.value
        if old is not None and not certain:
            new = choose([old.value, entry.value], complete=True)
        sure = (certain and entry.certain) or (old is not None and old.certain)
        kept = (*_without(kept, entry.key), replace(entry, value=new, certain=sure))
    return replace(value, entries=kept, complete=value.complete and complete)


def _with_less(value: Mapping, name: Value, frame: Frame, certain: bool) -> Mapping:
    """Take a key away, or those that a loop goes through; any, where they are not known."""
    key = key_of(name)
    if key is not None:
        certain = certain or _asks_for(key, frame)
        return replace(value, entries=_removed(value.entries, key, certain))
    if not is_certain(name):
        return replace(value, entries=(), complete=False)
    gone = {str(item.value) for item in literals(name)}
    return replace(value, entries=tuple(item for item in value.entries if item.key not in gone))


def _asks_for(key: str, frame: Frame) -> bool:
    """Tell whether code runs because a key is there: `if "k" in d: …`, `if d.get("k"): …`."""
    return any(string(node) == key for test in frame.tests() for node in nodes(test))


def _removed(entries: Iterable[Entry], key: str, certain: bool) -> tuple[Entry, ...]:
    if certain:
        return _without(entries, key)
    return tuple(replace(item, certain=False) if item.key == key else item for item in entries)


def _without(entries: Iterable[Entry], key: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.key != key)
