"""What is left of a mapping without its empty values: `{k: v for k, v in d.items() if v}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint.reading.combining import merge_choice, spread
from gemini_lint.reading.program import Frame
from gemini_lint.reading.walking import is_named_none
from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Entry,
    Literal,
    Mapping,
    Opaque,
    Unknown,
    Value,
    is_none,
)

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def filtered(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """Return the mapping that a comprehension copies, with what it leaves out."""
    assert isinstance(node, cst.DictComp)
    source = _copied(node)
    if source is None:
        return UNKNOWN
    kinds = [_kind(item.test, node.value) for item in node.for_in.ifs]
    if not all(kinds):
        return UNKNOWN
    value = evaluator.evaluate(source, frame)
    whole = merge_choice(value) or value
    return spread(whole, lambda option: _without(option, "truth" in kinds, bool(kinds)))


def _copied(node: cst.DictComp) -> cst.BaseExpression | None:
    """Return `d` of `{k: v for k, v in d.items()}`; None where keys or values are made anew."""
    loop = node.for_in
    if loop.inner_for_in is not None or loop.asynchronous or not isinstance(loop.target, cst.Tuple):
        return None
    names = [element.value for element in loop.target.elements]
    if len(names) != 2 or not names[0].deep_equals(node.key):
        return None
    if not names[1].deep_equals(node.value):
        return None
    call = loop.iter
    if not isinstance(call, cst.Call) or call.args or not isinstance(call.func, cst.Attribute):
        return None
    return call.func.value if call.func.attr.value == "items" else None


def _kind(test: cst.BaseExpression, value: cst.BaseExpression) -> str:
    """Say what a condition asks of the value: `v`, `v is not None`; empty for anything else."""
    if test.deep_equals(value):
        return "truth"
    if not isinstance(test, cst.Comparison) or len(test.comparisons) != 1:
        return ""
    target = test.comparisons[0]
    is_not_none = isinstance(target.operator, (cst.IsNot, cst.NotEqual)) and is_named_none(
        target.comparator
    )
    return "none" if is_not_none and test.left.deep_equals(value) else ""


def _without(option: Value, falsy: bool, some: bool) -> Value:
    if not isinstance(option, Mapping) or not some:
        return option if isinstance(option, Mapping) else UNKNOWN
    kept = [entry for entry in option.entries if not _is_left_out(entry.value, falsy)]
    return replace(option, entries=tuple(_maybe(entry) for entry in kept))


def _is_left_out(value: Value, falsy: bool) -> bool:
    return is_none(value) or (falsy and isinstance(value, Literal) and not value.value)


def _maybe(entry: Entry) -> Entry:
    """A key whose value is not known may be left out."""
    if isinstance(entry.value, (Unknown, Choice, Opaque)):
        return replace(entry, certain=False)
    return entry
