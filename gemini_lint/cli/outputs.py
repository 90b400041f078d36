"""Where a report goes: one format to standard output or a file, others to files of their own."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Sequence

import click
from msgspec import Struct

from gemini_lint.cli import ending
from gemini_lint.reports.text import printable


class Output(Struct, frozen=True):
    """A format, and the file that takes it; None is standard output."""

    output_format: str
    file: str | None


def chosen(formats: str | Sequence[str], output_file: str | None) -> tuple[Output, ...]:
    """Read `FORMAT` and `FORMAT=FILE`; the one without a file goes to `output_file`."""
    given = [formats] if isinstance(formats, str) else formats
    parts = [item.partition("=") for item in given]
    outputs = tuple(Output(name, file or output_file or None) for name, _, file in parts)
    without_file = sum(not file for _, _, file in parts)
    if without_file > 1:
        raise click.UsageError(
            "Only one format goes to the terminal or to --output-file; "
            f"give the others files: --output-format {outputs[-1].output_format}=FILE."
        )
    if output_file and not without_file:
        raise click.UsageError("Every format has a file already; leave --output-file out.")
    if len({output.file for output in outputs}) < len(outputs):
        raise click.UsageError("Two formats cannot be written to one file.")
    return outputs


def write_file(file: str, lines: Iterable[str], *, append: bool = False) -> bool:
    """Write lines to a file; say so and return False if that is impossible."""
    text = "".join(f"{line}\n" for line in lines)
    try:
        mode = "a" if append else "w"
        with open(file, mode, encoding="utf-8", errors="backslashreplace") as opened:
            opened.write(text)
    except (OSError, ValueError) as error:
        _tell(file, error)
        return False
    return True


def print_lines(lines: Iterable[str]) -> bool:
    """Print lines; say so and return False if that is impossible. A closed pipe is quiet."""
    try:
        for line in lines:
            # colours are decided already; click would strip them where it sees no terminal
            click.echo(line, color=True)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        _tell("standard output", error)
        ending.silence(sys.stdout)
        return False
    return True


def _tell(file: str, error: Exception) -> None:
    reason = getattr(error, "strerror", None) or str(error)
    click.echo(f"error: {printable(file)} cannot be written: {reason.lower()}", err=True)
