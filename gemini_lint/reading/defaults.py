"""Defaults: what a call gives, unless the environment or a caller says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.arguments import argument_at, first, keyword, second
from gemini_lint.reading.combining import choose, spread, with_origin
from gemini_lint.reading.program import Frame
from gemini_lint.values import (
    UNKNOWN,
    Literal,
    Member,
    Symbol,
    Value,
    is_certain,
    is_none,
    literals,
    possibilities,
)

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

# `parser.get("section", "option", fallback="x")` and `request.args.get("key", default="x")`
_KEYWORDS = ("fallback", "default")
_FACTORY_CALL = cst.Call(cst.Name("default_factory"))


def environment(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`os.getenv("NAME", default)`: the default is one possibility."""
    name = first(evaluator, node, frame)
    default = argument_at(evaluator, node, frame, 1, "default")
    if default is None or is_none(default):
        return UNKNOWN
    shown = str(name.value) if isinstance(name, Literal) else "…"
    via = f'the default of os.getenv("{shown}")'
    return choose([with_origin(default, via)], complete=False)


def of_field(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`Field("x")`, `field(default="x")`, `typer.Option("x")`: the default is a possibility."""
    default = argument_at(evaluator, node, frame, 0, "default")
    if default is None:
        default = _factory_result(evaluator, node, frame)
    if is_none(default):
        return UNKNOWN
    return choose([with_origin(default, "a default")], complete=False)


def _factory_result(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    for argument in node.args:
        if argument.keyword is not None and argument.keyword.value == "default_factory":
            function = evaluator.evaluate(argument.value, frame)
            return spread(function, lambda option: evaluator.result(option, _FACTORY_CALL, frame))
    return UNKNOWN


def dependency(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`Depends(get_client)`: what the function gives."""
    function = argument_at(evaluator, node, frame, 0, "dependency") or UNKNOWN
    return spread(function, lambda option: evaluator.result(option, _FACTORY_CALL, frame))


def of_attribute(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`getattr(thing, "NAME", default)`."""
    owner, name = first(evaluator, node, frame), second(evaluator, node, frame)
    known: Value = UNKNOWN
    if isinstance(name, Literal) and isinstance(name.value, str):
        text = name.value
        known = spread(owner, lambda option: evaluator.attributes.one(option, text, node, frame))
    default = argument_at(evaluator, node, frame, 2, "")
    if default is None or is_none(default) or (is_certain(known) and not _may_lack(known)):
        return known
    options = [known, with_origin(default, "the default of getattr")]
    return choose(options, complete=False)


def _may_lack(value: Value) -> bool:
    """Tell whether it is a library's, which may be without it."""
    return any(isinstance(option, (Symbol, Member)) for option in possibilities(value))


def get_from_unknown(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`anything.get("key", default)`: the default is one possibility."""
    if not 2 <= len(node.args) <= 3:
        return UNKNOWN
    named = keyword(evaluator, node, frame, _KEYWORDS)
    default = second(evaluator, node, frame) if named is None else named
    return _one_possibility(default)


def fallback(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`parser.get("section", "option", fallback="x")` of `configparser`."""
    return _one_possibility(keyword(evaluator, node, frame, _KEYWORDS) or UNKNOWN)


def _one_possibility(default: Value) -> Value:
    known = [item for item in literals(default) if item.value is not None]
    if not known:
        return UNKNOWN
    options = [with_origin(item, "the default of .get()") for item in known]
    return choose(options, complete=False)
