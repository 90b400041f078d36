"""The groups of the rules, by the beginnings of their codes."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

GROUPS: Final = MappingProxyType(
    {
        "GEM0": "Files",
        "GEM1": "Parameters",
        "GEM2": "Models",
        "GEM3": "API versions and backends",
        "GEM4": "Prompts",
        "GEM5": "Safety",
        "GEM6": "Use of the client",
        "GEM7": "API keys",
        "GEM8": "Libraries",
    }
)


def title(code: str) -> str:
    """Return the title of a rule's group."""
    return GROUPS[code[:4]]
