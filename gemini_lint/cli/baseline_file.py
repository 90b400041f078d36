"""The file of known findings, read and written for a command."""

from __future__ import annotations

from gemini_lint import baseline
from gemini_lint.baseline import Baseline, BaselineError
from gemini_lint.cli.ending import Failure
from gemini_lint.reports.text import printable


def opened(file: str) -> Baseline:
    """Read a file of known findings, or end the command."""
    try:
        return baseline.read(file)
    except BaselineError as error:
        raise Failure(printable(str(error))) from None


def save(file: str, content: Baseline) -> None:
    """Write a file of known findings, or end the command."""
    try:
        baseline.write(file, content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Failure(printable(f"{file}: cannot be written: {reason}")) from None
