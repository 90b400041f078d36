"""What is asked about a file, and what is answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from gemini_lint.settings import Settings

if TYPE_CHECKING:
    from gemini_lint.engine.entries import Entry
    from gemini_lint.engine.judgement import Judgement

Purpose: TypeAlias = Literal["findings", "inventory"]
Progress: TypeAlias = Callable[[int, int], None]
"""What is told how many of the files are done, and of how many."""


class Task(Struct, frozen=True):
    """A file to check, and how."""

    path: str
    settings: Settings
    today: date
    purpose: Purpose = "findings"


class Examination(Struct, frozen=True):
    """What a file holds. `is_read` is false for a file that no call was looked for in;
    `entries` are its calls, where the purpose is an inventory."""

    path: str
    judgements: tuple[Judgement, ...] = ()
    is_read: bool = False
    has_calls: bool = False
    problems: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
