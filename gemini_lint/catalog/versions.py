"""Which versions of the API there are, and which features of the Developer API each has.

Which models a version serves stands in each model's own row.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct

from gemini_lint.call import Backend
from gemini_lint.catalog import sourced

# The versions that the table of features has columns for.
TABLED_VERSIONS = ("v1", "v1beta")


class Feature(Struct, frozen=True):
    """A feature of the Developer API: the REST paths and methods that need it, the versions
    that have it and those that lack it. A version in neither is unknown."""

    name: str
    paths: tuple[str, ...]
    methods: tuple[str, ...]
    having: frozenset[str]
    lacking: frozenset[str]
    sources: tuple[str, ...]

    def has_method(self, method: str) -> bool:
        """Tell whether a method is this feature's; `agents.*` stands for all of a resource."""
        return any(
            method.startswith(known[:-1]) if known.endswith("*") else method == known
            for known in self.methods
        )


class Version(Struct, frozen=True):
    """A version of one backend's API. `methods` are all that it has, None for no limit."""

    backend: Backend
    name: str
    methods: frozenset[str] | None
    sources: tuple[str, ...]


@cache
def features() -> tuple[Feature, ...]:
    """Return every feature that the table of versions has a row for."""
    content = sourced.read("versions.json")
    return tuple(_feature(row, content["sources"]) for row in content["features"])


@cache
def versions() -> tuple[Version, ...]:
    """Return every version that is or was."""
    content = sourced.read("versions.json")
    return tuple(_version(row, content["sources"]) for row in content["versions"])


def features_missing_in(version: str) -> tuple[Feature, ...]:
    """Return the features that a version of the Developer API is known to lack."""
    return tuple(feature for feature in features() if version in feature.lacking)


def known_versions(backend: Backend, method: str | None) -> frozenset[str]:
    """Return the names of the versions that serve a method of that backend."""
    return frozenset(
        version.name
        for version in versions()
        if version.backend == backend and (version.methods is None or method in version.methods)
    )


def _feature(row: dict[str, Any], sources: dict[str, dict[str, str]]) -> Feature:
    return Feature(
        row["feature"],
        tuple(row["paths"]),
        tuple(row["methods"]),
        frozenset(version for version in TABLED_VERSIONS if row[version]),
        frozenset(version for version in TABLED_VERSIONS if row[version] is False),
        sourced.cited(row["sources"], sources),
    )


def _version(row: dict[str, Any], sources: dict[str, dict[str, str]]) -> Version:
    methods = row.get("methods")
    return Version(
        row["backend"],
        row["version"],
        None if methods is None else frozenset(methods),
        sourced.cited(row["sources"], sources),
    )
