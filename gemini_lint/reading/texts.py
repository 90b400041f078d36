"""Strings put together from values: concatenation, f-strings, `%`, `.format`, methods."""

from __future__ import annotations

import inspect
import itertools
import textwrap
from collections.abc import Callable, Iterable, Sequence

from gemini_lint.regexes import regex
from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Literal,
    Place,
    Sequence as Items,
    Text,
    Unknown,
    Value,
    possibilities,
)

_MOST_ALTERNATIVES = 8
_LONGEST = 4_000_000
_PERCENT = regex(r"%(?:\((\w+)\))?[-#0 +]*[\d*]*(?:\.[\d*]+)?([a-zA-Z%])")
_BRACES = regex(r"\{\{|\}\}|\{([^{}!:]*)(![rsa])?(:[^{}]*)?\}")
_CUTS = frozenset({"split", "rsplit", "partition", "rpartition", "splitlines"})
_DOLLARS = regex(r"\$(?:(\$)|(\w+)|\{(\w+)\})")
_METHODS: dict[str, Callable[[str], str]] = {
    "strip": str.strip,
    "lstrip": str.lstrip,
    "rstrip": str.rstrip,
    "lower": str.lower,
    "upper": str.upper,
    "title": str.title,
    "capitalize": str.capitalize,
    "casefold": str.casefold,
}
FUNCTIONS: dict[str, Callable[[str], str]] = {
    "textwrap.dedent": textwrap.dedent,
    "inspect.cleandoc": inspect.cleandoc,
}


def join(parts: Sequence[Value], place: Place) -> Value:
    """Put strings together; every part that may be several things multiplies the result."""
    ways = [_alternatives(part) for part in parts]
    joined = [
        _fold(combination, place)
        for combination in itertools.islice(itertools.product(*ways), _MOST_ALTERNATIVES)
    ]
    if len(joined) == 1 and not any(map(_is_open, parts)):
        return joined[0]
    complete = not any(isinstance(part, Unknown) or _is_open(part) for part in parts)
    return Choice(tuple(joined), complete)


def _alternatives(part: Value) -> list[Value]:
    return list(possibilities(part)) or [UNKNOWN]


def _is_open(part: Value) -> bool:
    """Tell whether a part may be something that is not known as well."""
    return isinstance(part, Choice) and not part.complete


def _fold(parts: Iterable[Value], place: Place) -> Value:
    pieces: list[Literal | None] = []
    for part in parts:
        pieces.extend(item for item in _pieces(part) if item is None or item.value != "")
    known = [piece for piece in pieces if piece is not None]
    if len(known) < len(pieces):
        return Text(tuple(pieces), place)
    if not known:
        return Literal("", place)
    if sum(len(str(piece.value)) for piece in known) > _LONGEST:
        return Text((*known[:1], None), place)
    text = "".join(str(piece.value) for piece in known)
    longest = max(known, key=lambda piece: len(str(piece.value)))
    return Literal(text, longest.place, longest.via, tuple(known))


def _pieces(part: Value) -> Sequence[Literal | None]:
    if isinstance(part, Text):
        return part.pieces
    if not isinstance(part, Literal):
        return (None,)
    if isinstance(part.value, str):
        return part.pieces or (part,)
    if isinstance(part.value, (int, float)):
        return (Literal(str(part.value), part.place, part.via),)
    return (None,)


def transform(value: Value, change: Callable[[str], str]) -> Value:
    """Apply a function of strings to every literal that the value may be."""
    if isinstance(value, Choice):
        return Choice(tuple(transform(item, change) for item in value.options), value.complete)
    if isinstance(value, Literal) and isinstance(value.value, str):
        return Literal(change(value.value), value.place, value.via, value.pieces)
    if isinstance(value, Text):
        return value
    return UNKNOWN


def without_beginning(value: Value, length: Value) -> Value:
    """`value[length:]`; where nothing is left, more than this is going on."""
    start = length.value if isinstance(length, Literal) else None
    if not isinstance(start, int):
        return UNKNOWN
    for option in possibilities(value):
        text = option.value if isinstance(option, Literal) else None
        if not isinstance(text, str) or not text[start:]:
            return UNKNOWN
    return transform(value, lambda text: text[start:])


def method(value: Value, name: str, arguments: Sequence[Value], place: Place) -> Value:
    """Call a method of a string."""
    change = _METHODS.get(name)
    if change is not None:
        return _stripped(value, name, arguments) if arguments else transform(value, change)
    if name in ("removeprefix", "removesuffix", "replace"):
        return _edit(value, name, arguments)
    if name in _CUTS:
        return _cut(value, name, arguments, place)
    if name in ("encode", "decode", "__str__", "translate", "get_secret_value"):
        return value
    return UNKNOWN


def _stripped(value: Value, name: str, arguments: Sequence[Value]) -> Value:
    """`"x".strip("y")`."""
    known = arguments[0].value if isinstance(arguments[0], Literal) else None
    if not isinstance(known, str) or name not in ("strip", "lstrip", "rstrip"):
        return _with_hole(value)
    return transform(value, lambda text: str(getattr(text, name)(known)))


def _cut(value: Value, name: str, arguments: Sequence[Value], place: Place) -> Value:
    """`"a/b".split("/")` and its like; every part stands where the whole does."""
    known = [item.value for item in arguments if isinstance(item, Literal)]
    if not isinstance(value, Literal) or len(known) != len(arguments):
        return UNKNOWN
    if not isinstance(value.value, str):
        return UNKNOWN
    try:
        parts = getattr(value.value, name)(*known)
    except (TypeError, ValueError):
        return UNKNOWN
    return Items(tuple(Literal(part, value.place, value.via) for part in parts), place)


def _edit(value: Value, name: str, arguments: Sequence[Value]) -> Value:
    words = [item.value for item in arguments if isinstance(item, Literal)]
    strings = [word for word in words if isinstance(word, str)]
    if len(strings) != len(arguments) or not strings:
        return value if isinstance(value, Text) else _with_hole(value)
    if name == "replace":
        return transform(value, lambda text: text.replace(strings[0], strings[-1]))
    if name == "removeprefix":
        return transform(value, lambda text: text.removeprefix(strings[0]))
    return transform(value, lambda text: text.removesuffix(strings[0]))


def _with_hole(value: Value) -> Value:
    """A literal of which some part is replaced by something unknown."""
    if isinstance(value, Literal) and isinstance(value.value, str):
        return Text((value, None), value.place)
    return UNKNOWN


def percent(template: Literal, values: Sequence[Value], named: dict[str, Value]) -> Value:
    """`template % values`."""
    parts: list[Value] = []
    rest, last = list(values), 0
    text = str(template.value)
    for found in _PERCENT.finditer(text):
        parts.append(_slice(template, text[last : found.start()]))
        last = found.end()
        if found[2] == "%":
            parts.append(_slice(template, "%"))
        elif found[1]:
            parts.append(named.get(found[1], UNKNOWN))
        else:
            parts.append(rest.pop(0) if rest and found[2] in "sd" else UNKNOWN)
    parts.append(_slice(template, text[last:]))
    return join(parts, template.place)


def format_(template: Literal, values: Sequence[Value], named: dict[str, Value]) -> Value:
    """`template.format(*values, **named)`."""
    parts: list[Value] = []
    rest, last = list(values), 0
    text = str(template.value)
    for found in _BRACES.finditer(text):
        parts.append(_slice(template, text[last : found.start()]))
        last = found.end()
        if found[1] is None:
            parts.append(_slice(template, found[0][0]))
        elif found[2] or found[3]:
            parts.append(UNKNOWN)
        elif not found[1]:
            parts.append(rest.pop(0) if rest else UNKNOWN)
        elif found[1].isdigit():
            number = int(found[1])
            parts.append(values[number] if number < len(values) else UNKNOWN)
        else:
            parts.append(named.get(found[1], UNKNOWN))
    parts.append(_slice(template, text[last:]))
    return join(parts, template.place)


def substitute(template: Value, named: dict[str, Value]) -> Value:
    """`string.Template(template).substitute(**named)`."""
    if not isinstance(template, Literal):
        return template if isinstance(template, Text) else UNKNOWN
    parts: list[Value] = []
    last = 0
    text = str(template.value)
    for found in _DOLLARS.finditer(text):
        parts.append(_slice(template, text[last : found.start()]))
        last = found.end()
        parts.append(
            _slice(template, "$") if found[1] else named.get(found[2] or found[3], UNKNOWN)
        )
    parts.append(_slice(template, text[last:]))
    return join(parts, template.place)


def _slice(template: Literal, text: str) -> Literal:
    return Literal(text, template.place, template.via)
