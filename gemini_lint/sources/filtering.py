"""A byte search that spares most files from being parsed."""

from __future__ import annotations

import re

from gemini_lint.regexes import regex

# A pattern that begins plainly is looked for with all its endings at once, and faster than `in`
# looks for one of them.
_PLAIN = regex(rb"g(?:e(?:nai|mini|nerative(?:ai|language))|oogle)")
_VERTEX = regex(rb"vertexai")
_GOOGLE = b"google"
# what hardly a file holds without Google's name
_BESIDE_GOOGLE = (
    b"genai", b"gemini", b"generativeai", b"generativelanguage", b"google.adk", b"aiplatform",
)  # fmt: skip
# "Gemini" alone is an exchange, an observatory and a protocol, too.
_SURE = regex(
    r"genai|vertexai|generativeai|generativelanguage|google\.adk"
    r"|gemini[-/](?:\d|pro|flash|ultra|exp|live|embedding)",
    re.IGNORECASE,
)


def may_hold_call(data: bytes) -> bool:
    """Tell whether a file mentions anything that a Gemini call cannot do without."""
    # One lowered copy: ten times as fast as case-insensitive patterns.
    lowered = data.lower()
    found = _PLAIN.search(lowered)
    if found is not None and (
        found[0] != _GOOGLE or any(word in lowered for word in _BESIDE_GOOGLE)
    ):
        return True
    return _VERTEX.search(lowered) is not None


def speaks_of_gemini_api(text: str) -> bool:
    """Tell whether a program that nothing else can be said of is about the Gemini API."""
    return _SURE.search(text) is not None
