"""Checks one file by itself: reads it, finds its calls, and judges them."""

from __future__ import annotations

import os
import signal
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from gemini_lint.call import Reading
from gemini_lint.catalog import load
from gemini_lint.engine import workers
from gemini_lint.engine.assumptions import assume
from gemini_lint.engine.judgement import Judgement
from gemini_lint.engine.rule_runner import judge
from gemini_lint.engine.tasks import Examination, Task
from gemini_lint.findings import Severity, Span
from gemini_lint.masking import without_keys
from gemini_lint.modules import Uses
from gemini_lint.project import Pin, PinFinder, ProjectWarning, pin_from
from gemini_lint.rules import registry
from gemini_lint.rules.rule import Context
from gemini_lint.settings import Settings
from gemini_lint.sources import PathError, Source, SourceError
from gemini_lint.sources.filtering import speaks_of_gemini_api
from gemini_lint.sources.nesting import too_deep

if TYPE_CHECKING:
    from gemini_lint.engine.entries import Entry
    from gemini_lint.reading import ReadingError, Workspace

_UNPARSABLE = "GEM001"
_TOO_DEEP = "too many nested parentheses"
_UNCHECKED = "nothing in this file was checked"
_GRAMMAR = ("https://docs.python.org/3/reference/grammar.html (2026-11-22)",)


class Examiner(Struct):
    """Examines files one after the other, and reads what they share only once.

    Where there are `seconds`, a file that imports a module which may take longer raises
    `reading.SlowModuleError`.
    """

    pins: PinFinder = field(default_factory=PinFinder)
    seconds: int | None = None
    _workspace: Workspace | None = None

    def examine_loaded(
        self, loaded: Source | SourceError | PathError | None, task: Task
    ) -> Examination:
        """Examine what a file was found to be."""
        if self._workspace is not None:
            self._workspace.uses = Uses()
        if loaded is None:
            return Examination(task.path)
        if isinstance(loaded, PathError):
            return Examination(task.path, problems=(f"{loaded.path}: {loaded.message}",))
        if isinstance(loaded, SourceError):
            return _unparsable(loaded, None, task)
        from gemini_lint.reading import SlowModuleError

        try:
            return self._examine_program(loaded, task)
        except SlowModuleError:
            raise
        except Exception as error:  # noqa: BLE001 - one file must not hide the others
            said = without_keys(f"{type(error).__name__}: {error}".strip(": "))
            problem = f"{task.path}: internal error while reading the file: {said}"
            return Examination(task.path, problems=(problem,))

    def uses(self) -> Uses:
        """Return what the file that was examined last needed of its project."""
        return self._workspace.uses if self._workspace is not None else Uses()

    def release(self) -> None:
        """Forget the programs that were read."""
        if self._workspace is not None:
            self._workspace.release()

    def warnings(self) -> tuple[ProjectWarning, ...]:
        """Return what could not be read of the projects around the files."""
        return tuple(self.pins.warnings)

    def _examine_program(self, source: Source, task: Task) -> Examination:
        from gemini_lint import reading

        deep = too_deep(source.text)
        if deep is not None:
            return _unparsable(SourceError(source.path, *deep, _TOO_DEEP), source, task)
        project = self._project()
        try:
            found = reading.read(source, project, with_text_uses=_needs_text_uses(task.settings))
        except reading.ReadingError as error:
            return self._examine_mended(source, error, task)
        assumed = assume(found, task.settings)
        if task.purpose == "inventory":
            context = self._context(source, task)
            entries = _entries(assumed, context, project)
            return Examination(task.path, (), True, bool(found.calls), entries=entries)
        problems: dict[str, None] = {}  # a rule that is broken is so for every call
        judgements = judge(
            assumed,
            _rules(task.settings),
            self._context(source, task),
            project.locate,
            lambda problem: problems.setdefault(f"{task.path}: {problem}"),
        )
        return Examination(task.path, tuple(judgements), True, bool(found.calls), tuple(problems))

    def _examine_mended(self, source: Source, error: ReadingError, task: Task) -> Examination:
        """Say what is not Python; a notebook's other cells are examined without it."""
        from gemini_lint.reading.broken_cells import broken_cells, without

        broken = broken_cells(source)
        if not broken:
            place = SourceError(source.path, error.line, error.column, error.message)
            if error.may_be_python:
                return _unread(place, source, task, _UNCHECKED, "warning")
            return _unparsable(place, source, task)
        rest = self._examine_program(without(source, broken), task)
        judgements = rest.judgements
        for cell in broken:
            wrong = cell.error
            place = SourceError(source.path, wrong.line, wrong.column, wrong.message)
            judgements += _unparsable(place, source, task).judgements
        return replace(rest, judgements=judgements)

    def _project(self) -> Workspace:
        from gemini_lint.reading import Workspace

        if self._workspace is None:
            self._workspace = Workspace(self.seconds)
        return self._workspace

    def _context(self, source: Source, task: Task) -> Context:
        return Context(load(), task.settings, task.today, self._pin(source, task.settings))

    def _pin(self, source: Source, settings: Settings) -> Pin | None:
        """What a setting says beats a notebook's own installs, and these the project."""
        if settings.sdk_version is not None:
            return Pin.of_version(settings.sdk_version)
        installed = (
            pin_from(source.requirements, os.path.basename(source.path))
            if source.requirements
            else None
        )
        return installed or self.pins.pin_for(source.path)


def abandoned(task: Task, why: workers.Abandoned, seconds: int, text: str) -> Examination:
    """Say of a file, which may be right, that reading it took too long, or broke a process down."""
    message = f"{_breakdown(why)}; exclude the file, or report it"
    if why.is_late:
        message = f"reading it takes more than {seconds} s; raise file-timeout or exclude the file"
    source = Source(task.path, text)
    return _unread(SourceError(task.path, 1, 1, message), source, task, _UNCHECKED, "warning")


def _breakdown(why: workers.Abandoned) -> str:
    said = signal.strsignal(why.signal) if why.signal else None
    return f"the parser breaks down on it ({said})" if said else "the parser breaks down on it"


def _unparsable(error: SourceError, source: Source | None, task: Task) -> Examination:
    is_notebook = error.path.endswith(".ipynb")
    outcome = _UNCHECKED if is_notebook else f"Python raises SyntaxError; {_UNCHECKED}"
    return _unread(error, source, task, outcome, "error")


def _unread(
    error: SourceError, source: Source | None, task: Task, outcome: str, severity: Severity
) -> Examination:
    if _UNPARSABLE not in registry.selected(task.settings):
        return Examination(task.path)
    if source is not None and not speaks_of_gemini_api(source.text):
        return Examination(task.path)
    cell, line, column = None, error.line, error.column
    if source is not None and source.cells is not None:
        cell, line, column = source.cells.locate(line, column)
    span = Span(error.path, cell, line, column, line, column + 1)
    rule = registry.rule(_UNPARSABLE).rule
    judgement = Judgement(
        rule, span, span, severity, without_keys(error.message), outcome, _GRAMMAR, None
    )
    return Examination(task.path, (judgement,))


def _entries(found: Reading, context: Context, project: Workspace) -> tuple[Entry, ...]:
    from gemini_lint.engine import entries

    return entries.of(found, context, project.locate)


@cache
def _needs_text_uses(settings: Settings) -> bool:
    return any(registered.rule.needs_text_uses for registered in _rules(settings))


@cache
def _rules(settings: Settings) -> tuple[registry.RegisteredRule, ...]:
    selected = registry.selected(settings)
    return tuple(registry.rule(code) for code in registry.names() if code in selected)
