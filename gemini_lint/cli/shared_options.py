"""Options that other commands share with `check`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

import click

from gemini_lint.cli import check, check_options
from gemini_lint.cli.check_options import RunOptions

_Command = TypeVar("_Command", bound=click.Command)

PATHS = frozenset({
    "exclude", "extend_exclude", "force_exclude", "respect_gitignore", "jobs", "file_timeout",
    "config_file", "isolated", "quiet",
})  # fmt: skip
FACTS = frozenset({"today", "backend", "api_version", "sdk_version"})
RULES = frozenset({
    "select", "extend_select", "ignore", "per_file_ignores", "retirement_notice", "languages",
    "disable_noqa",
})  # fmt: skip
_READING = ("jobs", "file_timeout")


def shared_with_check(names: Collection[str]) -> Callable[[_Command], _Command]:
    """Give a command these options of `check`."""

    def extended(command: _Command) -> _Command:
        command.params += [option for option in check.command.params if option.name in names]
        return command

    return extended


def run_options(given: Mapping[str, Any], configured: Mapping[str, Any]) -> RunOptions:
    """Return what a command is asked for, of which a configuration file says how files are read."""
    how = {name: configured[name] for name in _READING if name in configured}
    return check_options.run_options(given, how)
