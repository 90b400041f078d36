"""Keeps API keys out of everything that is said and kept."""

from __future__ import annotations

from gemini_lint.regexes import regex

_API_KEY = regex(r"AIza[\w-]{16,}|\bAQ\.[\w-]{16,}")
# What is secret in the span of a finding: all of it, or only the value of the key in a URL.
_SECRETS = {
    "GEM701": regex(r"[^\s\"']"),
    "GEM702": regex(r"(?<=[?&]key=)[^&#\s\"'{}]+"),
}


def without_keys(text: str) -> str:
    """Mask whatever has the form of an API key, at the same length."""
    if "AIza" not in text and "AQ." not in text:
        return text
    return _API_KEY.sub(lambda match: "*" * len(match[0]), text)


def without_secrets(line: str, code: str, start: int, end: int) -> str:
    """Mask keys, and what is secret in the span of a finding, at the same length."""
    shown = without_keys(line)
    secret = _SECRETS.get(code)
    if secret is None:
        return shown
    hidden = secret.sub(lambda match: "*" * len(match[0]), shown[start:end])
    return shown[:start] + hidden + shown[end:]
