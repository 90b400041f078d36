"""How a command ends: one line says what went wrong, and the status is 2."""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from types import MappingProxyType
from typing import NoReturn, TextIO, cast

import click

_WRONG = 2
_INTERRUPTED = 130  # as a shell has it
# what code pages lack, and what stands for it
_PLAIN = MappingProxyType(
    {"…": "...", "≤": "<=", "≥": ">=", "→": "->", "–": "-", "×": "x", "“": '"', "”": '"', "’": "'"}
)
_HANDLER = "gemini_lint.plain"


class Failure(click.ClickException):
    """What a command cannot do, in a line that is shown as it is."""

    exit_code = _WRONG


def run(command: click.Command) -> int:
    """Run a command line and return its status. A closed pipe is quiet."""
    _open_streams()
    try:
        status = command.main(prog_name="gemini-lint", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        return _misused(error)
    except click.ClickException as error:
        return _failed(error.format_message(), error.exit_code)
    except click.Abort:
        return _failed("interrupted", _INTERRUPTED)
    except SystemExit as error:  # how a command says its status
        return error.code if isinstance(error.code, int) else _WRONG
    except OSError as error:
        silence(sys.stdout)
        reason = (error.strerror or str(error)).lower()
        return _failed(f"{error.filename or 'standard output'}: {reason}", _WRONG)
    return status if isinstance(status, int) else 0


def leave(status: int) -> NoReturn:
    """End the process as it is: to take all in it apart would take as long as to check a file.

    What watches it, a profiler or debugger, writes at the end, and gets the usual one.
    """
    if sys.gettrace() or sys.getprofile():
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def _misused(error: click.UsageError) -> int:
    message = error.format_message()
    if "\n" in message:  # the help of a command whose own commands were left out
        click.echo(message, err=True)
        return _WRONG
    message = message.rstrip(".")
    hint = f" (see {error.ctx.command_path} --help)" if error.ctx else ""
    return _failed(f"{message}{hint}", _WRONG)


def _failed(message: str, status: int) -> int:
    from gemini_lint.reports.text import printable

    click.echo(f"error: {printable(message)}", err=True)
    return status


def _open_streams() -> None:
    """A stream that the caller closed is None; and what an encoding lacks is escaped."""
    # nothing can be written to what is open for reading: the loss is told, not hidden
    sys.stdout = sys.stdout or _nothing("r")
    sys.stderr = sys.stderr or _nothing("w")
    sys.stdin = sys.stdin or _nothing("r")
    codecs.register_error(_HANDLER, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.writable():
            stream.reconfigure(errors=_HANDLER)


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Write what an encoding lacks in other signs, or escaped."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    signs = (_PLAIN.get(sign) or ascii(sign)[1:-1] for sign in lacking)
    return "".join(signs), error.end


def _nothing(mode: str) -> TextIO:
    return cast("TextIO", open(os.devnull, mode, encoding="utf-8"))


def silence(stream: object) -> None:
    """Send what is left in a stream's buffer nowhere: it would fail once more at exit."""
    if isinstance(stream, TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
