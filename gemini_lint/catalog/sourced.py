"""Reads a data file, and says where its facts come from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


def read(name: str) -> dict[str, Any]:
    """Return the content of a data file."""
    content: dict[str, Any] = json.loads((_DATA / name).read_text(encoding="utf-8"))
    return content


def cited(keys: Iterable[str], sources: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """Say the sources of those keys, each with its date."""
    rows = (sources[key] for key in keys)
    return tuple(f"{row.get('url') or row['package']} ({row['date']})" for row in rows)
