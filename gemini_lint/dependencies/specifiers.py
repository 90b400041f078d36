"""Which versions a specifier allows, known ones and those that are yet to come."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gemini_lint.regexes import regex

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet
    from packaging.version import Version

_NAMED = regex(r"(?:[<>=!~]=?=?)\s*v?([\w.!+]+?)(?:\.\*)?(?=\s*(?:,|$))")
# Releases that nobody knows yet: later ones of each major, and majors to come.
_FUTURE = tuple(f"{major}.99999" for major in (*range(10), 99999))
_PAST = ("0", "0.0.1")


def parsed(specifier: str) -> SpecifierSet | None:
    """Return the specifier set, None for what pip would refuse."""
    try:
        return _parsed(specifier)
    except ValueError:
        return None


def version_of(text: str) -> Version | None:
    """Return the version, None for what is none."""
    from packaging.version import InvalidVersion, Version

    try:
        return Version(text)
    except InvalidVersion:
        return None


def allows(specifier: str, version: str) -> bool:
    """Tell whether a version will do."""
    wanted, candidate = parsed(specifier), version_of(version)
    return wanted is not None and candidate is not None and wanted.contains(candidate, True)


@lru_cache(maxsize=256)
def allowed(specifier: str, known: tuple[str, ...]) -> tuple[Version, ...]:
    """Return which of the known, named and future versions will do, in order."""
    wanted = parsed(specifier)
    if wanted is None:
        return ()
    named = _NAMED.findall(specifier)
    # `>2.34.0` excludes what it names: something just above stands for the gap.
    above = [f"{name}.0.0.1" for name in named if name.replace(".", "").isdigit()]
    texts = {*known, *named, *above, *_FUTURE, *_PAST}
    versions = {version for text in texts if (version := version_of(text)) is not None}
    return tuple(sorted(version for version in versions if wanted.contains(version, True)))


def exact(specifier: str) -> str | None:
    """Return the only version that a specifier allows, where it names it."""
    for part in specifier.split(","):
        found = re.fullmatch(r"\s*===?\s*([^\s*]+)\s*", part)
        if found is not None:
            return found[1]
    return None


@lru_cache(maxsize=256)
def _parsed(specifier: str) -> SpecifierSet:
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(specifier)
