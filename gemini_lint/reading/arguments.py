"""The arguments of a call, evaluated, and the object that is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.combining import spread_mapping
from gemini_lint.reading.program import Frame
from gemini_lint.values import Entry, Instance, Sequence as Items, Value

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
