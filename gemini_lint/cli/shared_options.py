"""Options that other commands share with `check`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

import click

from gemini_lint.cli import check, check_options

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


def shared_with_check(names: Collection[str]) -> Callable[[_Command], _Command]:
    """Give a command these options of `check`."""

    def extended(command: _Command) -> _Command:
        command.params += [option for option in check.command.params if option.name in names]
        return command

    return extended


def run_options(given: Mapping[str, Any], configured: Mapping[str, Any]) -> dict[str, Any]:
    """Return how files are read: `jobs` and `file_timeout`, as `check` takes them."""
    chosen = check_options.with_run_options(given, configured)
    return {name: chosen[name] for name in ("jobs", "file_timeout")}
