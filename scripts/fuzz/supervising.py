"""Has programs examined one after the other in another process, which may hang or die of them.

python -m scripts.fuzz.supervising     is that process; it reads and writes JSON lines
"""

from __future__ import annotations

import json
import resource
import select
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

_BOUND = 60
# trees and caches of thousands of files add up in one process
_PROGRAMS_FOR_A_PROCESS = 2_000


@dataclass(slots=True)
class Supervisor:
    """Counts what becomes of programs, and keeps those that went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[dict[str, Any]] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    size: int = 0
    _child: subprocess.Popen[bytes] | None = None
    _examined: int = 0

    def put(self, text: str, path: str) -> str:
        """Have a program examined; returns what came back, `hang` or `death`."""
        started = time.monotonic()
        said = self._asked({"text": text, "path": path})
        seconds = time.monotonic() - started
        kind = said.partition(":")[0]
        self.counts[kind] += 1
        self.size += len(text.encode("utf-8", "surrogatepass"))
        if kind not in ("found", "not Python"):
            self.wrong.append({"path": path, "said": said, "seconds": round(seconds, 1)})
        self.slowest = sorted([*self.slowest, (round(seconds, 2), path)], reverse=True)[:10]
        return kind

    def close(self) -> None:
        """End the other process."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            self._child = None

    def _asked(self, program: dict[str, str]) -> str:
        child = self._running()
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            child.stdin.write(json.dumps(program).encode("ascii") + b"\n")
            child.stdin.flush()
        except BrokenPipeError:
            self.close()
            return "death: of the program before"
        readable = _waited(child)
        line = child.stdout.readline() if readable else b""
        if line:
            return str(json.loads(line))
        status = child.poll() if readable else None
        self.close()
        return f"death: {status}" if readable else "hang"

    def _running(self) -> subprocess.Popen[bytes]:
        self._examined += 1
        if self._child is not None and self._examined > _PROGRAMS_FOR_A_PROCESS:
            self.close()
        if self._child is None:
            self._examined = 0
            command = (sys.executable, "-m", "scripts.fuzz.supervising")
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._child


def _waited(child: subprocess.Popen[bytes]) -> bool:
    """Wait for an answer, as long as it takes no more than its bound of processor time."""
    clock = ~child.pid << 3 | 2  # see clock_getcpuclockid(3)
    began = time.clock_gettime(clock)
    assert child.stdout is not None
    while not select.select([child.stdout], [], [], 1)[0]:
        if time.clock_gettime(clock) - began > _BOUND:
            return False
    return True


def _serve() -> None:
    from gemini_lint.engine.examination import Examiner
    from scripts.fuzz.examining import outcome

    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    examiner = Examiner()
    for line in sys.stdin.buffer:
        program = json.loads(line)
        try:
            said = outcome(program["text"], program["path"], examiner)
        except BaseException as error:  # noqa: BLE001 - everything is to be told of
            said = f"crash: {type(error).__name__}: {error}"
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
