"""Read the parameters of a function: names, order, kinds; overloads taken together."""

from __future__ import annotations

import contextlib
import inspect
import sys
import typing
from typing import Any

from typing_extensions import get_overloads

from scripts.dumps.annotations import Describer, field_row

POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
CATCH_ALL = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)


def function_row(function: Any, describer: Describer, *, bound: bool) -> dict[str, Any]:
    """The table row of a function; `bound` drops self or cls."""
    return _row_of([function], describer, bound=bound)


def method_row(owner: type[Any], name: str, describer: Describer) -> dict[str, Any]:
    """The row of a method; a wrapper with **kwargs is read through to what it wraps."""
    return _row_of(_variants(owner, name), describer, bound=not _is_static(owner, name))


def _is_static(owner: type[Any], name: str) -> bool:
    return isinstance(inspect.getattr_static(owner, name), staticmethod)


def _variants(owner: type[Any], name: str) -> list[Any]:
    """The method itself and, while it only forwards, its overloads and the ones it overrides."""
    found: list[Any] = []
    for parent in owner.__mro__:
        function = inspect.unwrap(_plain(vars(parent).get(name)))
        if not inspect.isfunction(function):
            continue
        overloads = [_plain(overload) for overload in get_overloads(function)]
        if not overloads and not _forwards(function):
            return [*found, function]
        found += [*overloads, function]
        if overloads and not _forwards(function):
            return found
    return found


def _plain(attribute: Any) -> Any:
    return getattr(attribute, "__func__", attribute)


def _forwards(function: Any) -> bool:
    kinds = {parameter.kind for parameter in inspect.signature(function).parameters.values()}
    return inspect.Parameter.VAR_KEYWORD in kinds


def _row_of(functions: list[Any], describer: Describer, *, bound: bool) -> dict[str, Any]:
    parameters: dict[str, inspect.Parameter] = {}
    hints: dict[str, Any] = {}
    for function in functions:
        found = list(inspect.signature(function).parameters.values())[1 if bound else 0 :]
        known = annotations_of(function)
        for parameter in found:
            parameters.setdefault(parameter.name, parameter)
            if parameter.name not in hints or hints[parameter.name] is Any:
                hints[parameter.name] = known.get(parameter.name, Any)
    row = _table_row(parameters, hints, describer)
    return row | {
        "required": _required_by_all(functions, bound=bound),
        "var_keyword": _is_open(functions),
    }


def _required_by_all(functions: list[Any], *, bound: bool) -> list[str]:
    """What every overload wants: with two overloads, "model" or "agent" is wanted by neither."""
    named = [_named(function, bound=bound) for function in functions]
    telling = [parameters for parameters in named if parameters]
    if not telling:
        return []
    return [name for name in telling[0] if all(p.get(name, False) for p in telling)]


def _named(function: Any, *, bound: bool) -> dict[str, bool]:
    """The named parameters, and whether they must be given; none for a mere forwarder."""
    parameters = list(inspect.signature(function).parameters.values())[bound:]
    return {
        parameter.name: parameter.default is inspect.Parameter.empty
        for parameter in parameters
        if parameter.kind not in CATCH_ALL
    }


def _is_open(functions: list[Any]) -> bool:
    """Whether any keyword goes: true only if nothing but forwarding is known."""
    return all(_forwards(function) for function in functions)


def _table_row(
    parameters: dict[str, inspect.Parameter], hints: dict[str, Any], describer: Describer
) -> dict[str, Any]:
    named = [parameter for parameter in parameters.values() if parameter.kind not in CATCH_ALL]
    rows = {p.name: field_row(describer.describe(hints[p.name])) for p in named}
    return {
        "parameters": [parameter.name for parameter in named],
        "positional": [p.name for p in named if p.kind in POSITIONAL],
        "types": {name: row["class"] for name, row in rows.items() if "class" in row},
        "kinds": {name: row["kind"] for name, row in rows.items() if row["kind"] != "any"},
    }


def annotations_of(function: Any) -> dict[str, Any]:
    """Resolved annotations; one that cannot be resolved is Any."""
    # The __init__ that dataclasses writes belongs to no module.
    scope = vars(sys.modules.get(function.__module__, typing))
    # Names imported for the type checker alone make the quick way fail.
    with contextlib.suppress(Exception):
        return typing.get_type_hints(function, include_extras=True)
    return {
        name: resolved(annotation, scope)
        for name, annotation in getattr(function, "__annotations__", {}).items()
    }


def resolved(annotation: Any, scope: dict[str, Any]) -> Any:
    """The object that an annotation written as text names, or Any."""
    if not isinstance(annotation, str):
        return annotation
    try:
        return eval(annotation, scope)  # noqa: S307
    except (NameError, AttributeError, TypeError):
        return Any
