"""The backends as messages name them."""

from __future__ import annotations

from gemini_lint.call import BACKEND_NAMES, Backend

_WITH_ARTICLE: dict[Backend, str] = {
    "gemini-api": "the Gemini Developer API",
    "vertex": "Vertex AI",
}


def where(*backends: Backend) -> str:
    """Name backends by themselves, as in brackets."""
    return " and ".join(BACKEND_NAMES[backend] for backend in backends)


def the(*backends: Backend) -> str:
    """Name backends within a sentence, with their articles."""
    return " and ".join(_WITH_ARTICLE[backend] for backend in backends)
