"""The inventory of a project: every call that was found, whether or not anything is wrong with
it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from msgspec import Struct

from gemini_lint import check
from gemini_lint.engine.entries import Entry
from gemini_lint.engine.tasks import Progress
from gemini_lint.findings import Span
from gemini_lint.settings import Settings, SettingsFor


class Inventory(Struct, frozen=True):
    """The calls of a run; `unread` are files that are not valid Python, `problems` what kept
    a file or path from being read, and `warnings` what is unknown for want of a readable
    file, one line each."""

    entries: tuple[Entry, ...]
    today: date
    files: int
    files_with_calls: int
    unread: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def take(
    paths: check.Path | Iterable[check.Path],
    settings: Settings | SettingsFor | None = None,
    *,
    jobs: int | None = 1,
    progress: Progress | None = None,
    file_timeout: int | None = None,
) -> Inventory:
    """Find the calls of files and folders, as `check_paths` does."""
    run = check.examine_paths(
        paths, settings, jobs=jobs, progress=progress, purpose="inventory",
        file_timeout=file_timeout,
    )  # fmt: skip
    entries = chain.from_iterable(item.entries for item in run.examinations)
    return Inventory(
        entries=tuple(sorted(entries, key=lambda entry: _order(entry.span))),
        today=run.today,
        files=len(run.paths),
        files_with_calls=sum(item.has_calls for item in run.examinations),
        unread=tuple(_unread(run)),
        problems=run.problems,
        warnings=run.warnings,
    )


def _unread(run: check.Run) -> Iterator[str]:
    for item in chain.from_iterable(examination.judgements for examination in run.examinations):
        yield f"{item.span.path}:{item.span.line}:{item.span.column}: {item.message}"


def _order(span: Span) -> tuple[str, int, int, int]:
    return span.path, span.cell or 0, span.line, span.column
