"""The arguments of a call, evaluated, and the object that is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.combining import spread_mapping
from gemini_lint.reading.program import Frame
from gemini_lint.values import UNKNOWN, Entry, Instance, Sequence as Items, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def instance(
    evaluator: Evaluator, name: str, node: cst.Call, frame: Frame, maker: str = ""
) -> Instance:
    """Return the object that a call makes, with its arguments."""
    positional, keywords, complete = evaluated_arguments(evaluator, node.args, frame)
    place = evaluator.place(node, frame)
    return Instance(name, positional, keywords, place, complete, maker=maker or name)


def evaluated_arguments(
    evaluator: Evaluator, arguments: Sequence[cst.Arg], frame: Frame
) -> tuple[tuple[Value, ...], tuple[Entry, ...], bool]:
    """Return positional and keyword arguments, and whether these are all."""
    positional: list[Value] = []
    keywords: list[Entry] = []
    complete = True
    for argument in arguments:
        value = evaluator.evaluate(argument.value, frame)
        if argument.star == "*":
            items = value.items if isinstance(value, Items) else ()
            complete = complete and isinstance(value, Items) and value.complete
            positional.extend(items)
        elif argument.star == "**":
            entries, whole = spread_mapping(value)
            keywords.extend(entries)
            complete = complete and whole
        elif argument.keyword is not None:
            key = evaluator.place(argument.keyword, frame)
            keywords.append(Entry(argument.keyword.value, value, key))
        else:
            positional.append(value)
    return tuple(positional), tuple(keywords), complete


def first(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """Return the first positional argument."""
    if not node.args or node.args[0].star or node.args[0].keyword is not None:
        return UNKNOWN
    return evaluator.evaluate(node.args[0].value, frame)


def second(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """Return the second positional argument."""
    if len(node.args) < 2 or node.args[1].keyword is not None:
        return UNKNOWN
    return evaluator.evaluate(node.args[1].value, frame)


def argument_at(
    evaluator: Evaluator, node: cst.Call, frame: Frame, number: int, name: str
) -> Value | None:
    """Return the argument that may be given by position or by name, None without it."""
    for position, argument in enumerate(node.args):
        if argument.keyword is not None:
            if argument.keyword.value == name:
                return evaluator.evaluate(argument.value, frame)
        elif position == number and not argument.star:
            return evaluator.evaluate(argument.value, frame)
    return None


def keyword(
    evaluator: Evaluator, node: cst.Call, frame: Frame, names: tuple[str, ...]
) -> Value | None:
    """Return the argument that has one of the names, None without it."""
    for argument in node.args:
        if argument.keyword is not None and argument.keyword.value in names:
            return evaluator.evaluate(argument.value, frame)
    return None
