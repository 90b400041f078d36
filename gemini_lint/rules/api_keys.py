"""What a real Google API key looks like, and what only resembles one."""

from __future__ import annotations

import re
from typing import Final

from gemini_lint.regexes import regex

_REAL: Final = regex(
    r"(?<![0-9A-Za-z_-])(?:AIza[0-9A-Za-z_-]{35}|AQ\.[0-9A-Za-z_-]{40,60})(?![0-9A-Za-z_-])"
)
_PLACEHOLDER: Final = regex(
    r"your|example|sample|placeholder|dummy|fake|replace|redacted|masked|hidden|secret|apikey"
    r"|api_key|insert|changeme|here|test|xxxx|12345|abcde|(.)\1\1\1",
    re.IGNORECASE,
)
_LEAST_DISTINCT_CHARACTERS: Final = 16

KEY_DOCS: Final = "https://ai.google.dev/gemini-api/docs/api-key (2026-11-22)"


def find_key(text: str) -> str | None:
    """Return the beginning of a real key in the text, as much of it as may be shown."""
    for match in _REAL.finditer(text):
        prefix, body = _split(match.group())
        if not _PLACEHOLDER.search(body) and len(set(body)) >= _LEAST_DISTINCT_CHARACTERS:
            return f"{prefix}…"
    return None


def _split(key: str) -> tuple[str, str]:
    length = len("AIza") if key.startswith("AIza") else len("AQ.")
    return key[:length], key[length:]
