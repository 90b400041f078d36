"""Runs a command, and says what it took."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

NOTHING = Path(os.devnull)
_SLOWING = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"})


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of the processors, and megabytes at most in one process."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path, processors: int | None = None) -> Cost:
    """Run a command in a folder, on so many processors; whatever it finds, it must not break."""
    started = time.perf_counter()
    process = os.fork()
    if process == 0:
        _become(command, folder, processors)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) not in range(32):
        raise RuntimeError(f"{' '.join(command)}: exit status {status}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _become(command: Sequence[str], folder: Path, processors: int | None) -> None:
    try:
        if processors is not None:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])
        os.chdir(folder)
        silent = os.open(NOTHING, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        # installed programs are compiled already
        environment = {name: value for name, value in os.environ.items() if name not in _SLOWING}
        os.execve(command[0], list(command), environment)
    except OSError as error:
        sys.stderr.write(f"{error}\n")
    os._exit(127)


def medians(costs: Sequence[Cost]) -> Cost:
    """Return the median of each cost."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.memory for cost in costs),
    )


def interleaved(commands: dict[str, Callable[[], Cost]], runs: int) -> dict[str, Cost]:
    """Run all commands in turn, so many times, and return the medians.

    In turn, so that a machine that is slow for a while is so for all of them. The first round
    counts for none: it compiles programs, and brings files into memory.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(1 + runs):
        for name, command in commands.items():
            costs[name].append(command())
    return {name: medians(found[1:]) for name, found in costs.items()}
