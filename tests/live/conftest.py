"""The recording server and the libraries, started once and stopped at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest

from .recording import Recorder
from .running import Runner

Runners = Callable[[str], Runner]


@pytest.fixture(scope="session")
def runners() -> Iterator[Runners]:
    """A function from an environment to the process that runs programs in it."""
    with ExitStack() as stack:
        recorder = stack.enter_context(Recorder())
        yield cache(lambda name: stack.enter_context(Runner(name, recorder)))
