"""The backends as a sentence names them."""

from __future__ import annotations

from gemini_lint.call import Backend

_WITH_ARTICLE: dict[Backend, str] = {
    "gemini-api": "the Gemini Developer API",
    "vertex": "Vertex AI",
}


def the(*backends: Backend) -> str:
    """Name backends with their articles."""
    return " and ".join(_WITH_ARTICLE[backend] for backend in backends)
