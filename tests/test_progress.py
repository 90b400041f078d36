"""The progress bar, on a terminal of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty")
DRAWS = (
    "from gemini_lint.cli.progress import Progress\n"
    "bar = Progress(patience={patience})\n"
    "bar(1, 2000)\n"
    "bar(1999, 2000)\n"
    "bar.clear()\n"
)


def drawn(patience: float = 0, **environment: str) -> str:
    """Return what a terminal of 80 columns gets to see."""
    near, far = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    subprocess.run(
        [sys.executable, "-c", DRAWS.format(patience=patience)],
        stderr=far, check=True, env={**clean, "TERM": "xterm", "COLUMNS": "80", **environment},
    )  # fmt: skip
    os.write(far, b"|")
    os.close(far)
    seen = b""
    while not seen.endswith(b"|"):
        seen += os.read(near, 4096)
    os.close(near)
    return seen.decode().removesuffix("|")


def test_the_bar_fills_and_leaves_nothing_behind() -> None:
    _, first, second, cleared, end = drawn().split("\r")
    assert first == f"[{'-' * 30}] 1 of 2000 files"
    assert second == f"[{'#' * 29}-] 1999 of 2000 files"
    assert cleared == " " * len(second)
    assert end == ""


@pytest.mark.parametrize("columns", [20, 40])
def test_the_bar_fits_its_terminal(columns: int) -> None:
    seen = drawn(COLUMNS=str(columns))
    assert "1999 of 2000 files" in seen
    assert all(len(line) < columns for line in seen.split("\r"))


def test_a_short_run_and_a_dumb_terminal_stay_empty() -> None:
    assert drawn(patience=3600) == ""
    assert drawn(TERM="dumb") == ""
