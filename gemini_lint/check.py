"""The one way in: from paths, or from a program at hand, to findings.

Every file is examined by itself; only then are the judgements brought together, since a
literal may stand in another file than its call. What that takes is imported only when a file
is met that may hold a call.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from gemini_lint import sources
from gemini_lint.configuration.config import ConfigError
from gemini_lint.engine import prefilter
from gemini_lint.engine.tasks import Examination, Progress, Purpose, Task
from gemini_lint.findings import Finding, Report
from gemini_lint.paths import near
from gemini_lint.settings import Settings, SettingsFor
from gemini_lint.sources import PathError, Source, SourceError

if TYPE_CHECKING:
    from gemini_lint.engine.examination import Examiner
    from gemini_lint.project import ProjectWarning
    from gemini_lint.suppression.filtering import SourceFor

Path: TypeAlias = str | os.PathLike[str]


def check_source(source: str, path: str, settings: Settings | None = None) -> list[Finding]:
    """Check a program that is at hand as text; `path` says where it belongs.

    What it imports from the project around that path is read from there. Settings with a value
    that is not one of theirs raise ValueError.
    """
    return SourceChecker().check(source, path, _given(settings))


class SourceChecker(Struct):
    """Checks programs at hand, and reads only once what several of them import."""

    _examiner: Examiner | None = None

    def check(self, source: str, path: str, settings: Settings) -> list[Finding]:
        """Check a program as `check_source` does."""
        data = source.encode("utf-8", "surrogatepass")
        if not sources.may_hold_call(data):
            return []
        if self._examiner is None:
            from gemini_lint.engine.examination import Examiner

            self._examiner = Examiner()
        # decoded already, whatever its coding cookie says
        is_notebook = path.endswith(".ipynb")
        loaded = sources.parse(data, path) if is_notebook else Source(path, source)
        report = _checked(loaded, path, settings, examiner=self._examiner)
        if report.problems:
            raise RuntimeError("; ".join(report.problems))
        return list(report.findings)


def check_data(
    data: bytes, path: str, settings: Settings, *, file_timeout: int | None = None
) -> Report:
    """Check the bytes of a file that is not on disk, standard input for instance."""
    loaded = sources.parse(data, path) if sources.may_hold_call(data) else None
    return _checked(loaded, path, settings, file_timeout)


def check_paths(
    paths: Path | Iterable[Path],
    settings: Settings | SettingsFor | None = None,
    *,
    jobs: int | None = 1,
    progress: Progress | None = None,
    cache: str | None = None,
    file_timeout: int | None = None,
) -> Report:
    """Check files and folders: one path, or several.

    `settings` hold for every file, or are a function from a file's path to its settings; with a
    value that is not one of theirs, they raise ValueError.
    `jobs` is the number of processes, None for one on each processor. `cache` is a folder to
    keep results in for the next run; nothing is kept without one. A file whose reading takes
    more than `file_timeout` seconds of processor time is reported and left out, on Linux; this
    has the files read by forked workers, also when `jobs` is 1.
    """
    run = examine_paths(
        paths, settings, jobs=jobs, progress=progress, cache=cache, file_timeout=file_timeout
    )
    return _report(run, _source_on_disk, date.today())


class Run(Struct, frozen=True):
    """What the files of a run hold, and what kept some of them from being read.

    `paths` are all files, `examinations` those of the files that may hold a call.
    """

    paths: tuple[str, ...]
    examinations: tuple[Examination, ...]
    settings_for: SettingsFor
    today: date
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def examine_paths(
    paths: Path | Iterable[Path],
    settings: Settings | SettingsFor | None = None,
    *,
    jobs: int | None = 1,
    progress: Progress | None = None,
    purpose: Purpose = "findings",
    cache: str | None = None,
    file_timeout: int | None = None,
) -> Run:
    """Examine files and folders, each by itself."""
    settings_for = _SettingsForFiles(_settings_for(settings))
    gathered = _Gathered(purpose)
    for found in sources.find_files(_listed(paths), settings_for):
        gathered.take(found, settings_for)
    gathered.prefilter(jobs)
    if not gathered.tasks:
        return _run(gathered, settings_for, [], [])
    from gemini_lint.engine import running

    examined, warnings = running.run(gathered.tasks, jobs, progress, cache, file_timeout)
    return _run(gathered, settings_for, examined, warnings)


def _listed(paths: Path | Iterable[Path]) -> list[str]:
    """Return paths as strings; one that stands alone is one path, not the letters of it."""
    several = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    return [os.fspath(path) for path in several]


def _run(
    gathered: _Gathered,
    settings_for: _SettingsForFiles,
    examinations: Sequence[Examination],
    warnings: Sequence[ProjectWarning],
) -> Run:
    broken = (text for item in examinations for text in item.problems)
    return Run(
        paths=tuple(gathered.paths),
        examinations=tuple(examinations),
        settings_for=settings_for,
        today=gathered.today or gathered.now,
        problems=(*settings_for.problems, *gathered.problems, *broken),
        warnings=_said(warnings),
    )


class _Gathered(Struct):
    """The files of a run: all of them, and those that may hold a call."""

    purpose: Purpose
    now: date = field(default_factory=date.today)
    today: date | None = None
    problems: list[str] = field(default_factory=list)
    found: list[Task] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    @property
    def paths(self) -> Iterator[str]:
        """All files."""
        return (task.path for task in self.found)

    def take(self, found: str | PathError, settings_for: _SettingsForFiles) -> None:
        """Take a file that is to be checked."""
        if isinstance(found, PathError):
            self.problems.append(_problem(found))
            return
        settings = settings_for.known(found)
        if settings is None:
            return
        today = settings.today or self.now
        self.today = self.today or today
        self.found.append(Task(found, settings, today, self.purpose))

    def prefilter(self, jobs: int | None) -> None:
        """Read the files, and keep those that may hold a call."""
        verdicts = prefilter.prefilter([*self.paths], jobs, _prepare)
        judged = zip(self.found, verdicts, strict=True)
        self.tasks = [task for task, may_hold_call in judged if may_hold_call is True]
        self.problems += [_problem(item) for item in verdicts if isinstance(item, PathError)]


def _prepare() -> None:
    from gemini_lint.engine import running

    running.prepare()


def _problem(error: PathError) -> str:
    return f"{error.path}: {error.message}"


class _SettingsForFiles(Struct):
    """The settings of files, and what is wrong with the configuration of some."""

    given: SettingsFor
    problems: dict[str, None] = field(default_factory=dict)

    def __call__(self, path: str) -> Settings:
        """Return the settings of a file, the usual ones where its configuration is broken."""
        return self.known(path) or Settings()

    def known(self, path: str) -> Settings | None:
        """Return the settings of a file unless its configuration is broken."""
        try:
            return self.given(path)
        except ConfigError as error:
            line = "" if error.line is None else f":{error.line}"
            self.problems[f"{near(error.path)}{line}: {error.message}"] = None
            return None


def _settings_for(settings: Settings | SettingsFor | None) -> SettingsFor:
    if callable(settings):
        return settings
    chosen = _given(settings)
    return lambda path: chosen


def _given(settings: Settings | None) -> Settings:
    if settings is None:
        return Settings()
    from gemini_lint.configuration import given_settings

    given_settings.refuse_wrong(settings)
    return settings


def _checked(
    loaded: Source | SourceError | None,
    path: str,
    settings: Settings,
    file_timeout: int | None = None,
    examiner: Examiner | None = None,
) -> Report:
    now = date.today()
    task = Task(path, settings, settings.today or now)
    if loaded is None:
        return Report((), task.today, files=1)
    from gemini_lint.engine import running

    examination, warnings = running.examined(loaded, task, file_timeout, examiner)
    source = loaded if isinstance(loaded, Source) else None
    run = Run(
        paths=(path,),
        examinations=(examination,),
        settings_for=lambda _: settings,
        today=task.today,
        problems=examination.problems,
        warnings=_said(warnings),
    )
    return _report(run, lambda _: source, now)


def _report(run: Run, source_for: SourceFor, now: date) -> Report:
    return Report(
        findings=_findings(run, source_for, now),
        today=run.today,
        files=len(run.paths),
        files_with_calls=sum(examination.has_calls for examination in run.examinations),
        problems=run.problems,
        warnings=run.warnings,
    )


def _findings(run: Run, source_for: SourceFor, now: date) -> tuple[Finding, ...]:
    read = [item.path for item in run.examinations if item.is_read]
    judgements = list(chain.from_iterable(item.judgements for item in run.examinations))
    if not read and not judgements:
        return ()
    from gemini_lint.engine import merging
    from gemini_lint.suppression import filtering

    merged = merging.merge(judgements, run.paths)
    heard = filtering.silenced(merged, read, run.settings_for, source_for, now)
    return tuple(sorted(heard, key=merging.order))


def _source_on_disk(path: str) -> Source | None:
    data = sources.read(path)
    loaded = None if isinstance(data, PathError) else sources.parse(data, path)
    return loaded if isinstance(loaded, Source) else None


def _said(warnings: Iterable[ProjectWarning]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_warning, warnings)))


def _warning(warning: ProjectWarning) -> str:
    line = "" if warning.line is None else f":{warning.line}"
    return f"{warning.path}{line}: {warning.message}; {warning.remedy}"
