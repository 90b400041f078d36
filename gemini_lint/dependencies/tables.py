"""Takes what has the expected type from a parsed TOML or JSON file."""

from __future__ import annotations

from typing import Any


def table(content: object, *keys: str) -> dict[str, Any]:
    """Return the table at a path of keys, empty where there is none."""
    for key in keys:
        content = content.get(key) if isinstance(content, dict) else None
    return content if isinstance(content, dict) else {}


def items(content: object, *keys: str) -> list[Any]:
    """Return the list at a path of keys, empty where there is none."""
    found = table(content, *keys[:-1]).get(keys[-1])
    return found if isinstance(found, list) else []
