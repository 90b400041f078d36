"""A progress bar for a person who waits."""

from __future__ import annotations

import os
import sys
import time

_PATIENCE = 1.0  # seconds
_WIDEST = 30
_NARROWEST = 5


class Progress:
    """Draws on standard error when that is a terminal and the run takes more than a second."""

    def __init__(self, *, hidden: bool = False, patience: float = _PATIENCE) -> None:
        self._begin = time.monotonic() + patience
        # a dumb terminal may not be able to return to the beginning of a line
        self._watched = sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not hidden
        self._drawn = 0

    def __call__(self, done: int, total: int) -> None:
        """Show how many of the files are done."""
        if not self._watched or time.monotonic() < self._begin:
            return
        import shutil  # slow to import, and most runs are short

        counted = f" {done} of {total} files"
        room = shutil.get_terminal_size().columns - len(f" {total} of {total} files") - 3
        width = min(_WIDEST, room)
        filled = width * done // max(total, 1)
        bar = f"[{'#' * filled}{'-' * (width - filled)}]" if width >= _NARROWEST else ""
        self._draw((bar + counted).strip())

    def clear(self) -> None:
        """Remove the bar."""
        if self._drawn:
            self._draw("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _draw(self, line: str) -> None:
        # blanks, since not every terminal knows the sequence that erases a line
        sys.stderr.write("\r" + line.ljust(self._drawn))
        sys.stderr.flush()
        self._drawn = len(line)
