"""The values that a call gives for a parameter with a set of values."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from gemini_lint.call import Call, Parameter
from gemini_lint.rules.judging import shown
from gemini_lint.values import Literal, Place, Sequence, Symbol, Value, possibilities


class Given(Struct, frozen=True):
    """A value, given as a string or as a member of an enum class.

    `owner` is the class's dotted name, empty for a string.
    """

    parameter: Parameter
    text: str
    owner: str
    shown: str
    place: Place


def given_values(call: Call, path: str) -> Iterator[Given]:
    """Yield each known value of the parameter, and of the items of a list of values."""
    for parameter in call.parameters:
        if parameter.path == path:
            for value in possibilities(parameter.value):
                yield from _given(parameter, value)


def _given(parameter: Parameter, value: Value) -> Iterator[Given]:
    if isinstance(value, Literal) and isinstance(value.value, str):
        yield Given(parameter, value.value, "", shown(value), value.place)
    elif isinstance(value, Symbol):
        owner, _, member = value.name.rpartition(".")
        said = f"{owner.rpartition('.')[2]}.{member}"
        yield Given(parameter, member, owner, said, value.place)
    elif isinstance(value, Sequence):
        for item in value.items:
            for option in possibilities(item):
                yield from _given(parameter, option)
