"""Describe proto-plus messages: what their constructors, and dicts turned into them, may hold."""

from __future__ import annotations

import inspect
from typing import Any

# Field type numbers of descriptor.proto.
KINDS = {
    1: "number",
    2: "number",
    3: "integer",
    4: "integer",
    5: "integer",
    6: "integer",
    7: "integer",
    8: "boolean",
    9: "string",
    11: "object",
    12: "bytes",
    13: "integer",
    14: "enum",
}
LIST_KINDS = {
    "integer": "list[number]",
    "number": "list[number]",
    "string": "list[string]",
    "enum": "list[enum]",
    "object": "list[object]",
}


def message_tables(roots: list[Any], prefix: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Rows of the messages and enumerations that the roots lead to."""
    classes: dict[str, Any] = {}
    enums: dict[str, Any] = {}
    waiting = list(roots)
    while waiting:
        found = waiting.pop()
        name = _name(found, prefix)
        if name in classes or name in enums:
            continue
        if not hasattr(found, "meta"):
            enums[name] = {"members": {member.name: int(member) for member in found}}
            continue
        classes[name] = _message_row(found, prefix)
        waiting += [target for target in map(_target, _fields(found)) if target]
    return classes, enums


def _fields(message: Any) -> list[Any]:
    return list(message.meta.fields.values())


def _target(field: Any) -> Any:
    """The message or enumeration of this API that a field holds; Struct and its like are none."""
    target = field.message or field.enum
    if _is_map_entry(target):
        return _target(target.meta.fields["value"])
    return target if inspect.isclass(target) and _is_described(target) else None


def _is_map_entry(target: Any) -> bool:
    """A map is written as a list of nested messages that hold a key and a value."""
    return hasattr(target, "meta") and bool(target.pb().DESCRIPTOR.GetOptions().map_entry)


def _is_described(target: Any) -> bool:
    return hasattr(target, "meta") or not hasattr(target, "DESCRIPTOR")


def _name(found: Any, prefix: str) -> str:
    return f"{prefix}.{found.__qualname__}"


def _message_row(message: Any, prefix: str) -> dict[str, Any]:
    rows = {}
    for field in _fields(message):
        # Python's own names get an underscore; proto-plus takes the name without it, too.
        rows[field.name] = _field_row(field, prefix)
        if field.name.endswith("_"):
            rows[field.name]["alias"] = field.name.rstrip("_")
    return {"fields": rows, "extra": "forbid"}


def _field_row(field: Any, prefix: str) -> dict[str, Any]:
    target = _target(field)
    kind = KINDS[int(field.proto_type)]
    if _is_map_entry(field.message):
        kind = "mapping"
    elif kind == "object" and not target:
        kind = "any"
    if field.repeated and kind != "mapping":
        kind = LIST_KINDS.get(kind, "list")
    return {"kind": kind} | ({"class": _name(target, prefix)} if target else {})
