"""Programs of agent frameworks, and what is found in them."""

from __future__ import annotations

from typing import Any

from linting import codes

FRENCH = "Vous êtes un assistant serviable et vous répondez toujours aux questions des clients."


def found(source: str, **settings: Any) -> list[str]:
    """Return the codes that a program is given, each once, in order."""
    return sorted({code.partition(":")[0] for code in codes(source, **settings)})
