"""Runs programs with a real library, and says what left."""

from __future__ import annotations

import json
import os
import select
import subprocess
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

from .environments import python
from .recording import Recorder, Request

_TESTS = Path(__file__).parents[1]
_LONGEST = 240.0  # the first program waits for the imports of a large library
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a program: the requests that left, and the exception that ended it."""

    requests: tuple[Request, ...]
    exception: str
    message: str
    trace: str
    warnings: tuple[str, ...]

    @property
    def is_refused(self) -> bool:
        """Tell whether the library raised before anything left."""
        return bool(self.exception) and not self.requests and not self.is_late

    @property
    def is_late(self) -> bool:
        """Tell whether this machine was slower than the program's own timeout, of milliseconds."""
        return self.exception.rpartition(".")[2].endswith(("Timeout", "TimeoutError"))


class Runner:
    """One environment at work: a process that runs one program after the other."""

    def __init__(self, environment: str, recorder: Recorder) -> None:
        self.environment = environment
        self._recorder = recorder
        self._channels = count()
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Runner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._stop()

    def run(self, source: str) -> Outcome:
        """Run a program."""
        channel = f"{self.environment}-{next(self._channels)}"
        task = {"source": source, "base": self._recorder.base(channel)}
        answer = self._ask(task)
        error = answer["error"]
        return Outcome(
            self._recorder.taken(channel),
            error.get("kind", ""),
            error.get("message", ""),
            error.get("trace", ""),
            tuple(answer["warnings"]),
        )

    def _ask(self, task: dict[str, str]) -> Any:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(task) + "\n")
        process.stdin.flush()
        readable, _, _ = select.select([process.stdout], [], [], _LONGEST)
        line = process.stdout.readline() if readable else ""
        if not line:
            self._stop()
            raise RuntimeError(f"{self.environment} gave no answer to:\n{task['source']}")
        return json.loads(line)

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._process = subprocess.Popen(
                [str(python(self.environment)), "-m", "live.inside.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**_environment(), "PYTHONPATH": str(_TESTS)},
                text=True,
                encoding="utf-8",
            )
        return self._process

    def _stop(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.communicate()
        self._process = None


def _environment() -> dict[str, str]:
    """Return what the program may know of this machine: no key, no project, no proxy."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ}
