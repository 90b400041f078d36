"""The language that a prompt is written in."""

from __future__ import annotations

from gemini_lint.language.detection import Language, detect

__all__ = ["Language", "detect"]
