"""What a worker says of a file, in types that it can be read back with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct, convert

from gemini_lint.engine.judgement import Judgement
from gemini_lint.engine.tasks import Examination
from gemini_lint.project import ProjectWarning


class WorkerResult(Struct, frozen=True):
    """An examination, with what could not be read of the project around the file.

    `entries` are those of an inventory, whose types few runs need.
    """

    path: str
    judgements: tuple[Judgement, ...]
    is_read: bool
    has_calls: bool
    problems: tuple[str, ...]
    entries: tuple[Any, ...]
    warnings: tuple[ProjectWarning, ...]

    @classmethod
    def of(cls, examined: Examination, warnings: Iterable[ProjectWarning]) -> WorkerResult:
        """Return what says so."""
        return cls(
            examined.path,
            examined.judgements,
            examined.is_read,
            examined.has_calls,
            examined.problems,
            examined.entries,
            tuple(warnings),
        )

    def examination(self) -> Examination:
        """Return what the file was found to hold."""
        entries: tuple[Any, ...] = ()
        if self.entries:
            from gemini_lint.engine.entries import Entry

            entries = convert(self.entries, tuple[Entry, ...])
        return Examination(
            self.path, self.judgements, self.is_read, self.has_calls, self.problems, entries
        )
