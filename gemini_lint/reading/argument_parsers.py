"""Defaults of command-line options: `parser.add_argument("--model", default="…")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.combining import choose, with_origin
from gemini_lint.reading.program import CallSite, Frame
from gemini_lint.reading.walking import string
from gemini_lint.values import UNKNOWN, Value, is_none

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


_DECORATORS = ("option", "argument")


def default(evaluator: Evaluator, name: str, frame: Frame) -> Value:
    """Return the default of the option that ends up as `args.name`."""
    program = evaluator.workspace.program(frame.scope.path)
    for site in program.calls if program is not None else ():
        option = _option(site)
        if option is None or option[0] != name:
            continue
        value = evaluator.evaluate(option[2], site.frame)
        if is_none(value):
            return UNKNOWN
        return choose([with_origin(value, f"the default of {option[1]}")], complete=False)
    return UNKNOWN


def decorated_default(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """Return the default that `@click.option("--name", default="…")` gives a parameter."""
    function, around = frame.scope.node, frame.scope.frame
    if not isinstance(function, cst.FunctionDef) or not isinstance(node, cst.Param):
        return UNKNOWN
    for decorator in function.decorators if around is not None else ():
        option = _taken(decorator.decorator, _DECORATORS)
        if option is None or option[0] != node.name.value or around is None:
            continue
        value = evaluator.evaluate(option[2], around)
        return choose([with_origin(value, f"the default of {option[1]}")], complete=False)
    return UNKNOWN


def _option(site: CallSite) -> tuple[str, str, cst.BaseExpression] | None:
    return _taken(site.node, ("add_argument",))


def _taken(
    call: cst.BaseExpression, names: tuple[str, ...]
) -> tuple[str, str, cst.BaseExpression] | None:
    """Return where an option ends up, how it is written, and its default."""
    if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Attribute):
        return None
    if call.func.attr.value not in names:
        return None
    flags = [string(item.value) for item in call.args if item.keyword is None]
    keywords = {item.keyword.value: item.value for item in call.args if item.keyword}
    value = keywords.get("default")
    longest = max((flag for flag in flags if flag), key=len, default="")
    if value is None or not longest:
        return None
    plain = next((flag for flag in flags if flag and not flag.startswith("-")), longest)
    name = string(keywords["dest"]) if "dest" in keywords else plain
    return (name or longest).lstrip("-").replace("-", "_"), longest, value
