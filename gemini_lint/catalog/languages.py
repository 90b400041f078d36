"""The languages that Google lists for Gemini models."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data" / "languages.json"


@lru_cache(maxsize=1)
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(_DATA.read_text(encoding="utf-8"))
    return facts


def canonical_code(code: str) -> str:
    """Return the code that the detection uses: `he` for `iw`, `no` for `nb-NO`."""
    primary = code.strip().lower().replace("_", "-").split("-")[0]
    same: dict[str, str] = _facts()["same_language"]
    return same.get(primary, primary)


@lru_cache(maxsize=1)
def available_languages() -> frozenset[str]:
    """Return the codes of the languages that Google lists for Gemini."""
    return frozenset(canonical_code(row["code"]) for row in _facts()["languages"])


def sources() -> tuple[str, ...]:
    """Return where the guide's wording and the list come from."""
    facts = _facts()
    return tuple(f"{facts[part]['url']} ({facts[part]['date']})" for part in ("guide", "list"))
