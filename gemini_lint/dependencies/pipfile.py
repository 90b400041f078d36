"""The requirements of a Pipfile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gemini_lint.dependencies.requirement import Requirement, normalised
from gemini_lint.dependencies.tables import table


def requirements(content: dict[str, Any]) -> Iterator[Requirement]:
    """Yield the requirements of every category of packages."""
    for category, packages in content.items():
        if category in ("source", "requires", "scripts", "pipenv", "pipfile"):
            continue
        for name, wanted in table(packages).items():
            yield from _requirement(name, wanted)


def _requirement(name: str, wanted: object) -> Iterator[Requirement]:
    written: dict[str, Any] = wanted if isinstance(wanted, dict) else {"version": wanted}
    version = written.get("version", "" if {"extras", "markers"} & set(written) else None)
    if isinstance(version, str):
        extras = frozenset(normalised(str(extra)) for extra in written.get("extras", ()))
        specifier = "" if version.strip() == "*" else version
        yield Requirement(normalised(name), specifier, extras, str(written.get("markers", "")))
