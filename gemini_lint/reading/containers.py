"""Containers as they are written: lists, tuples, sets, dictionaries, comprehensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint.reading import narrowing, operators
from gemini_lint.reading.combining import spread_mapping
from gemini_lint.reading.program import Frame
from gemini_lint.values import UNKNOWN, Entry, Mapping, Sequence as Items, Value, possibilities

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def items(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`[a, *others]`, `(a, b)`, `{a, b}`."""
    assert isinstance(node, (cst.List, cst.Tuple, cst.Set))
    values: list[Value] = []
    complete = True
    for element in node.elements:
        value = evaluator.evaluate(element.value, frame)
        if not isinstance(element, cst.StarredElement):
            values.append(value)
            continue
        complete = complete and isinstance(value, Items) and value.complete
        values.extend(value.items if isinstance(value, Items) else ())
    return Items(tuple(values), evaluator.place(node, frame), complete)


def mapping(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`{"key": a, **others}`."""
    assert isinstance(node, cst.Dict)
    entries: list[Entry] = []
    complete = True
    for element in node.elements:
        value = evaluator.evaluate(element.value, frame)
        if isinstance(element, cst.StarredDictElement):
            added, whole = spread_mapping(value)
            entries.extend(added)
            complete = complete and whole
        elif isinstance(element, cst.DictElement):
            key = operators.key_of(evaluator.evaluate(element.key, frame))
            complete = complete and key is not None
            if key is not None:
                entries.append(Entry(key, value, evaluator.place(element.key, frame)))
    return Mapping(tuple(entries), evaluator.place(node, frame), complete)


def comprehension(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`[a for a in b]`: at least what its element may be."""
    assert isinstance(node, (cst.ListComp, cst.SetComp, cst.GeneratorExp))
    scope = evaluator.workspace.scope(node, frame)
    if scope is None:
        return UNKNOWN
    arms = (*frame.arms, *narrowing.kept_by(node.for_in))
    element = evaluator.evaluate(node.elt, replace(frame, scope=scope, order=2**61, arms=arms))
    items = tuple(possibilities(element))
    return Items(items, evaluator.place(node, frame), complete=False)
