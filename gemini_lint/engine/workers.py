"""Forked workers: they do pieces of work, each within a bound of processor time.

A parser in native code can neither be interrupted nor kept from breaking its process: only
another process can end it. What is left of the work then goes to a new worker.
"""

from __future__ import annotations

import marshal
import os
import select
import signal
import struct
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, NoReturn, TypeAlias, TypeVar

from msgspec import Struct, convert, field, to_builtins

_LENGTH = struct.Struct("!Q")
# seconds between two looks at a clock, and how much longer waiting may take than working
_SHORTEST = 0.02
_CLOCK_FOR_PROCESSOR = 10
_PIECE = struct.Struct("!Q")
_MOST_AT_ONCE = 256

Portion: TypeAlias = Sequence[int]
_Result = TypeVar("_Result")


class Abandoned(Struct, frozen=True):
    """A piece that could not be done: its process took too long, or broke down.

    `signal` is the number of the signal that ended the process, 0 where it just went.
    """

    is_late: bool
    signal: int = 0


def is_possible() -> bool:
    """Tell whether this process can be forked: a copy of one with threads may stand still."""
    return sys.platform == "linux" and threading.active_count() == 1


def results(
    portions: Sequence[Portion],
    work: Callable[[int], _Result],
    kind: Any,
    processes: int,
    seconds: float,
) -> Iterator[tuple[int, _Result | Abandoned]]:
    """Yield the number of each piece with its result, or with why there is none.

    `kind` is the type of the results, as an annotation: built-in types and structs.
    """
    waiting: deque[Portion] = deque(part for portion in portions for part in _parts(portion))
    workers: list[_Worker[_Result]] = []
    try:
        while waiting or any(worker.pieces for worker in workers):
            _give_out(waiting, workers, work, processes)
            for worker in _stirring(workers, seconds):
                number, result = worker.next_result(kind)
                yield number, result
                if isinstance(result, Abandoned):
                    workers.remove(worker)
                    waiting.extendleft([list(worker.pieces)] if worker.pieces else [])
    finally:
        for worker in workers:
            worker.end()


def _parts(portion: Portion) -> Iterator[Portion]:
    """Cut a portion up: neither pipe holds much, and both full would be for ever."""
    for start in range(0, len(portion), _MOST_AT_ONCE):
        yield portion[start : start + _MOST_AT_ONCE]


def _give_out(
    waiting: deque[Portion],
    workers: list[_Worker[_Result]],
    work: Callable[[int], _Result],
    processes: int,
) -> None:
    for worker in workers:
        if waiting and not worker.pieces:
            worker.give(waiting.popleft())
    while waiting and len(workers) < processes:
        worker = _Worker[_Result].started(work, workers)
        workers.append(worker)
        worker.give(waiting.popleft())


def _stirring(workers: Sequence[_Worker[_Result]], seconds: float) -> list[_Worker[_Result]]:
    """Return the workers that have something to say, or have been silent for too long."""
    busy = [worker for worker in workers if worker.pieces]
    rest = min(seconds - worker.used() for worker in busy)
    poll = select.poll()
    for worker in busy:
        poll.register(worker.results, select.POLLIN | select.POLLHUP)
    heard = {descriptor for descriptor, _ in poll.poll(max(rest, _SHORTEST) * 1000)}
    return [worker for worker in busy if worker.results in heard or worker.used() >= seconds]


class _Worker(Struct, Generic[_Result], eq=False):
    """A process that does pieces; `pieces` are those that it still has to do."""

    process: int
    orders: int
    results: int
    pieces: deque[int] = field(default_factory=deque)
    _processor: float = 0.0
    _clock: float = 0.0

    @classmethod
    def started(
        cls, work: Callable[[int], _Result], others: Sequence[_Worker[_Result]]
    ) -> _Worker[_Result]:
        """Fork this process; the worker never returns from here."""
        orders, give = os.pipe()
        take, results = os.pipe()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # what is held back would be written twice
                stream.flush()
        process = os.fork()
        if process == 0:
            for descriptor in (give, take, *(end for worker in others for end in worker.ends())):
                os.close(descriptor)
            _serve(orders, results, work)
        os.close(orders)
        os.close(results)
        return cls(process, give, take)

    def ends(self) -> tuple[int, int]:
        """Return the ends of the pipes on this side."""
        return self.orders, self.results

    def give(self, portion: Portion) -> None:
        """Have pieces done."""
        self.pieces.extend(portion)
        self._begin()
        try:
            os.write(self.orders, b"".join(map(_PIECE.pack, portion)))
        except BrokenPipeError:
            return  # it died between two portions; that is seen when it is listened to

    def used(self) -> float:
        """Return the seconds of processor time since its last result.

        Those of the clock count for little: a machine may have much else to do.
        """
        waited = (time.monotonic() - self._clock) / _CLOCK_FOR_PROCESSOR
        return max(self._processor_time() - self._processor, waited)

    def _begin(self) -> None:
        self._processor, self._clock = self._processor_time(), time.monotonic()

    def _processor_time(self) -> float:
        # see clock_getcpuclockid(3): Linux makes the clock of a process from its number
        try:
            return time.clock_gettime(~self.process << 3 | 2)
        except OSError:
            return 0.0

    def next_result(self, kind: Any) -> tuple[int, _Result | Abandoned]:
        """Return what it says of its next piece, or why it says nothing."""
        number = self.pieces.popleft()
        is_late = not select.select([self.results], [], [], 0)[0]
        data = None if is_late else _received(self.results)
        if data is None:
            return number, self.end(is_late=is_late)
        self._begin()
        # made by a fork of this very process
        return number, convert(marshal.loads(data), kind)

    def end(self, *, is_late: bool = False) -> Abandoned:
        """End the process, if it has not ended by itself."""
        os.kill(self.process, signal.SIGKILL)
        for descriptor in self.ends():
            os.close(descriptor)
        _, status = os.waitpid(self.process, 0)
        return Abandoned(is_late, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


def _received(descriptor: int) -> bytes | None:
    """Read a message; None where there is none any more."""
    head = _read(descriptor, _LENGTH.size)
    return None if head is None else _read(descriptor, _LENGTH.unpack(head)[0])


def _read(descriptor: int, length: int) -> bytes | None:
    parts: list[bytes] = []
    while length:
        part = os.read(descriptor, min(length, 1 << 20))
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _serve(orders: int, results: int, work: Callable[[int], object]) -> NoReturn:
    """Do what is asked for until nothing is any more; in the worker."""
    status = 1
    try:
        # an interrupt is for the process that was started by hand, which ends this one
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        while (head := _read(orders, _PIECE.size)) is not None:
            _send(results, marshal.dumps(to_builtins(work(*_PIECE.unpack(head)))))
        status = 0
    finally:
        os._exit(status)


def _send(descriptor: int, data: bytes) -> None:
    rest = memoryview(_LENGTH.pack(len(data)) + data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
