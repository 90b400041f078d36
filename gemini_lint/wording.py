"""Words that messages and summaries share."""

from __future__ import annotations


def plural(count: int, noun: str) -> str:
    """Say a count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
