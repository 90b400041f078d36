"""Turn a Python annotation into the kind of value that it accepts."""

from __future__ import annotations

import collections.abc
import enum
import inspect
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any, TypedDict

Class = type[Any]
Namer = Callable[[Class], "str | None"]


class Described(TypedDict, total=False):
    """What one annotation accepts, as it stands in the generated tables."""

    kind: str
    classes: list[str]
    values: list[str]


SCALARS: dict[Any, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    bytes: "bytes",
}
LISTS = (list, tuple, set, frozenset, collections.abc.Sequence, collections.abc.Iterable)
MAPPINGS = (dict, collections.abc.Mapping, collections.abc.MutableMapping)
ITEM_KINDS = {
    "string": "list[string]",
    "integer": "list[number]",
    "number": "list[number]",
    "enum": "list[enum]",
    "object": "list[object]",
}
# What stands beside str in an enumeration that stays open for new members.
OPEN_STRING = "UnrecognizedStr"
# Classes whose only instance says that an argument was left out.
ABSENT = {"NoneType", "Omit", "NotGiven", "Unset"}


class Describer:
    """Describes annotations and remembers every class that they name."""

    def __init__(self, name_of: Namer, skip_item: Callable[[Any], bool]) -> None:
        self.name_of = name_of
        self.skip_item = skip_item
        self.seen: dict[str, set[Class]] = {}

    def describe(self, annotation: Any) -> Described:
        parts = [self._member(member) for member in members(annotation)]
        return combined([part for part in parts if part])

    def _member(self, member: Any) -> Described:
        if member in SCALARS:
            return {"kind": SCALARS[member]}
        origin = typing.get_origin(member) or member
        if origin is typing.Literal:
            return _constants(typing.get_args(member))
        if origin in LISTS:
            return self._list(typing.get_args(member))
        if origin in MAPPINGS:
            return self._mapping(typing.get_args(member))
        if inspect.isclass(member):
            return self._class(member)
        return {"kind": "any"}

    def _class(self, member: Class) -> Described:
        if member.__name__ == OPEN_STRING:
            return {"kind": "string"}
        name = self.name_of(member)
        if name is None:
            return {"kind": "any"}
        self.seen.setdefault(name, set()).add(member)
        kind = "enum" if issubclass(member, enum.Enum) else "object"
        return {"kind": kind, "classes": [name]}

    def _list(self, arguments: tuple[Any, ...]) -> Described:
        wanted = [
            self._member(member)
            for argument in arguments
            if argument is not ...
            for member in members(argument)
            if not self.skip_item(member)
        ]
        item = combined(wanted)
        item["kind"] = ITEM_KINDS.get(item["kind"], "list")
        return item

    def _mapping(self, arguments: tuple[Any, ...]) -> Described:
        value = self.describe(arguments[1]) if len(arguments) == 2 else Described(kind="any")
        return {"kind": "mapping", "classes": value.get("classes", [])}


def _constants(values: tuple[Any, ...]) -> Described:
    if all(isinstance(value, str) for value in values):
        return {"kind": "string", "values": list(values)}
    return combined([{"kind": SCALARS.get(type(value), "any")} for value in values])


def members(annotation: Any) -> Iterator[Any]:
    """The alternatives of a union, without None and without Annotated, Required and aliases."""
    if annotation is None or getattr(annotation, "__name__", "") in ABSENT:
        return
    origin = typing.get_origin(annotation)
    if origin is typing.Union or origin is types.UnionType:
        for argument in typing.get_args(annotation):
            yield from members(argument)
    elif origin is typing.Annotated or getattr(origin, "__name__", "") in {
        "Required",
        "NotRequired",
        "ReadOnly",
    }:
        yield from members(typing.get_args(annotation)[0])
    elif hasattr(annotation, "__value__"):
        yield from members(annotation.__value__)
    elif getattr(annotation, "__name__", None) in {"Required", "NotRequired"}:
        yield from members(typing.get_args(annotation)[0])
    else:
        yield annotation


def combined(parts: list[Described]) -> Described:
    """One description for all alternatives: their common kind, or "any"."""
    kinds = {part["kind"] for part in parts}
    kind = _common_kind(kinds)
    classes = _unique(name for part in parts for name in part.get("classes", []))
    # Beside a free mapping, a dict need not be an object of the class.
    if kind == "any" and "mapping" in kinds:
        classes = []
    closed = kind == "string" and any("values" in part for part in parts)
    values = _unique(value for part in parts for value in part.get("values", [])) if closed else []
    described = Described(kind=kind)
    if classes:
        described["classes"] = classes
    if values:
        described["values"] = values
    return described


def _common_kind(kinds: set[str]) -> str:
    if len(kinds) == 1:
        return next(iter(kinds))
    if kinds and kinds <= {"integer", "number"}:
        return "number"
    # An open enumeration is written Union[str, Enum].
    if kinds == {"enum", "string"}:
        return "enum"
    if kinds == {"list", "list[object]"}:
        return "list[object]"
    return "any"


def _unique(names: typing.Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def field_row(described: Described) -> dict[str, Any]:
    """The table row: a single class as "class", several as "classes"."""
    row: dict[str, Any] = {"kind": described["kind"]}
    classes = described.get("classes", [])
    if len(classes) == 1:
        row["class"] = classes[0]
    elif classes and described["kind"] in {"object", "list[object]"}:
        row["classes"] = classes
    if "values" in described:
        row["values"] = described["values"]
    return row
