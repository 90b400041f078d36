"""The prefilter: which of many files may hold a call, read by workers where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from gemini_lint import sources
from gemini_lint.engine import workers
from gemini_lint.sources import PathError

# whether a file may hold a call, or why it cannot be read
Verdict: TypeAlias = bool | PathError

_Hits: TypeAlias = dict[int, Verdict]

# below this, starting processes costs more than it saves
_FEWEST_FOR_PROCESSES = 500
_FILES_AT_A_TIME = 32
# of processor time, in which only a broken disk keeps so few files from being read
_SECONDS = 60.0


def prefilter(
    paths: Sequence[str], jobs: int | None, meanwhile: Callable[[], object]
) -> list[Verdict]:
    """Tell of each file whether it may hold a call.

    `jobs` is the number of processes, None for one on each processor. Where there are
    several, `meanwhile` is called as soon as one file may hold a call, while others are read.
    """
    processes = jobs or os.cpu_count() or 1
    if processes == 1 or len(paths) < _FEWEST_FOR_PROCESSES or not workers.is_possible():
        return [_verdict(path) for path in paths]
    return _by_workers(paths, processes, meanwhile)


def _verdict(path: str) -> Verdict:
    data = sources.read(path)
    return data if isinstance(data, PathError) else sources.may_hold_call(data)


def _by_workers(
    paths: Sequence[str], processes: int, meanwhile: Callable[[], object]
) -> list[Verdict]:
    found: dict[int, Verdict] = {}
    is_first = True
    for hits in _hits(paths, processes):
        found.update(hits)
        if hits and is_first:
            is_first = False
            meanwhile()
    return [found.get(number, False) for number in range(len(paths))]


def _hits(paths: Sequence[str], processes: int) -> Iterator[dict[int, Verdict]]:
    """Yield the numbers of files that are not just passed over, group by group."""
    starts = range(0, len(paths), _FILES_AT_A_TIME)
    # all at once, so that no worker waits while this process is busy
    portions = [starts[first::processes] for first in range(processes)]
    work = partial(_hits_among, paths)
    for start, hits in workers.results(portions, work, _Hits, processes, _SECONDS):
        yield work(start) if isinstance(hits, workers.Abandoned) else hits


def _hits_among(paths: Sequence[str], start: int) -> dict[int, Verdict]:
    group = enumerate(paths[start : start + _FILES_AT_A_TIME], start)
    verdicts = ((number, _verdict(path)) for number, path in group)
    return {number: verdict for number, verdict in verdicts if verdict is not False}
