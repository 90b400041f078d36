"""Function declarations beside something that the model refuses together with them."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call, Parameter, Tool
from gemini_lint.catalog import Model
from gemini_lint.catalog.parameters import Conflict, ToolConflict
from gemini_lint.rules.conflicts import in_order, is_something, problem, surely_set
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem
from gemini_lint.values import Literal

_METHODS = frozenset({"generateContent", "streamGenerateContent"})
_MIME_TYPE = "generationConfig.responseMimeType"


def refused_combinations(call: Call, conflict: ToolConflict, context: Context) -> Iterator[Problem]:
    """Yield a problem for what cannot stand beside the call's function declarations."""
    tools = surely_set(call, "tools")
    functions = _surest(call, ("functionDeclarations",))
    if call.method not in _METHODS or tools is None or functions is None:
        return
    if not set(call.backends) <= set(conflict.backends) or _is_allowed(call, conflict):
        return
    for _, model in models_to_judge_by(call, context):
        if conflict.concerns(model.id):
            yield from _beside_tools(call, functions, conflict, model)
            yield from _beside_mime_type(call, tools, conflict, model)


def excluded_within_tools(call: Call, conflict: Conflict) -> Iterator[Problem]:
    """Yield a problem for each function declared with fields that exclude one another."""
    for tool in call.tools:
        start = f"tools.{tool.name}."
        if not conflict.field.startswith(start):
            continue
        given = {f"{start}{item.path}": item for item in tool.fields if is_something(item.value)}
        if conflict.field not in given:
            continue
        for path in given.keys() & set(conflict.excludes):
            first, later = sorted((given[conflict.field], given[path]), key=tool.fields.index)
            yield problem(later, f"{later.name} cannot be given with {first.name}", conflict)


def _is_allowed(call: Call, conflict: ToolConflict) -> bool:
    """What the reader cannot see may hold the parameter that allows it."""
    if not conflict.unless:
        return False
    return not call.complete or call.parameter(conflict.unless) is not None


def _beside_tools(
    call: Call, functions: Tool, conflict: ToolConflict, model: Model
) -> Iterator[Problem]:
    other = _surest(call, conflict.tools)
    if other is None or not (functions.certain or other.certain):
        # two that are given on some paths only may exclude one another
        return
    later = max(functions, other, key=call.tools.index)
    message = f"{other.spelled} cannot be combined with functions on {model.id}"
    if conflict.unless:
        message += " without include_server_side_tool_invocations"
    yield _problem(later, message, conflict)


def _beside_mime_type(
    call: Call, tools: Parameter, conflict: ToolConflict, model: Model
) -> Iterator[Problem]:
    mime_type = surely_set(call, _MIME_TYPE) if conflict.mime_type else None
    if mime_type is None or not isinstance(mime_type.value, Literal):
        return
    if mime_type.value.value == conflict.mime_type:
        _, later = in_order(call, tools, mime_type)
        message = f"functions cannot be combined with {conflict.mime_type} on {model.id}"
        yield _problem(later, message, conflict)


def _surest(call: Call, names: tuple[str, ...]) -> Tool | None:
    """Return the first of these tools that is given on every path, else the first."""
    found = [tool for tool in call.tools if tool.name in names]
    return next((tool for tool in found if tool.certain), found[0] if found else None)


def _problem(at_fault: Tool | Parameter, message: str, conflict: ToolConflict) -> Problem:
    return Problem(
        place=at_fault.key,
        message=message,
        outcome=INVALID_ARGUMENT,
        source=conflict.sources,
        at=at_fault.at,
        cause=f"conflict {conflict.id}",
    )
