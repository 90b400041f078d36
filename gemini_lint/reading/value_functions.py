"""Functions that make values of values: `dict`, `zip`, `str`, `itertools.product`, …"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint.reading import operators, texts
from gemini_lint.reading.arguments import evaluated_arguments, first, second
from gemini_lint.reading.combining import choose, spread, spread_mapping
from gemini_lint.reading.program import Frame
from gemini_lint.values import (
    UNKNOWN,
    Entry,
    Literal,
    Mapping,
    Sequence,
    Text,
    Value,
)

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

EvaluatedCall = Callable[["Evaluator", cst.Call, Frame], Value]
_MOST_ROWS = 64


def mapping(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`dict(pairs, key="value")`."""
    positional, keywords, complete = evaluated_arguments(evaluator, node.args, frame)
    place = evaluator.place(node, frame)
    base: tuple[Entry, ...] = ()
    if positional:
        base, whole = _entries(positional[0])
        complete = complete and whole
    return Mapping(base + keywords, place, complete)


def _entries(value: Value) -> tuple[tuple[Entry, ...], bool]:
    if not isinstance(value, Sequence):
        return spread_mapping(value)
    entries: list[Entry] = []
    for pair in value.items:
        key = operators.key_of(operators.item(pair, 0))
        if key is None or not isinstance(pair, Sequence):
            return tuple(entries), False
        entries.append(Entry(key, operators.item(pair, 1), pair.place))
    return tuple(entries), value.complete


def urlencoded(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`urlencode({"key": "value"})`."""
    entries, complete = _entries(first(evaluator, node, frame))
    pieces: list[Value] = []
    for entry in entries:
        pieces.append(Literal(f"{'&' if pieces else ''}{entry.key}=", entry.key_place))
        pieces.append(entry.value)
    if not pieces:
        return UNKNOWN
    if not complete:
        pieces.append(UNKNOWN)
    return texts.join(pieces, evaluator.place(node, frame))


def items(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`list(values)`, `sorted(values)`: the same items, in whatever order."""
    if not node.args:
        return Sequence((), evaluator.place(node, frame))
    value = first(evaluator, node, frame)
    return spread(value, lambda option: option if isinstance(option, Sequence) else UNKNOWN)


def enumerated(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`enumerate(models)`."""
    value = first(evaluator, node, frame)
    if not isinstance(value, Sequence):
        return UNKNOWN
    place = evaluator.place(node, frame)
    pairs = tuple(Sequence((UNKNOWN, item), place) for item in value.items)
    return Sequence(pairs, place, value.complete)


def zipped(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`zip(models, temperatures)`: as many rows as the shortest known list has."""
    place = evaluator.place(node, frame)
    columns = [evaluator.evaluate(argument.value, frame) for argument in node.args]
    known = [column for column in columns if isinstance(column, Sequence)]
    length = min((len(column.items) for column in known), default=0)
    rows = [
        Sequence(tuple(operators.item(column, row) for column in columns), place)
        for row in range(length)
    ]
    return Sequence(tuple(rows), place, complete=False)


def product(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`itertools.product(models, temperatures)`: each with each, as many as matter."""
    columns, _, complete = evaluated_arguments(evaluator, node.args, frame)
    if not complete or any(not isinstance(column, Sequence) for column in columns):
        return UNKNOWN
    place = evaluator.place(node, frame)
    pools = [column.items for column in columns if isinstance(column, Sequence)]
    rows = itertools.islice(itertools.product(*pools), _MOST_ROWS)
    return Sequence(tuple(Sequence(row, place) for row in rows), place, complete=False)


def number(convert: Callable[[str | float], float]) -> EvaluatedCall:
    """Return what evaluates `int("5")` or `float(5)`."""

    def converted(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
        return spread(first(evaluator, node, frame), one)

    def one(option: Value) -> Value:
        if not isinstance(option, Literal) or not isinstance(option.value, (str, int, float)):
            return UNKNOWN
        try:
            return replace(option, value=convert(option.value), pieces=())
        except (ValueError, OverflowError):
            return UNKNOWN

    return converted


def string(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`str(5)`."""
    return spread(first(evaluator, node, frame), _as_string)


def _as_string(option: Value) -> Value:
    if isinstance(option, Literal) and isinstance(option.value, (int, float, str)):
        return replace(option, value=str(option.value))
    return option if isinstance(option, Text) else UNKNOWN


def text_function(change: Callable[[str], str]) -> EvaluatedCall:
    """Return what evaluates a function that changes a text: `dedent(prompt)`."""

    def changed(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
        return texts.transform(first(evaluator, node, frame), change)

    return changed


def one_of(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`random.choice(models)`: any of them."""
    return operators.element(first(evaluator, node, frame))


def next_of(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`next(cycle(…))`, `next(iter(…), default)`; what a condition picks out is not known."""
    if not node.args or isinstance(node.args[0].value, cst.GeneratorExp):
        return UNKNOWN
    options = [one_of(evaluator, node, frame)]
    if len(node.args) > 1:
        options.append(second(evaluator, node, frame))
    return choose(options, complete=False)


def length(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """The length of a text; that of a list may have changed."""
    text = first(evaluator, node, frame)
    if not isinstance(text, Literal) or not isinstance(text.value, str):
        return UNKNOWN
    return Literal(len(text.value), evaluator.place(node, frame))
