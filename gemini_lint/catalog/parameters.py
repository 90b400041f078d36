"""What the API accepts as the value of each parameter, by its REST path.

Facts that belong to one model stand in the model's own row; `model_limits` holds the few that
such a row has no column for.
"""

from __future__ import annotations

import math
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from msgspec import Struct

from gemini_lint.catalog.sourced import read


class ParameterFacts(Struct, frozen=True):
    """The range or the values of one parameter, whatever the model.

    `unset` is the enum member that means "not given", `enum_class` the class of google-genai's
    types that holds the members, `also` what other libraries translate to a value.
    """

    path: str
    minimum: float | None
    maximum: float | None
    maximum_included: bool
    max_items: int | None
    values: tuple[str, ...]
    unset: str
    enum_class: str
    also: dict[str, tuple[str, ...]]
    sources: tuple[str, ...]

    def allows(self, number: float) -> bool:
        """Tell whether the number is in the range."""
        if math.isnan(number) or (self.minimum is not None and number < self.minimum):
            return False
        if self.maximum is None or number < self.maximum:
            return True
        return self.maximum_included and number == self.maximum

    def knows(self, text: str, sdk: str) -> bool:
        """Tell whether the text is one of the values, in any case.

        google-genai and the server read enums in any case; where another library is stricter,
        nothing is said.
        """
        known = (*self.values, self.unset, *self.also.get(sdk, ()))
        return text.lower() in {value.lower() for value in known if value}

    def fault(self) -> str:
        """Say what is wrong with a number that is not in the range."""
        if self.maximum is None:
            return f"is below {self.minimum}"
        if self.maximum_included:
            return f"is outside {self.minimum} to {self.maximum}"
        return f"is outside {self.minimum} ≤ x < {self.maximum}"


class Conflict(Struct, frozen=True):
    """Parameters that exclude one another, or one that needs a value of another."""

    id: str
    field: str
    excludes: tuple[str, ...]
    needs: str
    values: tuple[str | bool, ...]
    sources: tuple[str, ...]


class ToolConflict(Struct, frozen=True):
    """Function declarations with something that the models refuse beside them: one of
    `tools`, or the MIME type. `unless` is the parameter that allows it."""

    id: str
    models: tuple[str, ...]
    tools: tuple[str, ...]
    mime_type: str
    backends: tuple[str, ...]
    unless: str
    sources: tuple[str, ...]

    def concerns(self, model: str) -> bool:
        """Tell whether the model is one of those."""
        return any(fnmatchcase(model, pattern) for pattern in self.models)


class ModelLimit(Struct, frozen=True):
    """Values of one parameter that some models refuse or take on one backend only."""

    path: str
    models: tuple[str, ...]
    backend: str
    rejects: tuple[str, ...]
    also: tuple[str, ...]
    sources: tuple[str, ...]


class Roles(Struct, frozen=True):
    """The roles of `contents`: those of the API, and what the libraries translate."""

    values: tuple[str, ...]
    also: tuple[str, ...]
    sources: tuple[str, ...]


def facts(path: str) -> ParameterFacts:
    """Return the facts of the parameter of that REST path."""
    return _parameters()[path]


@cache
def with_values() -> tuple[ParameterFacts, ...]:
    """Return the parameters that take one of some values."""
    return tuple(item for item in _parameters().values() if item.values)


@cache
def conflicts() -> tuple[Conflict, ...]:
    """Return the parameters that exclude or need one another."""
    return tuple(
        Conflict(
            id=row["id"],
            field=row["field"],
            excludes=tuple(row.get("excludes", ())),
            needs=row.get("needs", ""),
            values=tuple(row.get("values", ())),
            sources=_sources(row),
        )
        for row in _data()["conflicts"]
    )


@cache
def tool_conflicts() -> tuple[ToolConflict, ...]:
    """Return what cannot stand beside function declarations."""
    return tuple(
        ToolConflict(
            id=row["id"],
            models=tuple(row["models"]),
            tools=tuple(row.get("tools", ())),
            mime_type=row.get("mime_type", ""),
            backends=tuple(row["backends"]),
            unless=row.get("unless", ""),
            sources=_sources(row),
        )
        for row in _data()["tool_conflicts"]
    )


def model_limits(path: str, model: str) -> tuple[ModelLimit, ...]:
    """Return the limits of that parameter for a model."""
    return tuple(
        limit
        for limit in _model_limits()
        if limit.path == path and any(fnmatchcase(model, pattern) for pattern in limit.models)
    )


@cache
def roles() -> Roles:
    """Return the roles of `contents`."""
    row = _data()["roles"]
    return Roles(tuple(row["values"]), tuple(row["also"]), _sources(row))


def source(key: str) -> str:
    """Return one of the sources that the data name."""
    row = _data()["sources"][key]
    where = row.get("url") or row.get("package") or f"observed: {row['observed']}"
    return f"{where} ({row['date']})"


@cache
def _parameters() -> dict[str, ParameterFacts]:
    return {row["path"]: _parameter(row) for row in _data()["parameters"]}


def _parameter(row: dict[str, Any]) -> ParameterFacts:
    return ParameterFacts(
        path=row["path"],
        minimum=row.get("minimum"),
        maximum=row.get("maximum"),
        maximum_included=row.get("maximum_included", True),
        max_items=row.get("max_items"),
        values=tuple(row.get("values", ())),
        unset=row.get("unset", ""),
        enum_class=row.get("class", ""),
        also={sdk: tuple(values) for sdk, values in row.get("also", {}).items()},
        sources=_sources(row),
    )


@cache
def _model_limits() -> tuple[ModelLimit, ...]:
    return tuple(
        ModelLimit(
            path=row["path"],
            models=tuple(row["models"]),
            backend=row["backend"],
            rejects=tuple(row.get("rejects", ())),
            also=tuple(row.get("also", ())),
            sources=_sources(row),
        )
        for row in _data()["model_limits"]
    )


def _sources(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(source(key) for key in row["sources"])


@cache
def _data() -> dict[str, Any]:
    return read("parameters.json")
