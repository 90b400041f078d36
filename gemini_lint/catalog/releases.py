"""The releases of google-genai, and what the frameworks on top of it require of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Literal

from msgspec import Struct

from gemini_lint.catalog import sourced

PACKAGE = "google-genai"


class Release(Struct, frozen=True):
    """One release of google-genai; the date is None where no source gives it."""

    version: str
    date: date | None
    sources: tuple[str, ...]


class FrameworkRow(Struct, frozen=True):
    """What a framework requires of google-genai from its version `since` on."""

    since: str
    specifier: str


class Framework(Struct, frozen=True):
    """A library that requires google-genai, always or with one of its `extras`."""

    name: str
    extras: frozenset[str]
    newest: str
    rows: tuple[FrameworkRow, ...]
    sources: tuple[str, ...]


class DefaultVersion(Struct, frozen=True):
    """The API version that google-genai asks for by itself from its version `since` on."""

    since: str
    version: Literal["v1", "v1beta"]
    sources: tuple[str, ...]


@cache
def releases() -> tuple[Release, ...]:
    """Return every known release of google-genai, the oldest first."""
    content = sourced.read("releases.json")
    return tuple(
        Release(
            row["version"],
            date.fromisoformat(row["date"]) if row["date"] else None,
            sourced.cited(row["sources"], content["sources"]),
        )
        for row in content["releases"]
    )


@cache
def frameworks() -> Mapping[str, Framework]:
    """Return the frameworks by their normalised name."""
    content = sourced.read("releases.json")
    return {row["name"]: _framework(row, content["sources"]) for row in content["frameworks"]}


@cache
def default_versions() -> tuple[DefaultVersion, ...]:
    """Return the default API versions, the oldest first."""
    content = sourced.read("releases.json")
    return tuple(
        DefaultVersion(
            row["since"], row["version"], sourced.cited(row["sources"], content["sources"])
        )
        for row in content["default_api_versions"]
    )


def _framework(row: dict[str, Any], sources: Mapping[str, Mapping[str, str]]) -> Framework:
    return Framework(
        row["name"],
        frozenset(row.get("extras", ())),
        row["newest"],
        tuple(FrameworkRow(item["since"], item["google-genai"]) for item in row["requires"]),
        sourced.cited(row["sources"], sources),
    )
