"""A progress bar for a person who waits."""

from __future__ import annotations

import sys
import time

_PATIENCE = 1.0
_WIDTH = 30


class Progress:
    """Draws on standard error when that is a terminal and the run takes more than a second."""

    def __init__(self, *, hidden: bool = False) -> None:
        self._begin = time.monotonic()
        self._watched = sys.stderr.isatty() and not hidden
        self._drawn = False

    def __call__(self, done: int, total: int) -> None:
        """Show how many of the files are done."""
        if not self._watched or time.monotonic() - self._begin < _PATIENCE:
            return
        filled = _WIDTH * done // max(total, 1)
        bar = "#" * filled + "-" * (_WIDTH - filled)
        sys.stderr.write(f"\r[{bar}] {done} of {total} files")
        sys.stderr.flush()
        self._drawn = True

    def clear(self) -> None:
        """Remove the bar."""
        if self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
