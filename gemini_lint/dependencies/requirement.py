"""One requirement, whatever kind of file it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct


class Requirement(Struct, frozen=True):
    """A distribution by its normalised name, and which versions of it will do.

    `marker` is set when it only holds in some environments; a `constraint` says which
    versions will do, but does not ask for the distribution.
    """

    name: str
    specifier: str = ""
    extras: frozenset[str] = frozenset()
    marker: str = ""
    constraint: bool = False


class BrokenFile(Struct, frozen=True):
    """A file of the project that could not be read, and so says nothing."""

    path: str
    line: int | None
    message: str


def parse_all(texts: Iterable[object]) -> Iterator[Requirement]:
    """Parse those of the items that are requirements as pip writes them."""
    for text in texts:
        requirement = parse(text) if isinstance(text, str) else None
        if requirement is not None:
            yield requirement


def parse(text: str) -> Requirement | None:
    """Parse `name[extra]>=1; marker`; None for a URL and for what pip would refuse."""
    from packaging import requirements

    try:
        found = requirements.Requirement(text)
    except requirements.InvalidRequirement:
        return None
    if found.url:
        return None
    return Requirement(
        normalised(found.name),
        str(found.specifier),
        frozenset(normalised(extra) for extra in found.extras),
        str(found.marker or ""),
    )


def normalised(name: str) -> str:
    """Return the one spelling of a distribution's name."""
    return re.sub(r"[-_.]+", "-", name).lower()
