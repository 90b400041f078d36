"""Examines many files: over processes where that pays, in a fixed order."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from gemini_lint.tasks import Examination, Task

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from gemini_lint.project import ProjectWarning

Progress = Callable[[int, int], None]

# below this, starting processes costs more than it saves
_FEWEST_BYTES_FOR_PROCESSES = 200_000
_FEWEST_FILES_FOR_PROCESSES = 8
_FILES_AT_A_TIME = 16


def run(
    tasks: Sequence[Task], jobs: int | None, progress: Progress | None, cache: str | None
) -> tuple[list[Examination], list[ProjectWarning]]:
    """Examine files; `jobs` is the number of processes, None for one on each processor."""
    del cache
    processes = min(jobs or os.cpu_count() or 1, len(tasks))
    if processes > 1 and _is_much(tasks):
        return _by_processes(tasks, processes, progress or _no_progress)
    return _by_itself(tasks, progress or _no_progress)


def _no_progress(done: int, total: int) -> None:
    """Show nothing."""


def _is_much(tasks: Sequence[Task]) -> bool:
    if len(tasks) < _FEWEST_FILES_FOR_PROCESSES:
        return False
    return sum(map(_size, tasks)) >= _FEWEST_BYTES_FOR_PROCESSES


def _size(task: Task) -> int:
    try:
        return os.path.getsize(task.path)
    except OSError:
        return 0


def _by_itself(
    tasks: Sequence[Task], progress: Progress
) -> tuple[list[Examination], list[ProjectWarning]]:
    from gemini_lint.examination import Examiner

    examiner = Examiner()
    examinations = []
    for done, task in enumerate(tasks, start=1):
        examinations.append(examiner.examine(task))
        progress(done, len(tasks))
    return examinations, list(examiner.warnings())


def _by_processes(
    tasks: Sequence[Task], processes: int, progress: Progress
) -> tuple[list[Examination], list[ProjectWarning]]:
    from concurrent.futures import ProcessPoolExecutor

    # imported once, before the processes part
    from gemini_lint import examination, reading  # noqa: F401

    examinations: list[Examination] = []
    warnings: list[ProjectWarning] = []
    with ProcessPoolExecutor(processes, mp_context=_context()) as pool:
        for examined, said in pool.map(_portion, _portions(tasks, processes)):
            examinations += examined
            warnings += said
            progress(len(examinations), len(tasks))
    return examinations, warnings


def _context() -> BaseContext:
    """A copy of this process has everything imported; with threads, copying is not safe."""
    from multiprocessing import get_context

    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return get_context("fork" if can_fork else None)


def _portions(tasks: Sequence[Task], processes: int) -> Iterator[Sequence[Task]]:
    """Yield neighbours together: they share modules and requirements."""
    size = max(1, min(_FILES_AT_A_TIME, len(tasks) // (4 * processes)))
    return (tasks[start : start + size] for start in range(0, len(tasks), size))


def _portion(tasks: Iterable[Task]) -> tuple[list[Examination], tuple[ProjectWarning, ...]]:
    """Examine neighbours in one process."""
    from gemini_lint.examination import Examiner

    examiner = Examiner()
    return [examiner.examine(task) for task in tasks], examiner.warnings()
