"""Prompts and turns: the text that a request carries, in whatever form it is written."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import libcst as cst
from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.call import Argument, Prompt, PromptKind, Turn
from gemini_lint.reading.messages import normal
from gemini_lint.reading.walking import nodes
from gemini_lint.values import (
    Choice,
    Entry,
    Instance,
    Literal,
    Mapping,
    Place,
    Sequence,
    Symbol,
    Text,
    Unknown,
    Value,
    possibilities,
)

PROMPTS: dict[str, PromptKind] = {
    "contents": "contents",
    "message": "message",
    "history": "history",
    "messages": "contents",
    "input": "input",
    "prompt": "contents",
    "embedded": "embedding",
    "systemInstruction": "system",
}
TURNS = ("contents", "history")
_USER_ROLES = (None, "", "user", "system", "developer", "human")
_SYSTEM_ROLES = ("system", "developer")
_MOST_ALTERNATIVES = 64
_TEXT_MAKERS = ("from_text", "Part.from_text", "UserContent", "Part", "Content", "ModelContent")


class _Part(Struct, frozen=True):
    """A piece of a prompt: a text, something that is no text, or something unknown."""

    text: Value | None = None
    unknown: bool = False


def prompts(path: str, argument: Argument) -> Iterator[Prompt]:
    """Yield a prompt for each thing that an argument may be."""
    certain = not _varies(argument.value)
    for prompt in _prompts(path, argument):
        yield replace(prompt, certain=certain)


def _prompts(path: str, argument: Argument) -> Iterator[Prompt]:
    kind = PROMPTS[path]
    for value in itertools.islice(_alternatives(argument.value), _MOST_ALTERNATIVES):
        if isinstance(value, Literal) and value.value is None:
            continue
        if path == "history":
            yield from _history(value, argument)
        elif path == "messages":
            yield from _messages(value, argument)
        else:
            yield _prompt(kind, value, argument)


def _varies(value: Value) -> bool:
    """Tell whether the value, or something in it, is one of several."""
    if isinstance(value, Sequence):
        return any(_varies(item) for item in value.items)
    if isinstance(value, (Mapping, Instance)):
        inner = _inner(value)
        return inner is not None and _varies(inner)
    return isinstance(value, Choice)


def _prompt(kind: PromptKind, value: Value, argument: Argument) -> Prompt:
    parts = list(_parts(value))
    texts = tuple(part.text for part in parts if part.text is not None)
    other = any(part.text is None and not part.unknown for part in parts) or _has_others(value)
    complete = not any(part.unknown for part in parts)
    place = _place(value, argument)
    inline = not texts and _stands_in(place, argument.at)
    return Prompt(kind, texts, place, argument.at, complete, other, inline=inline)


def _has_others(value: Value) -> bool:
    """Tell whether there is what the model said, or a tool, which is no prompt, but content."""
    items = value.items if isinstance(value, Sequence) else (value,)
    return any(_role(item) not in _USER_ROLES and not _is_empty(item) for item in items)


def _is_empty(turn: Value) -> bool:
    inner = _inner(turn) if isinstance(turn, (Mapping, Instance)) else None
    return isinstance(inner, Sequence) and not inner.items and inner.complete


def _stands_in(place: Place, at: Place) -> bool:
    """Tell whether a place is within the expression at another one."""
    if place == at:
        return True
    if place.path != at.path or not isinstance(at.anchor, cst.CSTNode):
        return False
    return any(node is place.anchor for node in nodes(at.anchor))


def _history(value: Value, argument: Argument) -> Iterator[Prompt]:
    """Each message of a history is a prompt by itself."""
    for item in value.items if isinstance(value, Sequence) else ():
        prompt = _prompt("history", item, argument)
        if prompt.texts:
            yield prompt


def _messages(value: Value, argument: Argument) -> Iterator[Prompt]:
    """Messages of the OpenAI form: the system's by itself, the user's together."""
    value = normal(value)
    if isinstance(value, (Literal, Text)):
        yield _prompt("contents", value, argument)
    if not isinstance(value, Sequence):
        return
    system = [item for item in value.items if _role(item) in _SYSTEM_ROLES]
    for item in system:
        yield _prompt("system", item, argument)
    rest = tuple(item for item in value.items if item not in system)
    yield _prompt("contents", replace(value, items=rest), argument)


def _alternatives(value: Value) -> Iterator[Value]:
    """Yield the things that a prompt may be; of several choices in it, one varies at a time."""
    options = list(possibilities(value))
    if not options:
        yield value
    for option in options:
        if not isinstance(option, Sequence):
            yield option
            continue
        yield from _variants(option)


def _variants(value: Sequence) -> Iterator[Value]:
    first = tuple(_first(item) for item in value.items)
    yield replace(value, items=first)
    for number, item in enumerate(value.items):
        if isinstance(item, Choice):
            for option in list(possibilities(item))[1:]:
                yield replace(value, items=(*first[:number], option, *first[number + 1 :]))


def _first(item: Value) -> Value:
    if not isinstance(item, Choice):
        return item
    return next(possibilities(item), item)


def _parts(value: Value) -> Iterator[_Part]:
    if isinstance(value, (Unknown, Choice)):
        options = list(possibilities(value))
        if options:
            yield from _parts(options[0])
        else:
            yield _Part(unknown=True)
    elif isinstance(value, Text) or (isinstance(value, Literal) and isinstance(value.value, str)):
        yield _Part(value)
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _parts(item)
        if not value.complete:
            yield _Part(unknown=True)
    elif isinstance(value, (Mapping, Instance)):
        yield from _object(value)
    elif not (isinstance(value, Literal) and value.value is None):
        yield _Part()


def _object(value: Mapping | Instance) -> Iterator[_Part]:
    """A turn, a part, or something that is no text."""
    if isinstance(value, Instance) and not _is_content(value):
        yield _Part()
        return
    if _role(value) not in _USER_ROLES:
        return
    inner = _inner(value)
    if inner is not None:
        yield from _parts(inner)
    elif not _is_complete(value):
        yield _Part(unknown=True)
    elif _is_other(value):
        yield _Part()


def _is_other(value: Mapping | Instance) -> bool:
    """Tell whether something without text is content of another kind, not an empty turn."""
    keys = {entry.key for entry in _entries(value)}
    return not keys & {"role", "parts"} if keys else isinstance(value, Instance)


def _is_content(value: Instance) -> bool:
    name = value.name.rpartition(".")[2]
    return name in _TEXT_MAKERS or name.endswith(("Message", "MessagePromptTemplate"))


def _inner(value: Mapping | Instance) -> Value | None:
    keys = ("parts", "text", "content", "turns", "steps")
    found = next((entry for entry in _entries(value) if entry.key in keys), None)
    if found is not None:
        return found.value
    if isinstance(value, Instance) and value.positional:
        return value.positional[-1] if value.name.endswith(".Content") else value.positional[0]
    return None


def _entries(value: Mapping | Instance) -> tuple[Entry, ...]:
    return value.entries if isinstance(value, Mapping) else value.keywords


def _is_complete(value: Mapping | Instance) -> bool:
    return value.complete


def _role(value: Value) -> object:
    """Return the role of a turn: a string, None when none is written, or something unknown."""
    if not isinstance(value, (Mapping, Instance)):
        return None
    if isinstance(value, Instance) and value.name.endswith((".ModelContent", "AIMessage")):
        return "model"
    entry = next((item for item in _entries(value) if item.key == "role"), None)
    if entry is None:
        return None
    role = next(possibilities(entry.value), None)
    if isinstance(role, Symbol):
        return role.name.rpartition(".")[2].lower()
    return role.value if isinstance(role, Literal) else object()


def turns(argument: Argument) -> tuple[list[Turn], bool]:
    """Return the turns of `contents`, and whether these are all."""
    value = argument.value
    if isinstance(value, (Mapping, Instance)):
        value = Sequence((value,), argument.at)
    if not isinstance(value, Sequence):
        return [], isinstance(value, (Literal, Text))
    found: list[Turn] = []
    complete = value.complete
    for item in value.items:
        if isinstance(item, Choice):
            found.extend(_possible_turns(item, argument))
            complete = False
        elif isinstance(item, (Mapping, Instance)) and _is_turn(item):
            found.append(_turn(item, argument))
        else:
            complete = complete and isinstance(item, (Literal, Text))
            found.append(Turn(None, _place(item, argument), argument.at))
    return found, complete


def _possible_turns(item: Choice, argument: Argument) -> Iterator[Turn]:
    """Yield what may stand in the history, such as what a loop adds after the request."""
    yield Turn(None, _place(item, argument), argument.at)
    for option in possibilities(item):
        if isinstance(option, (Mapping, Instance)) and _is_turn(option):
            found = _turn(option, argument)
            yield Turn(found.role, found.place, found.at)


def _is_turn(value: Mapping | Instance) -> bool:
    keys = {entry.key for entry in _entries(value)}
    if isinstance(value, Instance):
        return value.name.rpartition(".")[2] in ("Content", "UserContent", "ModelContent")
    return bool(keys & {"role", "parts"})


def _turn(value: Mapping | Instance, argument: Argument) -> Turn:
    entry = next((item for item in _entries(value) if item.key == "role"), None)
    place = entry.value.place if entry and isinstance(entry.value, Literal) else value.place
    role = entry.value if entry is not None else None
    if isinstance(value, Instance) and value.name.endswith(".ModelContent"):
        role = Literal("model", value.place)
    return Turn(role, place, argument.at, _is_empty(value))


def _place(value: Value, argument: Argument) -> Place:
    place = getattr(value, "place", None)
    return place if isinstance(place, Place) else argument.at
