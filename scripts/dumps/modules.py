"""Rows of everything that a module exports: functions, classes with their methods, enums."""

from __future__ import annotations

import enum
import inspect
from typing import Any

from scripts.dumps.annotations import Describer
from scripts.dumps.signatures import function_row, method_row

Rows = dict[str, dict[str, Any]]


def exported(module: Any, package: str) -> dict[str, Any]:
    """The public functions and classes of the package that the module offers."""
    return {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("_") and _is_own(value, package)
    }


def _is_own(value: Any, package: str) -> bool:
    if not inspect.isclass(value) and not inspect.isroutine(value):
        return False
    if inspect.isclass(value) and issubclass(value, (dict, BaseException)):
        return False
    return str(getattr(value, "__module__", "")).startswith(package)


def function_rows(path: str, members: dict[str, Any], describer: Describer) -> Rows:
    """Rows of functions, of constructors under the class's name, and of methods."""
    rows: Rows = {}
    for name, value in members.items():
        full = f"{path}{name}"
        if not inspect.isclass(value):
            rows[full] = function_row(value, describer, bound=inspect.ismethod(value))
        elif not issubclass(value, enum.Enum):
            rows |= _class_rows(full, value, describer)
    return rows


def _class_rows(path: str, owner: type[Any], describer: Describer) -> Rows:
    rows: Rows = {}
    if inspect.isfunction(owner.__init__):
        rows[path] = method_row(owner, "__init__", describer)
    for name in dir(owner):
        attribute = getattr(owner, name, None)
        if not name.startswith("_") and inspect.isroutine(attribute):
            rows[f"{path}.{name}"] = method_row(owner, name, describer)
    return rows


def enum_rows(path: str, members: dict[str, Any]) -> Rows:
    """Rows of the exported enumerations."""
    return {
        f"{path}{name}": {"members": {key: item.value for key, item in value.__members__.items()}}
        for name, value in members.items()
        if inspect.isclass(value) and issubclass(value, enum.Enum)
    }


def constructed_class(row: dict[str, Any]) -> dict[str, Any]:
    """A class whose fields are the keywords of its constructor."""
    fields = {}
    for name in row["parameters"]:
        fields[name] = {"kind": row["kinds"].get(name, "any")}
        if name in row["types"]:
            fields[name]["class"] = row["types"][name]
    return {"fields": fields, "extra": "forbid"}


def with_types(rows: Rows, types: dict[str, str]) -> Rows:
    """The rows with the classes that dicts given for these parameters are turned into."""
    return {
        name: row | {"types": row["types"] | _wanted(row["parameters"], types)}
        for name, row in rows.items()
    }


def _wanted(parameters: list[str], types: dict[str, str]) -> dict[str, str]:
    return {name: types[name] for name in parameters if name in types}
