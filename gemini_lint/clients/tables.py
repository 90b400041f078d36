"""The tables of an SDK's own types, which `scripts/refresh_types.py` makes from the package."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import msgspec

from gemini_lint.clients.declaration import Field, Shape

_DATA = os.path.join(os.path.dirname(__file__), "data")
Place = Callable[[str, str], str]


def camel(name: str) -> str:
    """Return `top_p` as `topP`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


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
    def data(self) -> Mapping[str, Any]:
        """Return the file's content."""
        with open(os.path.join(_DATA, f"{self.name}.json"), "rb") as file:
            content: Mapping[str, Any] = msgspec.json.decode(file.read())
        return content

    def shape(self, name: str) -> Shape | None:
        """Return the shape of a class, by its last name."""
        if name not in self._shapes:
            self._shapes[name] = self._shape(name)
        return self._shapes[name]

    def _shape(self, name: str) -> Shape | None:
        entry = self.data["classes"].get(name)
        if entry is None and name.endswith("Dict"):
            return self.shape(name.removesuffix("Dict"))
        if entry is None:
            return None
        fields = {
            key: Field(self.place(name, key), value.get("kind", "any"), value.get("class", ""))
            for key, value in entry["fields"].items()
        }
        for key, value in entry["fields"].items():
            # dictionaries may spell a field as the API does: `type`, not `type_`
            if "alias" in value:
                fields.setdefault(value["alias"], fields[key])
        return Shape(name, fields, entry.get("extra") == "forbid", self.camel_keys)

    def arguments(self, function: str, roles: Mapping[str, str], closed: bool = True) -> Shape:
        """Return the shape of a function's arguments. `roles` says where each ends up."""
        entry = self.data["functions"].get(function, {})
        kinds, types = entry.get("kinds", {}), entry.get("types", {})
        fields = {
            name: Field(roles.get(name, ""), kinds.get(name, "any"), types.get(name, ""))
            for name in entry.get("parameters", ())
        }
        open_ = entry.get("var_keyword", False) or not fields
        return Shape(function.rpartition(".")[2], fields, closed and not open_)

    def positional(self, function: str) -> tuple[str, ...]:
        """Return the names of a function's positional arguments, in order."""
        return tuple(self.data["functions"].get(function, {}).get("positional", ()))
