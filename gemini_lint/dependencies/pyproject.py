"""The requirements of a pyproject.toml: the standard tables, uv's, PDM's and Poetry's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from gemini_lint.dependencies import poetry_versions
from gemini_lint.dependencies.requirement import Requirement, normalised, parse_all
from gemini_lint.dependencies.tables import items, table


def requirements(content: dict[str, Any]) -> Iterator[Requirement]:
    """Yield every requirement, of all groups and extras."""
    yield from parse_all(items(content, "project", "dependencies"))
    for path in (
        ("project", "optional-dependencies"),
        ("dependency-groups",),
        ("tool", "pdm", "dev-dependencies"),
    ):
        for group in table(content, *path).values():
            yield from parse_all(group if isinstance(group, list) else ())
    yield from parse_all(items(content, "tool", "uv", "dev-dependencies"))
    for key in ("constraint-dependencies", "override-dependencies"):
        for requirement in parse_all(items(content, "tool", "uv", key)):
            yield replace(requirement, constraint=True)
    yield from _of_poetry(table(content, "tool", "poetry"))


def _of_poetry(poetry: dict[str, Any]) -> Iterator[Requirement]:
    groups = [group for group in table(poetry, "group").values() if isinstance(group, dict)]
    tables = [
        table(poetry, "dependencies"),
        table(poetry, "dev-dependencies"),
        *(table(group, "dependencies") for group in groups),
    ]
    for dependencies in tables:
        for name, wanted in dependencies.items():
            for one in wanted if isinstance(wanted, list) else [wanted]:
                yield from _poetry_requirement(name, one, alternatives=isinstance(wanted, list))


def _poetry_requirement(name: str, wanted: object, *, alternatives: bool) -> Iterator[Requirement]:
    written: dict[str, Any] = wanted if isinstance(wanted, dict) else {"version": wanted}
    version = written.get("version")
    if not isinstance(version, str):
        return
    specifier = poetry_versions.specifier(version)
    if specifier is None:
        return
    marker = written.get("markers") or written.get("python") or ("list" if alternatives else "")
    extras = frozenset(normalised(str(extra)) for extra in written.get("extras", ()))
    yield Requirement(normalised(name), specifier, extras, str(marker))
