"""Which literals each library, or the server behind it, takes for each type of parameter.

Three ways of reading are known: pydantic's lax mode (google-genai), protocol buffers
(google-generativeai and vertexai), and JSON read by the server. Where a library's way is not
known, only what all three refuse counts as refused. None is always "not given".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from gemini_lint.call import Parameter
from gemini_lint.values import (
    Instance,
    Literal,
    Mapping,
    Place,
    Scalar,
    Sequence,
    Symbol,
    Text,
    Value,
    literals,
    possibilities,
)

_PYDANTIC = frozenset({"google-genai", "google-adk", "langchain-google-genai"})
_PROTO = frozenset(
    {"google-generativeai", "google-ai-generativelanguage", "google-cloud-aiplatform"}
)
_JSON = frozenset({"rest"})

_TRUTHS = frozenset({"0", "1", "true", "false", "t", "f", "yes", "no", "y", "n", "on", "off"})
_NOUNS = {
    "number": "a number",
    "integer": "a whole number",
    "boolean": "a boolean",
    "string": "a string",
    "bytes": "bytes",
    "list": "a list",
    "enum": "a string",
    "object": "an object",
    "mapping": "a mapping",
    "contents": "text or a part",
    # what only an object of one class, or of none, can be
    "tool": "a Tool",
    "config": "a GenerateContentConfig",
}
_OF_ONE_CLASS = frozenset({"tool", "config", "contents"})
_NO_TEXTS = ("a list", "an object")
# These take a string or a list as well as an object, or a type.
_UNIONS = ("speechConfig", "systemInstruction", "responseSchema", "responseJsonSchema")

# google.genai.types.Modality.TEXT
_DOTS_OF_A_MEMBER = 4

_Refuses = Callable[[str, Scalar], bool]


class WrongType(Struct, frozen=True):
    """A value of a type that is refused; `literal` is None where it is no scalar."""

    place: Place
    expected: str
    literal: Literal | None
    found: str = ""


def wrong_types(parameter: Parameter, sdk: str) -> Iterator[WrongType]:
    """Yield each possibility of the parameter's value whose type is refused."""
    for value in possibilities(parameter.value):
        yield from _wrong_in(parameter, value, sdk)


def as_number(parameter: Parameter, literal: Literal, sdk: str) -> int | float | None:
    """Return the number that is sent for a literal, None where there is none."""
    value = literal.value
    if value is None or isinstance(value, complex) or _is_refused(parameter, value, sdk):
        return None
    if isinstance(value, (bool, int, float)):
        return value
    return _parsed(value)


def is_split_string(parameter: Parameter, value: Value, sdk: str) -> bool:
    """Tell whether the library takes the string apart: each character becomes an item."""
    return (
        sdk in _PROTO
        and parameter.kind == "list[string]"
        and isinstance(value, Literal)
        and isinstance(value.value, str)
    )


def refusal(sdk: str) -> str:
    """Say who refuses a wrong type, and how."""
    if sdk in _PYDANTIC:
        return f"{sdk} raises pydantic.ValidationError"
    if sdk in _PROTO:
        return f"{sdk} raises TypeError"
    return "400 INVALID_ARGUMENT"


def _wrong_in(parameter: Parameter, value: Value, sdk: str) -> Iterator[WrongType]:
    noun = _NOUNS.get(_outer(parameter.kind))
    if noun is None:
        return
    if isinstance(value, Literal):
        if _is_refused(parameter, value.value, sdk):
            yield WrongType(value.place, noun, value)
    elif isinstance(value, Sequence):
        yield from _wrong_sequence(parameter, value, noun, sdk)
    elif isinstance(value, Mapping) and _refuses_mapping(parameter, sdk):
        yield WrongType(value.place, noun, None, "a mapping")
    elif isinstance(value, Mapping) and parameter.path == "labels":
        yield from _wrong_items(entry.value for entry in value.entries)
    elif isinstance(value, Instance) and _outer(parameter.kind) in _OF_ONE_CLASS:
        yield WrongType(value.place, noun, None, f"a {value.name.rpartition('.')[2]}")
    elif isinstance(value, (Instance, Symbol)) and _is_lone_item(parameter, value, sdk):
        yield WrongType(value.place, noun, None, f"one {_class_of(value)}")
    elif isinstance(value, Text) and _is_refused(parameter, "{}", sdk) and noun in _NO_TEXTS:
        yield WrongType(value.place, noun, None, "a string")


def _wrong_sequence(
    parameter: Parameter, value: Sequence, noun: str, sdk: str
) -> Iterator[WrongType]:
    outer, inner = _outer(parameter.kind), _inner(parameter.kind)
    if outer != "list":
        if not _is_union(parameter):
            yield WrongType(value.place, noun, None, "a list")
        return
    if inner == "string":
        yield from _wrong_items(value.items)
    elif parameter.path.startswith("contents."):
        yield from _texts_for_objects(value.items)


def _wrong_items(items: Iterable[Value]) -> Iterator[WrongType]:
    """Strings are wanted, and None is not left out here."""
    for item in items:
        for literal in literals(item):
            if not isinstance(literal.value, (str, bytes)):
                yield WrongType(literal.place, "a string", literal)


def _texts_for_objects(items: Iterable[Value]) -> Iterator[WrongType]:
    for item in items:
        if isinstance(item, Text):
            yield WrongType(item.place, "an object", None, "a string")
        elif isinstance(item, Literal) and isinstance(item.value, str):
            yield WrongType(item.place, "an object", item)


def _is_lone_item(parameter: Parameter, value: Instance | Symbol, sdk: str) -> bool:
    """One tool, say, or one member of an enum, where a list of them is wanted."""
    is_thing = isinstance(value, Instance) or value.name.count(".") == _DOTS_OF_A_MEMBER
    return (
        sdk in _PYDANTIC
        and _outer(parameter.kind) == "list"
        and value.name.startswith("google.genai.types.")
        and is_thing
    )


def _class_of(value: Instance | Symbol) -> str:
    """Return the class of an object, or of a member of an enum."""
    names = value.name.split(".")
    return names[-1] if isinstance(value, Instance) else names[-2]


def _refuses_mapping(parameter: Parameter, sdk: str) -> bool:
    outer = _outer(parameter.kind)
    if outer in {"object", "mapping"} or _is_union(parameter):
        return False
    if outer != "list":
        return True
    # The server takes one object where a list of them is wanted; the old library takes a
    # mapping of safety settings.
    return sdk in _PYDANTIC


def _is_refused(parameter: Parameter, value: Scalar, sdk: str) -> bool:
    if value is None or _is_fractional_top_k(parameter, value):
        return False
    outer = _outer(parameter.kind)
    if outer == "object" and _takes_text(parameter, sdk) and isinstance(value, (str, bytes)):
        return False
    return all(refuses(outer, value) for refuses in _ways(sdk))


def _is_fractional_top_k(parameter: Parameter, value: Scalar) -> bool:
    """40.5 is out of top_k's range, whatever type the library declares."""
    return parameter.path.endswith("topK") and isinstance(value, float) and value % 1 != 0


def _is_union(parameter: Parameter) -> bool:
    return parameter.path.endswith(_UNIONS)


def _takes_text(parameter: Parameter, sdk: str) -> bool:
    """The SDKs make an object of a string, the server does not."""
    of_server = sdk in _JSON and parameter.path.endswith("systemInstruction")
    return _is_union(parameter) and not of_server


def _ways(sdk: str) -> tuple[_Refuses, ...]:
    if sdk in _PYDANTIC:
        return (_pydantic_refuses,)
    if sdk in _PROTO:
        return (_proto_refuses,)
    if sdk in _JSON:
        return (_json_refuses,)
    return (_pydantic_refuses, _proto_refuses, _json_refuses)


def _pydantic_refuses(kind: str, value: Scalar) -> bool:
    text = _text(value)
    if kind == "number":
        return isinstance(value, complex) or (text is not None and _parsed(text) is None)
    if kind == "integer":
        return isinstance(value, complex) or not _is_whole(value)
    if kind == "boolean":
        if text is not None:
            return text.lower() not in _TRUTHS
        return value not in {0, 1}
    if kind in {"string", "bytes"}:
        return text is None
    if kind == "enum":
        return text is None
    return kind in {"list", "object", "mapping", "contents"}


def _proto_refuses(kind: str, value: Scalar) -> bool:
    if kind == "number":
        return not isinstance(value, (int, float))
    if kind in {"integer", "boolean"}:
        return not isinstance(value, int)
    if kind in {"string", "bytes"}:
        return _text(value) is None
    if kind == "enum":
        return isinstance(value, (float, complex, bytes))
    # A string is an iterable of strings; see is_split_string.
    return kind in {"list", "object", "mapping"} and not isinstance(value, str)


def _json_refuses(kind: str, value: Scalar) -> bool:
    if isinstance(value, (bytes, complex)):
        return kind in _NOUNS
    if kind == "number":
        return isinstance(value, bool) or _parsed(value) is None
    if kind == "integer":
        return isinstance(value, bool) or not _is_whole(value)
    if kind == "boolean":
        return isinstance(value, str) and value not in {"true", "false"}
    if kind in {"string", "bytes"}:
        return not isinstance(value, str)
    # The server takes a number for an enum, and one value where a list is wanted.
    return kind in {"object", "mapping"}


def _is_whole(value: Scalar) -> bool:
    number = None if isinstance(value, complex) else _parsed(value)
    if number is None or not math.isfinite(number):
        return False
    return number % 1 == 0


def _parsed(value: str | bytes | float | None) -> int | float | None:
    if value is None:
        return None
    try:
        return value if isinstance(value, (int, float)) else float(value)
    except ValueError:
        return None


def _text(value: Scalar) -> str | None:
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    return value if isinstance(value, str) else None


def _outer(kind: str) -> str:
    return kind.partition("[")[0].partition(":")[0]


def _inner(kind: str) -> str:
    return kind.partition("[")[2].rstrip("]").partition(":")[0]
