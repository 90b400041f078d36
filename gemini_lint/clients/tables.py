"""The tables of an SDK's own types, which `scripts/refresh_types.py` makes from the package."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

import msgspec
from msgspec import Raw, Struct, field

from gemini_lint.clients.declaration import Field, Shape

_DATA = os.path.join(os.path.dirname(__file__), "data")
Place = Callable[[str, str], str]


def camel(name: str) -> str:
    """Return `top_p` as `topP`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


class _Typed(Struct, frozen=True):
    """What is said of a field: its type, its class, and how the API spells it."""

    kind: str = "any"
    owner: str = field(default="", name="class")
    alias: str = ""


class _Class(Struct, frozen=True):
    fields: dict[str, _Typed]
    extra: str = ""


class _Function(Struct, frozen=True):
    parameters: tuple[str, ...] = ()
    positional: tuple[str, ...] = ()
    kinds: dict[str, str] = {}
    types: dict[str, str] = {}
    var_keyword: bool = False


class _Content(Struct, frozen=True):
    """A whole file. Its classes are long, and read when they are asked for."""

    classes: dict[str, Raw]
    functions: dict[str, _Function]


_UNKNOWN = _Function()


class Table:
    """One SDK's classes and functions.

    `place` says where a field of a class ends up, relative to the object that holds it.
    """

    def __init__(self, name: str, place: Place, *, camel_keys: bool) -> None:
        self.name = name
        self.place = place
        self.camel_keys = camel_keys
        self._shapes: dict[str, Shape | None] = {}

    @cached_property
    def _content(self) -> _Content:
        with open(os.path.join(_DATA, f"{self.name}.json"), "rb") as file:
            return msgspec.json.decode(file.read(), type=_Content)

    @property
    def functions(self) -> Iterable[str]:
        """The names of all functions."""
        return self._content.functions.keys()

    def shape(self, name: str) -> Shape | None:
        """Return the shape of a class, by its last name."""
        if name not in self._shapes:
            self._shapes[name] = self._shape(name)
        return self._shapes[name]

    def _shape(self, name: str) -> Shape | None:
        data = self._content.classes.get(name)
        if data is None and name.endswith("Dict"):
            return self.shape(name.removesuffix("Dict"))
        if data is None:
            return None
        entry = msgspec.json.decode(data, type=_Class)
        fields = {
            key: Field(self.place(name, key), typed.kind, typed.owner)
            for key, typed in entry.fields.items()
        }
        for key, typed in entry.fields.items():
            # dictionaries may spell a field as the API does: `type`, not `type_`
            if typed.alias:
                fields.setdefault(typed.alias, fields[key])
        return Shape(name, fields, entry.extra == "forbid", self.camel_keys)

    def arguments(self, function: str, roles: Mapping[str, str]) -> Shape:
        """Return the shape of a function's arguments. `roles` says where each ends up."""
        entry = self._content.functions.get(function, _UNKNOWN)
        fields = {
            name: Field(
                roles.get(name, ""), entry.kinds.get(name, "any"), entry.types.get(name, "")
            )
            for name in entry.parameters
        }
        open_ = entry.var_keyword or not fields
        return Shape(function.rpartition(".")[2], fields, not open_)

    def positional(self, function: str) -> tuple[str, ...]:
        """Return the names of a function's positional arguments, in order."""
        return self._content.functions.get(function, _UNKNOWN).positional
