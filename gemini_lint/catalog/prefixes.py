"""The spellings of a model's name that backends and libraries take around its id."""

from __future__ import annotations

from gemini_lint.regexes import regex

_PREFIX = regex(
    r"(?:projects/[^/]+/locations/[^/]+/)?publishers/google/models/"
    r"|models/"
    r"|(?:google|gemini|vertex_ai|vertex_ai_beta|vertexai)/(?:google/|gemini/|models/)?"
    r"|(?:google_genai|google_vertexai|google-gla|google-vertex|google-cloud|google|gemini):"
)


def bare(name: str) -> str:
    """Return the id within a model's name."""
    match = _PREFIX.match(name)
    return name[match.end() :] if match else name
