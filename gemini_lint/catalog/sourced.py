"""Reads a data file, and says where its facts come from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

_DATA = os.path.join(os.path.dirname(__file__), "data")


def read(name: str) -> dict[str, Any]:
    """Return the content of a data file."""
    with open(os.path.join(_DATA, name), "rb") as file:
        content: dict[str, Any] = msgspec.json.decode(file.read())
    return content


def cited(keys: Iterable[str], sources: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """Say the sources of those keys, each with its date."""
    rows = (sources[key] for key in keys)
    return tuple(f"{row.get('url') or row['package']} ({row['date']})" for row in rows)
