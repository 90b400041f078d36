"""Values of a program, in each of the ways that code writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from gemini_lint.clients.tables import camel

Style: TypeAlias = Literal["typed", "dict", "camel"]
STYLES: tuple[Style, ...] = ("typed", "dict", "camel")


@dataclass(frozen=True, slots=True)
class Thing:
    """An object of one of google-genai's types: a dictionary in other styles."""

    kind: str
    fields: tuple[tuple[str, Data], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """An expression as it stands."""

    text: str


Data: TypeAlias = "Thing | Code | str | int | float | bool | Sequence[Data] | None"


def thing(kind: str, **fields: Data) -> Thing:
    """Return an object with those fields."""
    return Thing(kind, tuple(fields.items()))


def rendered(value: Data, style: Style) -> str:
    """Return the expression for a value."""
    if isinstance(value, Code):
        return value.text
    if isinstance(value, Thing):
        return _object(value, style)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(rendered(item, style) for item in value)}]"
    return repr(value)


def _object(value: Thing, style: Style) -> str:
    if style == "typed" and value.kind:
        fields = (f"{name}={rendered(item, style)}" for name, item in value.fields)
        return f"types.{value.kind}({', '.join(fields)})"
    return "{" + ", ".join(entry(name, item, style) for name, item in value.fields) + "}"


def entry(name: str, value: Data, style: Style) -> str:
    """Return one entry of a dictionary."""
    return f'"{key(name, style)}": {rendered(value, style)}'


def key(name: str, style: Style) -> str:
    """Return how a name is spelled in that style."""
    return camel(name) if style == "camel" else name
