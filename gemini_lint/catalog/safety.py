"""Harm categories and block thresholds: which exist, where they work, how SDKs spell them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from gemini_lint.call import Backend
from gemini_lint.catalog.sourced import cited, read

Status: TypeAlias = Literal["current", "deprecated", "unspecified", "palm", "other-backend"]
Spelling: TypeAlias = "str | int"

OLD_SDK = "google-generativeai"


class Category(Struct, frozen=True):
    """A harm category; `backends` are those whose server takes it."""

    name: str
    status: Status
    backends: frozenset[Backend]
    sources: tuple[str, ...]


@cache
def _document() -> dict[str, Any]:
    return read("safety.json")


@cache
def categories() -> Mapping[str, Category]:
    """Return every harm category that some backend or SDK has, by its full name."""
    rows = _document()["categories"]
    return MappingProxyType(
        {
            row["name"]: Category(
                row["name"], row["status"], frozenset(row["backends"]), sources(*row["sources"])
            )
            for row in rows
        }
    )


@cache
def thresholds() -> tuple[str, ...]:
    """Return the names of the block thresholds."""
    return tuple(_document()["thresholds"]["names"])


def category_name(spelling: Spelling, sdk: str, backends: tuple[Backend, ...]) -> str | None:
    """Return the full name of the category that the SDK takes the spelling for."""
    if sdk == OLD_SDK:
        return _old_sdk("categories").get(str(spelling).lower()) or _unconverted(spelling)
    if isinstance(spelling, int):
        return _numbered(spelling, backends)
    return _unconverted(spelling)


def threshold_name(spelling: Spelling, sdk: str) -> str | None:
    """Return the full name of the threshold that the SDK takes the spelling for."""
    if sdk == OLD_SDK:
        return _old_sdk("thresholds").get(str(spelling).lower())
    if isinstance(spelling, int):
        known = thresholds()
        return known[spelling] if 0 <= spelling < len(known) else None
    return spelling.upper() if spelling.upper() in thresholds() else None


def is_converted(spelling: Spelling, sdk: str) -> bool:
    """Tell whether the SDK turns the spelling into a category by itself."""
    return sdk == OLD_SDK and str(spelling).lower() in _old_sdk("categories")


def full_category(short: str) -> str | None:
    """Return the full name that a short one of the old SDK stands for."""
    return _old_sdk("categories").get(short.lower())


def full_threshold(short: str) -> str | None:
    """Return the full name that a short one of the old SDK stands for."""
    return _old_sdk("thresholds").get(short.lower())


def sources(*keys: str) -> tuple[str, ...]:
    """Say where facts come from, with dates."""
    return cited(keys, _document()["sources"])


def _unconverted(spelling: Spelling) -> str | None:
    name = str(spelling).upper()
    return name if name in categories() else None


def _numbered(number: int, backends: tuple[Backend, ...]) -> str | None:
    numbers = _document()["numbers"]
    names = {numbers[backend][number] for backend in backends if _has(numbers[backend], number)}
    return names.pop() if len(names) == 1 else None


def _has(names: list[str], number: int) -> bool:
    return 0 <= number < len(names)


def _old_sdk(table: str) -> Mapping[str, str]:
    spellings: Mapping[str, str] = _document()[OLD_SDK][table]
    return spellings
