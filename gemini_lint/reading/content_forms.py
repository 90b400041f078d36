"""Turns and parts in a form that is refused: `{"role": "user", "parts": ["Hello"]}`.

google-generativeai took strings for parts and bare blobs for turns; google-genai and the server
take objects with the keys of `Content` and `Part` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gemini_lint.call import Argument, Parameter
from gemini_lint.clients.declaration import Field, Shape
from gemini_lint.reading.shapes import field_of
from gemini_lint.values import (
    UNKNOWN,
    Entry,
    Instance,
    Literal,
    Mapping,
    Sequence,
    Value,
    is_text,
    possibilities,
)

if TYPE_CHECKING:
    from gemini_lint.reading.drafting import Draft

_STRICT = ("google-genai", "rest")
_TURNS = ("contents", "history", "embedded")
_TURN_CLASSES = tuple(
    f"google.genai.types.{name}" for name in ("Content", "UserContent", "ModelContent")
)
_OF_TURNS = frozenset({"role", "parts"})
_CONTENT = Shape("Content", {"role": Field(), "parts": Field()})


def note(draft: Draft, path: str, argument: Argument) -> None:
    """Note the keys and values of a prompt that the library or the server refuses."""
    sdk = draft.library.sdk
    if sdk == "google-genai":
        _scalars(draft, argument)
    if sdk == "google-genai" and path == argument.name == "message":
        _no_part(draft, argument)
        return
    if sdk not in _STRICT or (path == "systemInstruction" and sdk == "google-genai"):
        return
    value = _only(argument.value)
    wants_turns = path in _TURNS if sdk == "rest" else path == "history"
    if wants_turns and _is_refused(value, sdk):
        _put(draft, argument, Entry(argument.name, value, argument.key))
    for item in _items(value):
        _turn(draft, path in _TURNS, item, argument)


def _scalars(draft: Draft, argument: Argument) -> None:
    """Numbers are no contents, by themselves or in a list."""
    value = _only(argument.value)
    for item in value.items if isinstance(value, Sequence) else (value,):
        if isinstance(item, Literal) and isinstance(item.value, (int, float)):
            entry = Entry(argument.name, item, argument.key)
            _put(draft, argument, entry, kind="contents")
            return


def _no_part(draft: Draft, argument: Argument) -> None:
    """A chat takes text and parts: no turns, and nothing as a dictionary."""
    for item in _items(_only(argument.value)):
        if isinstance(item, Mapping) or item.name.startswith(_TURN_CLASSES):
            _put(draft, argument, Entry(argument.name, item, argument.key), kind="contents")
            return


def _turn(draft: Draft, is_content: bool, turn: Mapping | Instance, argument: Argument) -> None:
    sdk = draft.library.sdk
    name = turn.name.rpartition(".")[2] if isinstance(turn, Instance) else ""
    entries = turn.entries if isinstance(turn, Mapping) else turn.keywords
    is_turn = any(entry.key in _OF_TURNS for entry in entries)
    if name == "Content" or (isinstance(turn, Mapping) and is_turn):
        for entry in entries:
            if entry.key == "parts" and _is_refused(entry.value, sdk):
                _put(draft, argument, entry)
            elif sdk == "rest" and is_content and entry.key not in _OF_TURNS:
                draft.reject(_CONTENT, entry, argument.at)
        if sdk == "google-genai":
            draft.reject_unknown(Field(shape="Content"), turn, argument.at)
    elif sdk == "google-genai" and is_content:
        _part(draft, turn, argument)


def _part(draft: Draft, part: Mapping | Instance, argument: Argument) -> None:
    """A part may stand for a turn, and the data of a file for a part."""
    if isinstance(part, Instance):
        if part.name.endswith(".types.Part"):
            draft.reject_unknown(Field(shape="Part"), part, argument.at)
        return
    unknown = [entry for entry in part.entries if not _has(draft, "Part", entry)]
    is_file = all(_has(draft, "FileData", entry) for entry in part.entries)
    shape = draft.library.shapes("Part")
    if unknown and not is_file and shape is not None:
        draft.reject(shape, unknown[0], argument.at)


def _has(draft: Draft, name: str, entry: Entry) -> bool:
    shape = draft.library.shapes(name)
    return shape is None or field_of(shape, entry.key) is not None


def _is_refused(value: Value, sdk: str) -> bool:
    """Tell whether strings, or one object where only a list will do, stand for the parts."""
    if isinstance(value, Sequence):
        return any(is_text(item) for item in value.items)
    return is_text(value) or (sdk == "google-genai" and isinstance(value, (Mapping, Instance)))


def _items(value: Value) -> Iterator[Mapping | Instance]:
    items = value.items if isinstance(value, Sequence) else (value,)
    for item in items:
        option = _only(item)
        if isinstance(option, (Mapping, Instance)):
            yield option


def _only(value: Value) -> Value:
    """Return the one thing that a value may be: several forms are meant for several libraries."""
    options = list(possibilities(value))
    return options[0] if len(options) == 1 else UNKNOWN


def _put(draft: Draft, argument: Argument, entry: Entry, kind: str = "list[object]") -> None:
    # the server takes one object for a list of them, but no string
    if draft.library.sdk == "rest" and is_text(entry.value):
        kind = "object"
    path = f"contents.{entry.key}"
    draft.parameters[f"{path} {len(draft.parameters)}"] = Parameter(
        path, entry.key, entry.value, kind, entry.key_place, argument.at, entry.certain
    )
