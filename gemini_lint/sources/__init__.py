"""From paths to programs: walking, decoding, notebooks, and the byte search."""

from __future__ import annotations

from gemini_lint.sources.filtering import may_hold_call
from gemini_lint.sources.loading import parse, read
from gemini_lint.sources.source import PathError, Source, SourceError
from gemini_lint.sources.walking import find_files, is_force_excluded

__all__ = [
    "PathError",
    "Source",
    "SourceError",
    "find_files",
    "is_force_excluded",
    "may_hold_call",
    "parse",
    "read",
]
