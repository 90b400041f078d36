"""The same findings in flake8, which owns `# noqa`, selection and exclusion.

flake8 hands each file to `Plugin` by the names of its parameters, and reads what `run` yields:
line from 1, column from 0, text, and the type of the plugin.
"""

from __future__ import annotations

import ast
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from gemini_lint import __version__
from gemini_lint.call import BACKENDS

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from gemini_lint.config import Configuration
    from gemini_lint.settings import Settings

_EVERY_RULE = ("ALL",)


class Plugin:
    """One file in flake8."""

    name = "gemini-lint"
    version = __version__
    configuration: ClassVar[Configuration]

    def __init__(self, tree: ast.AST, lines: list[str], filename: str) -> None:
        del tree  # asked for because flake8 calls a plugin without it once a line
        self._source = "".join(lines)
        self._path = filename

    @classmethod
    def add_options(cls, manager: OptionManager) -> None:
        """Add what flake8 has no option for, and turn off what is off by default."""
        from gemini_lint.rules import registry

        manager.add_option(
            "--gemini-today", metavar="DATE", parse_from_config=True,
            help="Judge models by this date (YYYY-MM-DD), not by the current one.",
        )  # fmt: skip
        manager.add_option(
            "--gemini-languages", metavar="LANGUAGES", parse_from_config=True,
            comma_separated_list=True,
            help='Languages of prompts: codes such as en,fr, or "available".',
        )  # fmt: skip
        manager.add_option(
            "--gemini-backend", metavar="BACKEND", parse_from_config=True,
            help="Where requests go when the code does not say: gemini-api or vertex.",
        )  # fmt: skip
        manager.add_option(
            "--gemini-retirement-notice", metavar="DAYS", parse_from_config=True,
            help="How many days ahead a shutdown is reported.",
        )  # fmt: skip
        off = [item.rule.code for item in registry.all_rules() if not item.rule.default]
        manager.extend_default_ignore(off)

    @classmethod
    def parse_options(cls, options: Namespace) -> None:
        """Keep what the options set."""
        from gemini_lint.config import Configuration
        from gemini_lint.rules import registry

        given = {
            "today": _day(options.gemini_today),
            "languages": tuple(options.gemini_languages or ()) or None,
            "backend": _backend(options.gemini_backend),
            "retirement_notice": _days(options.gemini_retirement_notice),
        }
        overrides = {name: value for name, value in given.items() if value is not None}
        cls.configuration = Configuration(overrides, registry.selectors())

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Yield the findings of the file."""
        from gemini_lint.check import check_source

        for finding in check_source(self._source, self._path, self._settings()):
            text = f"{finding.code} {finding.message}"
            yield finding.span.line, finding.span.column - 1, text, type(self)

    def _settings(self) -> Settings:
        from gemini_lint.config import ConfigError

        try:
            settings = self.configuration.settings_for(self._path)
        except ConfigError as error:
            raise _refused(str(error)) from None
        return replace(settings, select=_EVERY_RULE, disable_noqa=True)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _wrong("today", text, "a date of the form YYYY-MM-DD") from None


def _backend(text: str | None) -> str | None:
    if text is not None and text not in {"auto", *BACKENDS}:
        raise _wrong("backend", text, f"one of auto, {', '.join(BACKENDS)}")
    return text


def _days(text: str | int | None) -> int | None:
    if text is None:
        return None
    if not str(text).isdecimal():
        raise _wrong("retirement-notice", text, "a number of days")
    return int(text)


def _wrong(option: str, value: object, wanted: str) -> Exception:
    return _refused(f"--gemini-{option}: {value!r} is not {wanted}")


def _refused(message: str) -> Exception:
    """Make the one error that flake8 shows as a line, also from its other processes."""
    from flake8.exceptions import ExecutionError

    error: Exception = ExecutionError(message)
    return error
