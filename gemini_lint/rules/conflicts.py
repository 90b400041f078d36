"""Parameters that exclude one another, or that need a value of another."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call, Parameter
from gemini_lint.catalog.parameters import Conflict, with_values
from gemini_lint.rules.judging import shown
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Problem
from gemini_lint.values import (
    Choice,
    Instance,
    Literal,
    Scalar,
    Symbol,
    Unknown,
    Value,
    possibilities,
)


def excluded(call: Call, conflict: Conflict) -> Iterator[Problem]:
    """Yield a problem for each parameter that the conflict's field excludes."""
    field = surely_set(call, conflict.field)
    if field is None:
        return
    for path in conflict.excludes:
        other = surely_set(call, path)
        if other is not None:
            first, later = in_order(call, field, other)
            yield problem(later, f"{later.name} cannot be given with {first.name}", conflict)


def unmet(call: Call, conflict: Conflict) -> Iterator[Problem]:
    """Yield a problem where the conflict's field lacks what it needs."""
    field = surely_set(call, conflict.field)
    if field is None:
        return
    wanted = " or ".join(repr(value) for value in conflict.values)
    partner = call.parameter(conflict.needs)
    if partner is None:
        if call.complete and call.method is not None:
            name = needed_name(field, conflict.needs)
            yield problem(field, f"{field.name} needs {name}={wanted}", conflict)
        return
    _, later = in_order(call, field, partner)
    for said, value in _spelled(partner.value):
        if not _is_one_of(value, conflict.values) and not _is_unknown(value, partner, call):
            message = f"{field.name} needs {partner.name}={wanted}, not {said}"
            yield problem(later, message, conflict)


def surely_set(call: Call, path: str) -> Parameter | None:
    """Return the parameter if it is given on every path, and not as None."""
    parameter = call.parameter(path)
    if parameter is None or not parameter.certain or not is_something(parameter.value):
        return None
    return parameter


def is_something(value: Value) -> bool:
    """Tell whether the value is known to be given, whatever it is."""
    if isinstance(value, Choice):
        return value.complete and all(is_something(option) for option in value.options)
    if isinstance(value, Literal):
        return value.value is not None
    if isinstance(value, Instance):
        # A function may give None, a class gives an object.
        return value.name.rpartition(".")[2][:1].isupper()
    return not isinstance(value, Unknown)


def in_order(call: Call, one: Parameter, other: Parameter) -> tuple[Parameter, Parameter]:
    """Return the two as they stand in the call."""
    if call.parameters.index(one) < call.parameters.index(other):
        return one, other
    return other, one


def problem(at_fault: Parameter, message: str, conflict: Conflict) -> Problem:
    """Report a conflict at the key of one of its parameters."""
    return Problem(
        place=at_fault.key,
        message=message,
        outcome=INVALID_ARGUMENT,
        source=conflict.sources,
        at=at_fault.at,
        cause=f"conflict {conflict.id}",
    )


def needed_name(field: Parameter, path: str) -> str:
    """Return the last part of a path as the field's library would spell it."""
    last = path.rpartition(".")[2]
    if field.name != field.name.lower():
        return last
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in last)


def _spelled(value: Value) -> Iterator[tuple[str, Scalar]]:
    """Yield each known value as the code says it. None is only judged where it is the one
    value: an expression that may give None mostly does so for a reason."""
    for option in possibilities(value):
        if isinstance(option, Symbol):
            yield option.name.rpartition(".")[2], option.name.rpartition(".")[2]
        elif isinstance(option, Literal) and (option.value is not None or option is value):
            yield shown(option), option.value


def _is_unknown(value: Scalar, partner: Parameter, call: Call) -> bool:
    """A value that the enum does not have is reported as that."""
    known = {facts.path: facts for facts in with_values()}.get(partner.path)
    return known is not None and isinstance(value, str) and not known.knows(value, call.sdk)


def _is_one_of(value: Scalar, accepted: tuple[str | bool, ...]) -> bool:
    if isinstance(value, str):
        return True in accepted or value.lower() in {str(item).lower() for item in accepted}
    if value is None or isinstance(value, bool):
        return value in accepted
    return True
