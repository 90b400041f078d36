"""Methods of plain values: of strings, of dictionaries, of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading import operators, texts
from gemini_lint.reading.arguments import evaluated_arguments, first, second
from gemini_lint.reading.combining import choose, with_origin
from gemini_lint.reading.objects import BoundMethod
from gemini_lint.reading.program import Frame
from gemini_lint.values import UNKNOWN, Literal, Mapping, Sequence, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def method(evaluator: Evaluator, bound: BoundMethod, node: cst.Call, frame: Frame) -> Value:
    """Call a method of a plain value."""
    owner, name = bound.owner, bound.name
    if isinstance(owner, Mapping):
        return _mapping_method(evaluator, owner, name, node, frame)
    if isinstance(owner, Sequence):
        return owner if name == "copy" else UNKNOWN
    if name == "format" and isinstance(owner, Literal):
        positional, keywords, _ = evaluated_arguments(evaluator, node.args, frame)
        return texts.format_(owner, positional, {item.key: item.value for item in keywords})
    if name == "join" and len(node.args) == 1:
        return _joined(owner, first(evaluator, node, frame), evaluator, node, frame)
    positional, _, _ = evaluated_arguments(evaluator, node.args, frame)
    return texts.method(owner, name, positional, evaluator.place(node, frame))


def _joined(
    separator: Value, parts: Value, evaluator: Evaluator, node: cst.Call, frame: Frame
) -> Value:
    if not isinstance(parts, Sequence) or not parts.items:
        return UNKNOWN  # an empty list is there to be filled
    between: list[Value] = []
    for part in parts.items:
        between.extend([separator, part] if between else [part])
    if not parts.complete:
        between.append(UNKNOWN)
    return texts.join(between, evaluator.place(node, frame))


def _mapping_method(
    evaluator: Evaluator, owner: Mapping, name: str, node: cst.Call, frame: Frame
) -> Value:
    place = evaluator.place(node, frame)
    if name == "copy":
        return owner
    if name == "values":
        values = tuple(entry.value for entry in owner.entries)
        return Sequence(values, place, owner.complete)
    if name == "keys":
        keys = tuple(Literal(entry.key, entry.key_place) for entry in owner.entries)
        return Sequence(keys, place, owner.complete)
    if name == "items":
        pairs = [Sequence((Literal(e.key, e.key_place), e.value), place) for e in owner.entries]
        return Sequence(tuple(pairs), place, owner.complete)
    if name in ("get", "pop", "setdefault"):
        return _get(evaluator, owner, node, frame)
    return UNKNOWN


def _get(evaluator: Evaluator, owner: Mapping, node: cst.Call, frame: Frame) -> Value:
    key = first(evaluator, node, frame)
    default = second(evaluator, node, frame)
    found = operators.lookup(owner, key)
    if isinstance(key, Literal) and found != UNKNOWN:
        return found
    fallback = with_origin(default, "the default of .get()")
    return choose([found, fallback], complete=isinstance(key, Literal) and owner.complete)
