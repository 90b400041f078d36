"""Runs what calls itself very often, for trees that are deeper than Python's stack."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

_BYTES = 512 * 1024 * 1024
_DEEPEST = 150_000


def run(function: Callable[[], None]) -> None:
    """Call a function in a thread with a large stack.

    Raises RecursionError where that is too small, too.
    """
    errors: list[RecursionError] = []

    def caught() -> None:
        try:
            function()
        except RecursionError as error:
            errors.append(error)

    usual, deepest = threading.stack_size(_BYTES), sys.getrecursionlimit()
    sys.setrecursionlimit(_DEEPEST)
    try:
        thread = threading.Thread(target=caught)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(deepest)
        threading.stack_size(usual)
    if errors:
        raise errors[0]
