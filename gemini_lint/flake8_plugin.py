"""The same findings in flake8, which owns `# noqa`, selection and exclusion.

flake8 hands each file to `Plugin` by the names of its parameters, and reads what `run` yields:
line from 1, column from 0, text, and the type of the plugin.
"""

from __future__ import annotations

import ast
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from gemini_lint import __version__

if TYPE_CHECKING:
    from flake8.options.manager import OptionManager

    from gemini_lint.check import SourceChecker
    from gemini_lint.configuration.config import Configuration
    from gemini_lint.settings import Settings

_EVERY_RULE = ("ALL",)


class Plugin:
    """One file in flake8."""

    name = "gemini-lint"
    version = __version__
    configuration: ClassVar[Configuration]
    checker: ClassVar[SourceChecker]
    off: ClassVar[tuple[str, ...]]

    def __init__(self, tree: ast.AST, lines: list[str], filename: str) -> None:
        del tree  # asked for because flake8 calls a plugin without it once a line
        self._source = "".join(lines)
        self._path = filename

    @classmethod
    def add_options(cls, manager: OptionManager) -> None:
        """Add what flake8 has no option for, and turn off what is off by default."""
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
        from gemini_lint.rules import registry

        manager.extend_default_ignore(sorted(registry.OFF_BY_DEFAULT))

    @classmethod
    def parse_options(cls, options: Namespace) -> None:
        """Keep what the options set."""
        from gemini_lint.check import SourceChecker
        from gemini_lint.configuration.config import Configuration
        from gemini_lint.rules import registry

        given = {
            "today": options.gemini_today,
            "languages": options.gemini_languages or None,
            "backend": options.gemini_backend,
            "retirement-notice": _number(options.gemini_retirement_notice),
        }
        overrides = {
            key.replace("-", "_"): _read(key, value)
            for key, value in given.items()
            if value is not None
        }
        cls.configuration = Configuration(overrides, registry.selectors())
        chosen = (*(options.select or ()), *(options.extend_select or ()))
        off = sorted(registry.OFF_BY_DEFAULT)
        cls.off = tuple(code for code in off if not code.startswith(chosen))
        # for this run only: an editor may run flake8 again in the same process
        cls.checker = SourceChecker()

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Yield the findings of the file."""
        for finding in self.checker.check(self._source, self._path, self._settings()):
            text = f"{finding.code} {finding.message}"
            yield finding.span.line, finding.span.column - 1, text, type(self)

    def _settings(self) -> Settings:
        from gemini_lint.configuration.config import ConfigError

        try:
            settings = self.configuration.settings_for(self._path)
        except ConfigError as error:
            raise _refused(str(error)) from None
        # an `ignore` of the user makes flake8 forget what plugins have off by default
        ignored = (*settings.ignore, *self.off)
        return replace(settings, select=_EVERY_RULE, ignore=ignored, disable_noqa=True)


def _number(value: str | int | None) -> str | int | None:
    text = str(value)
    return int(text) if text.isdecimal() else value


def _read(key: str, value: object) -> object:
    """Read an option as a configuration file's key is read."""
    from gemini_lint.configuration import keys

    try:
        return keys.FILE_KEYS[key](value, keys.Selectors())
    except keys.WrongValueError as error:
        raise _refused(f"--gemini-{key}: {value!r}: {error}") from None


def _refused(message: str) -> Exception:
    """Make the one error that flake8 shows as a line, also from its other processes."""
    from flake8.exceptions import ExecutionError

    error: Exception = ExecutionError(message)
    return error
