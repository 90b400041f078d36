"""The languages that Google lists for Gemini models."""

from __future__ import annotations

from functools import cache
from typing import Any

from gemini_lint.catalog.sourced import cited, read


@cache
def _facts() -> dict[str, Any]:
    return read("languages.json")


def canonical_code(code: str) -> str:
    """Return the code that the detection uses: `he` for `iw`, `no` for `nb-NO`."""
    primary = code.strip().lower().replace("_", "-").split("-")[0]
    same: dict[str, str] = _facts()["same_language"]
    return same.get(primary, primary)


@cache
def available_languages() -> frozenset[str]:
    """Return the codes of the languages that Google lists for Gemini."""
    return frozenset(canonical_code(row["code"]) for row in _facts()["languages"])


def sources() -> tuple[str, ...]:
    """Return where the guide's wording and the list come from."""
    return cited(("guide", "list"), _facts())
