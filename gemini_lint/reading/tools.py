"""Tools: built-in ones by their REST names, Python callables as function declarations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from gemini_lint.call import Argument, Parameter, Tool
from gemini_lint.clients.declaration import Field, Shape
from gemini_lint.clients.tables import camel
from gemini_lint.reading.objects import local_function
from gemini_lint.reading.shapes import field_of
from gemini_lint.values import (
    Entry,
    Instance,
    Literal,
    Mapping,
    Member,
    Place,
    Sequence,
    Symbol,
    Value,
    literals,
    possibilities,
)

if TYPE_CHECKING:
    from gemini_lint.reading.drafting import Draft

_FUNCTIONS = "functionDeclarations"
_STRICT = ("google-genai", "google-adk")


def tools(draft: Draft, argument: Argument) -> Iterator[Tool]:
    """Yield each capability of a `tools` argument."""
    for value in possibilities(argument.value):
        items = value.items if isinstance(value, Sequence) else (value,)
        for item in items:
            for option in possibilities(item):
                certain = value is argument.value and option is item
                for tool in _tool(draft, option, argument):
                    yield tool if certain else replace(tool, certain=False)


def _tool(draft: Draft, value: Value, argument: Argument) -> Iterator[Tool]:
    if isinstance(value, Literal) and isinstance(value.value, str):
        yield Tool(camel(value.value), value.value, value.place, argument.at)
    elif isinstance(value, (Mapping, Instance)):
        yield from _object(draft, value, argument)
    elif isinstance(value, (Symbol, Member)) or local_function(value) is not None:
        place = value.place if isinstance(value, (Symbol, Member)) else argument.at
        yield Tool(_FUNCTIONS, "function", place, argument.at)


def _object(draft: Draft, value: Mapping | Instance, argument: Argument) -> Iterator[Tool]:
    if isinstance(value, Instance):
        maker = value.name.rpartition(".")[2]
        if maker.startswith("from_"):
            name = camel(maker.removeprefix("from_").removesuffix("_tool"))
            yield Tool(name, maker, value.place, argument.at)
            return
        if maker not in ("Tool", "ToolDict"):
            _note_part_of_tool(draft, value, argument)
            return
    entries = value.entries if isinstance(value, Mapping) else value.keywords
    kind = next((entry for entry in entries if entry.key == "type"), None)
    if kind is not None:
        yield from _of_type(kind.value, argument)
        return
    shape = draft.shape(Field(shape="Tool"), value)
    for entry in entries:
        yield from _capability(draft, shape, entry, argument)


def _of_type(kind: Value, argument: Argument) -> Iterator[Tool]:
    """Yield what the `type` of a tool may be: `{"type": "google_search"}`."""
    for option in literals(kind):
        if isinstance(option.value, str):
            name = _FUNCTIONS if option.value == "function" else camel(option.value)
            yield Tool(name, option.value, option.place, argument.at, certain=option is kind)


def _note_part_of_tool(draft: Draft, value: Instance, argument: Argument) -> None:
    """What belongs within a Tool does not stand for one: `tools=[types.GoogleSearch()]`."""
    tool = draft.library.shapes("Tool") if draft.library.sdk in _STRICT else None
    name = value.name.removeprefix("google.genai.types.")
    if tool is not None and name in {field.shape for field in tool.fields.values()}:
        where = Field("tools", "tool")
        entry = Entry(argument.name, value, argument.key)
        draft.parameter(f"tools {len(draft.parameters)}", where, entry, argument.at)


def _capability(
    draft: Draft, shape: Shape | None, entry: Entry, argument: Argument
) -> Iterator[Tool]:
    where = field_of(shape, entry.key) if shape is not None else Field()
    if where is None and shape is not None:
        draft.reject(shape, entry, argument.at)
        return
    if isinstance(entry.value, Literal) and entry.value.value in (None, False):
        return
    if where is not None and where.kind == "object" and isinstance(entry.value, Literal):
        draft.parameter(f"tools.{camel(entry.key)}", where, entry, argument.at)
    if where is not None and where.kind != "mapping" and draft.library.sdk == "google-genai":
        draft.reject_unknown(where, entry.value, argument.at)
    name = camel(entry.key)
    values: tuple[Value, ...] = (entry.value,)
    if name == _FUNCTIONS and isinstance(entry.value, Sequence):
        values = entry.value.items or values
    for value in values:
        fields = tuple(_fields(value, argument.at))
        yield Tool(name, entry.key, entry.key_place, argument.at, fields, entry.certain)


def _fields(value: Value, at: Place) -> Iterator[Parameter]:
    if not isinstance(value, (Mapping, Instance)):
        return
    entries = value.entries if isinstance(value, Mapping) else value.keywords
    for entry in entries:
        path = camel(entry.key)
        yield Parameter(path, entry.key, entry.value, "any", entry.key_place, at)
