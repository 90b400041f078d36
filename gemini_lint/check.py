"""The one way in: from paths, or from a program at hand, to findings.

Every file is examined by itself, in as many processes as it takes; only then are the judgements
brought together, since a literal may stand in another file than its call.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from gemini_lint import merging, silencing, sources
from gemini_lint.config import ConfigError
from gemini_lint.examination import Examination, Examiner, Purpose, Task, examine_all
from gemini_lint.findings import Finding, Report
from gemini_lint.paths import near
from gemini_lint.project import ProjectWarning
from gemini_lint.settings import Settings
from gemini_lint.silencing import SettingsFor, SourceFor
from gemini_lint.sources import PathError, Source, SourceError

Progress = Callable[[int, int], None]

# below this, starting processes costs more than it saves
_FEWEST_FILES_FOR_PROCESSES = 50
_FILES_AT_A_TIME = 16


def check_source(source: str, path: str, settings: Settings | None = None) -> list[Finding]:
    """Check a program that is at hand as text; `path` says where it belongs.

    What it imports from the project around that path is read from there.
    """
    chosen = settings or Settings()
    data = source.encode("utf-8", "surrogatepass")
    loaded: Source | SourceError | None = None
    if sources.may_hold_call(data):
        # decoded already, whatever its coding cookie says
        is_notebook = path.endswith(".ipynb")
        loaded = sources.parse(data, path) if is_notebook else Source(path, source)
    report = _checked(loaded, path, chosen)
    if report.problems:
        raise RuntimeError("; ".join(report.problems))
    return list(report.findings)


def check_data(data: bytes, path: str, settings: Settings) -> Report:
    """Check the bytes of a file that is not on disk, standard input for instance."""
    loaded = sources.parse(data, path) if sources.may_hold_call(data) else None
    return _checked(loaded, path, settings)


def check_paths(
    paths: Iterable[str | os.PathLike[str]],
    settings: Settings | SettingsFor | None = None,
    *,
    jobs: int | None = 1,
    progress: Progress | None = None,
) -> Report:
    """Check files and folders.

    `settings` hold for every file, or are a function from a file's path to its settings.
    `jobs` is the number of processes, None for one on each processor.
    """
    run = examine_paths(paths, settings, jobs=jobs, progress=progress)
    return Report(
        findings=_findings(run.examinations, run.settings_for, _source_on_disk, date.today()),
        today=run.today,
        files=len(run.examinations),
        files_with_calls=sum(examination.has_calls for examination in run.examinations),
        problems=run.problems,
        warnings=run.warnings,
    )


@dataclass(frozen=True, slots=True)
class Run:
    """What the files of a run hold, and what kept some of them from being read."""

    examinations: tuple[Examination, ...]
    settings_for: SettingsFor
    today: date
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def examine_paths(
    paths: Iterable[str | os.PathLike[str]],
    settings: Settings | SettingsFor | None = None,
    *,
    jobs: int | None = 1,
    progress: Progress | None = None,
    purpose: Purpose = "findings",
) -> Run:
    """Examine files and folders, each by itself."""
    settings_for = _SettingsForFiles(_settings_for(settings))
    found = list(sources.find_files([os.fspath(path) for path in paths], settings_for))
    now = date.today()
    tasks = [
        Task(path, chosen, chosen.today or now, purpose)
        for path in found
        if isinstance(path, str) and (chosen := settings_for.known(path)) is not None
    ]
    examinations, warnings = _examined(tasks, jobs, progress or _no_progress)
    missing = (f"{error.path}: {error.message}" for error in found if isinstance(error, PathError))
    broken = (text for item in examinations for text in item.problems)
    return Run(
        examinations=tuple(examinations),
        settings_for=settings_for,
        today=tasks[0].today if tasks else now,
        problems=(*settings_for.problems, *missing, *broken),
        warnings=_said(warnings),
    )


@dataclass(slots=True)
class _SettingsForFiles:
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
    chosen = settings or Settings()
    return lambda path: chosen


def _no_progress(done: int, total: int) -> None:
    """Show nothing."""


def _checked(loaded: Source | SourceError | None, path: str, settings: Settings) -> Report:
    now = date.today()
    task = Task(path, settings, settings.today or now)
    examiner = Examiner()
    examination = examiner.examine_loaded(loaded, task)
    source = loaded if isinstance(loaded, Source) else None
    return Report(
        findings=_findings([examination], lambda _: settings, lambda _: source, now),
        today=task.today,
        files=1,
        files_with_calls=int(examination.has_calls),
        problems=examination.problems,
        warnings=_said(examiner.warnings()),
    )


def _findings(
    examinations: Sequence[Examination], settings_for: SettingsFor, source_for: SourceFor, now: date
) -> tuple[Finding, ...]:
    judgements = chain.from_iterable(item.judgements for item in examinations)
    merged = merging.merge(judgements, (item.path for item in examinations))
    read = [item.path for item in examinations if item.is_read]
    heard = silencing.silenced(merged, read, settings_for, source_for, now)
    return tuple(sorted(heard, key=merging.order))


def _source_on_disk(path: str) -> Source | None:
    data = sources.read(path)
    loaded = None if isinstance(data, PathError) else sources.parse(data, path)
    return loaded if isinstance(loaded, Source) else None


def _examined(
    tasks: Sequence[Task], jobs: int | None, progress: Progress
) -> tuple[list[Examination], list[ProjectWarning]]:
    processes = jobs or os.cpu_count() or 1
    if processes > 1 and len(tasks) >= _FEWEST_FILES_FOR_PROCESSES:
        candidates = [task for task in tasks if _may_hold_call(task.path)]
        if len(candidates) >= _FEWEST_FILES_FOR_PROCESSES:
            return _by_processes(tasks, candidates, processes, progress)
    examiner = Examiner()
    examinations = []
    for done, task in enumerate(tasks, start=1):
        examinations.append(examiner.examine(task))
        progress(done, len(tasks))
    return examinations, list(examiner.warnings())


def _by_processes(
    tasks: Sequence[Task], candidates: Sequence[Task], processes: int, progress: Progress
) -> tuple[list[Examination], list[ProjectWarning]]:
    examined: dict[str, Examination] = {}
    warnings: list[ProjectWarning] = []
    with ProcessPoolExecutor(processes) as pool:
        for examinations, said in pool.map(examine_all, _portions(candidates, processes)):
            examined.update((item.path, item) for item in examinations)
            warnings += said
            progress(len(examined), len(candidates))
    return [examined.get(task.path, Examination(task.path)) for task in tasks], warnings


def _portions(tasks: Sequence[Task], processes: int) -> Iterator[Sequence[Task]]:
    """Yield neighbours together: they share modules and requirements."""
    size = max(1, min(_FILES_AT_A_TIME, len(tasks) // (2 * processes)))
    return (tasks[start : start + size] for start in range(0, len(tasks), size))


def _may_hold_call(path: str) -> bool:
    data = sources.read(path)
    return isinstance(data, PathError) or sources.may_hold_call(data)


def _said(warnings: Iterable[ProjectWarning]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_warning, warnings)))


def _warning(warning: ProjectWarning) -> str:
    line = "" if warning.line is None else f":{warning.line}"
    return f"{warning.path}{line}: {warning.message}; {warning.remedy}"
