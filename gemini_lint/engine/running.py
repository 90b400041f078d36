"""Examines many files: over processes where that pays, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

from gemini_lint import sources
from gemini_lint.engine import garbage_collection, workers
from gemini_lint.engine.tasks import Examination, Progress, Task
from gemini_lint.engine.worker_results import WorkerResult
from gemini_lint.project import PinFinder
from gemini_lint.sources.nesting import is_quick

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from gemini_lint.engine.cache import Cache
    from gemini_lint.engine.examination import Examiner
    from gemini_lint.project import ProjectWarning
    from gemini_lint.sources import Source, SourceError

_Item = TypeVar("_Item")

# below this, starting processes costs more than it saves
_FEWEST_BYTES_FOR_PROCESSES = 200_000
_FEWEST_FILES_FOR_PROCESSES = 8
# what every file takes, however small: as long as so many bytes more
_BYTES_A_FILE = 4_000
_FILES_AT_A_TIME = 16
# for more files, what making a process costs does not count
_MOST_WITHOUT_FORK = 16


def run(
    tasks: Sequence[Task],
    jobs: int | None,
    progress: Progress | None,
    folder: str | None,
    seconds: int | None = None,
) -> tuple[list[Examination], list[ProjectWarning]]:
    """Examine files.

    `jobs` is the number of processes, None for one on each processor; `folder` keeps what is
    found for the next run; a file that takes more than `seconds` is given up.
    """
    runner = Runner(folder)
    known = {task.path: found for task in tasks if (found := runner.remembered(task))}
    rest = [task for task in tasks if task.path not in known]
    if rest:
        processes = min(jobs or os.cpu_count() or 1, len(rest)) if _is_much(rest) else 1
        examined = _examined(rest, processes, progress or _no_progress, runner, seconds)
        known.update((item.path, item) for item in examined)
        if runner.cache is not None:
            runner.cache.prune()
    return [known[task.path] for task in tasks], runner.warnings


def prepare() -> None:
    """Import what examining takes, once, before processes part."""
    from gemini_lint import reading  # noqa: F401
    from gemini_lint.engine import examination  # noqa: F401


def _examined(
    tasks: Sequence[Task], processes: int, progress: Progress, runner: Runner, seconds: int | None
) -> list[Examination]:
    if seconds and workers.is_possible():
        if len(tasks) <= _MOST_WITHOUT_FORK and all(_is_quick(task, seconds) for task in tasks):
            examined = _without_fork(tasks, progress, runner, seconds)
            if examined is not None:
                return examined
        return _by_workers(tasks, processes, progress, runner, seconds)
    if processes > 1:
        return _by_processes(tasks, processes, progress, runner)
    return _by_itself(tasks, progress, runner)


def examined(
    loaded: Source | SourceError,
    task: Task,
    seconds: int | None,
    examiner: Examiner | None = None,
) -> tuple[Examination, Sequence[ProjectWarning]]:
    """Examine a program that is at hand; an `examiner` that is given keeps what it reads."""
    from gemini_lint.engine import examination

    reader = examiner or examination.Examiner()

    def work(number: int) -> WorkerResult:
        del number
        found = reader.examine_loaded(loaded, task)
        if examiner is None:
            reader.release()
        return WorkerResult.of(found, reader.warnings())

    if not seconds or not workers.is_possible():
        return _unpacked(work(0))
    [(_, result)] = workers.results([[0]], work, WorkerResult, 1, seconds)
    if isinstance(result, workers.Abandoned):
        return examination.abandoned(task, result, seconds, _text(loaded)), ()
    return _unpacked(result)


def _unpacked(result: WorkerResult) -> tuple[Examination, Sequence[ProjectWarning]]:
    return result.examination(), result.warnings


def _text(loaded: Source | SourceError) -> str:
    return loaded.text if isinstance(loaded, sources.Source) else ""


class Runner:
    """Examines files one after the other, and remembers what they hold.

    Where there are `seconds`, modules that may take longer are not read, see `Examiner`.
    """

    def __init__(
        self, folder: str | None, seconds: int | None = None, pins: PinFinder | None = None
    ) -> None:
        self.folder = folder
        self.seconds = seconds
        self.cache = _cache(folder)
        self.pins = pins or PinFinder()
        self._examiner: Examiner | None = None

    @property
    def warnings(self) -> list[ProjectWarning]:
        """What could not be read of the projects around the files."""
        return self.pins.warnings

    def remembered(self, task: Task) -> Examination | None:
        """Return what an earlier run found in a file, if that still holds."""
        if self.cache is None or task.purpose != "findings":
            return None
        data = sources.read(task.path)
        if isinstance(data, sources.PathError):
            return None
        return self.cache.get(task, data, self._pin(task))

    def examine(self, task: Task) -> Examination:
        """Examine a file."""
        data = sources.read(task.path)
        if isinstance(data, sources.PathError):
            return Examination(task.path, problems=(f"{data.path}: {data.message}",))
        if self._examiner is None:
            from gemini_lint.engine.examination import Examiner

            self._examiner = Examiner(self.pins, self.seconds)
        found = self._examiner.examine_loaded(sources.parse(data, task.path), task)
        if self.cache is not None and task.purpose == "findings":
            self.cache.put(task, data, self._pin(task), found, self._examiner.uses())
        return found

    def _pin(self, task: Task) -> str:
        """Say what the project requires, where that may change what is found."""
        return repr(None if task.settings.sdk_version else self.pins.pin_for(task.path))


def _cache(folder: str | None) -> Cache | None:
    if folder is None:
        return None
    from gemini_lint.engine import cache

    return cache.opened(folder)


def _no_progress(done: int, total: int) -> None:
    """Show nothing."""


def _is_much(tasks: Sequence[Task]) -> bool:
    if len(tasks) < _FEWEST_FILES_FOR_PROCESSES:
        return False
    return sum(_BYTES_A_FILE + _size(task) for task in tasks) >= _FEWEST_BYTES_FOR_PROCESSES


def _size(task: Task) -> int:
    try:
        return os.path.getsize(task.path)
    except OSError:
        return 0


def _by_itself(tasks: Sequence[Task], progress: Progress, runner: Runner) -> list[Examination]:
    examinations = []
    for done, task in enumerate(tasks, start=1):
        examinations.append(runner.examine(task))
        progress(done, len(tasks))
    return examinations


def _is_quick(task: Task, seconds: int) -> bool:
    data = sources.read(task.path)
    return isinstance(data, bytes) and is_quick(data.decode("latin-1"), seconds)


def _without_fork(
    tasks: Sequence[Task], progress: Progress, runner: Runner, seconds: int
) -> list[Examination] | None:
    """Examine files that cannot take long, None where they import such that may."""
    from gemini_lint.reading import SlowModuleError

    try:
        return _by_itself(tasks, progress, Runner(runner.folder, seconds, runner.pins))
    except SlowModuleError:
        return None


def _by_workers(
    tasks: Sequence[Task], processes: int, progress: Progress, runner: Runner, seconds: int
) -> list[Examination]:
    if processes > 1:  # a single worker is forked while there is little to copy
        prepare()
    pieces = range(len(tasks))
    portions = [pieces] if processes == 1 else [*_portions(pieces, processes)]
    known: dict[int, Examination] = {}

    def work(number: int) -> WorkerResult:
        _relax_once()
        return WorkerResult.of(runner.examine(tasks[number]), runner.warnings)

    for number, result in workers.results(portions, work, WorkerResult, processes, seconds):
        if isinstance(result, workers.Abandoned):
            known[number] = _abandoned(tasks[number], result, seconds)
        else:
            known[number], said = _unpacked(result)
            runner.pins.warnings += [new for new in said if new not in runner.pins.warnings]
        progress(len(known), len(tasks))
    return [known[number] for number in range(len(tasks))]


def _by_processes(
    tasks: Sequence[Task], processes: int, progress: Progress, runner: Runner
) -> list[Examination]:
    from concurrent.futures import ProcessPoolExecutor

    prepare()
    examinations: list[Examination] = []
    portion = partial(_portion, runner.folder)
    with ProcessPoolExecutor(processes, _context()) as pool:
        for examined, said in pool.map(portion, _portions(tasks, processes)):
            examinations += examined
            runner.pins.warnings += said
            progress(len(examinations), len(tasks))
    return examinations


def _context() -> BaseContext:
    """A fork of this process has everything imported; with threads, forking is not safe."""
    from multiprocessing import get_context

    return get_context("fork" if workers.is_possible() else None)


def _portions(tasks: Sequence[_Item], processes: int) -> Iterator[Sequence[_Item]]:
    """Yield neighbours together: they share modules and requirements."""
    size = max(1, min(_FILES_AT_A_TIME, len(tasks) // (4 * processes)))
    return (tasks[start : start + size] for start in range(0, len(tasks), size))


@lru_cache(1)
def _own_runner(folder: str | None) -> Runner:
    """The runner of a process of its own, which keeps the modules that it has read."""
    garbage_collection.relax_what_follows()
    return Runner(folder)


def _portion(
    folder: str | None, tasks: Iterable[Task]
) -> tuple[list[Examination], list[ProjectWarning]]:
    """Examine neighbours in one process."""
    runner = _own_runner(folder)
    return [runner.examine(task) for task in tasks], runner.warnings


def _abandoned(task: Task, why: workers.Abandoned, seconds: int) -> Examination:
    from gemini_lint.engine import examination

    data = sources.read(task.path)
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
    return examination.abandoned(task, why, seconds, text)


@cache
def _relax_once() -> None:
    garbage_collection.relax_what_follows()
