"""What is known of an expression before the program runs.

A value keeps the place of the literal that it comes from, so that a finding can point at
`5` rather than at the call around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

Scalar: TypeAlias = "str | bytes | int | float | complex | bool | None"


class Place(Struct, frozen=True):
    """A point in a file that the reader can turn into a `Span`.

    Computing positions costs more than parsing, so it is only done for places that end up
    in a finding. `anchor` means something to the reader alone.
    """

    path: str
    anchor: object


class Literal(Struct, frozen=True):
    """A known scalar.

    `via` says how it got here when it did not come straight from the argument, in words
    that complete "temperature 5 (…)": `the default of os.getenv("T")`. `pieces` holds the
    parts of a string that is put together from several literals.
    """

    value: Scalar
    place: Place
    via: str = ""
    pieces: tuple[Literal, ...] = ()


class Text(Struct, frozen=True):
    """A string with holes: literal pieces in order, and `None` for each unknown part."""

    pieces: tuple[Literal | None, ...]
    place: Place


class Sequence(Struct, frozen=True):
    """A list, tuple or set. `complete` is false when unknown items may be among them."""

    items: tuple[Value, ...]
    place: Place
    complete: bool = True


class Entry(Struct, frozen=True):
    """One key of a mapping. `certain` is false when it is only set on some paths."""

    key: str
    value: Value
    key_place: Place
    certain: bool = True


class Mapping(Struct, frozen=True):
    """A dictionary with string keys. `complete` is false when other keys may be there."""

    entries: tuple[Entry, ...]
    place: Place
    complete: bool = True

    def get(self, key: str) -> Entry | None:
        """Return the last entry of that key."""
        return next((entry for entry in reversed(self.entries) if entry.key == key), None)


class Instance(Struct, frozen=True):
    """An object of a known class, with the arguments that it was made with.

    `name` is the class's canonical dotted name; `receiver` the object whose method made
    it (the client of a chat), if one did.
    """

    name: str
    positional: tuple[Value, ...]
    keywords: tuple[Entry, ...]
    place: Place
    complete: bool = True
    receiver: Value | None = None
    maker: str = ""


class Symbol(Struct, frozen=True):
    """A name of an imported module: `google.genai.types.HarmCategory.X`."""

    name: str
    place: Place


class Member(Struct, frozen=True):
    """An attribute path on an object: `models.generate_content` of a client."""

    owner: Instance
    path: str
    place: Place


class Choice(Struct, frozen=True):
    """One of several values. `complete` is false when it may be yet another."""

    options: tuple[Value, ...]
    complete: bool = True


class Opaque(Struct, frozen=True):
    """Something that the reader can follow and a rule cannot judge: a function of the file,
    an object of one of its own classes, another module of the project."""

    what: object


class Unknown(Struct, frozen=True):
    """Nothing is known."""


Value: TypeAlias = (
    "Literal | Text | Sequence | Mapping | Instance | Symbol | Member | Choice | Opaque | Unknown"
)

UNKNOWN = Unknown()


def possibilities(value: Value | None) -> Iterator[Value]:
    """Yield each value that this one may be, without the unknown ones."""
    if isinstance(value, Choice):
        for option in value.options:
            yield from possibilities(option)
    elif value is not None and not isinstance(value, Unknown):
        yield value


def literals(value: Value | None) -> Iterator[Literal]:
    """Yield each known scalar that this value may be."""
    return (option for option in possibilities(value) if isinstance(option, Literal))


def is_none(value: Value) -> bool:
    """Tell whether a value is the literal None, which the libraries leave out."""
    return isinstance(value, Literal) and value.value is None


def is_text(value: Value) -> bool:
    """Tell whether a value is a string, with or without holes."""
    return isinstance(value, Text) or (isinstance(value, Literal) and isinstance(value.value, str))


def is_certain(value: Value | None) -> bool:
    """Tell whether every possibility of the value is known."""
    if value is None or isinstance(value, Unknown):
        return False
    return not isinstance(value, Choice) or (
        value.complete and all(is_certain(option) for option in value.options)
    )
