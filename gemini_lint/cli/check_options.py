"""The options of `gemini-lint check`, and what they set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click
from msgspec import Struct

from gemini_lint.cli import completion, options
from gemini_lint.configuration import keys
from gemini_lint.configuration.config import Configuration
from gemini_lint.reports import FORMATS
from gemini_lint.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Value = TypeVar("_Value")
_SETTINGS = frozenset(Settings.__struct_fields__)


class RunOptions(Struct, frozen=True):
    """What a whole run is asked for, by the command line, a configuration file or defaults.

    `output_format`, `output_file`  how the report is written, and where; `statistics` with it
    `exit_zero`, `fail_on`  what the exit status says
    `baseline`           the file of what is known
    `color`, `quiet`, `verbose`  what is said, and how
    `jobs`, `file_timeout`  how many processes read, and how long each file
    `cache_dir`, `no_cache`  where results are kept for the next run
    `show_files`, `show_settings`  what is shown instead of a check
    `stdin_filename`     the name of what comes from standard input
    """

    output_format: str | tuple[str, ...] = "concise"
    output_file: str | None = None
    statistics: bool = False
    exit_zero: bool = False
    fail_on: str = "warning"
    baseline: str | None = None
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    jobs: int | None = None
    file_timeout: int = 10
    cache_dir: str = ".gemini_lint_cache"
    no_cache: bool = False
    show_files: bool = False
    show_settings: bool = False
    stdin_filename: str | None = None


def per_file_ignores(
    context: click.Context, option: click.Parameter, values: tuple[str, ...] | None
) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """Read `PATTERN:RULE,RULE` and `PATTERN:RULE,PATTERN:RULE`."""
    ignores: dict[str, list[str]] = {}
    pattern = ""
    for part in options.separated(context, option, values) or ():
        head, colon, selector = part.rpartition(":")
        pattern = head if colon else pattern
        if not pattern or not selector:
            raise click.BadParameter(f"{part!r} is not of the form PATTERN:RULE.", context, option)
        options.check_rule(selector, context, option)
        ignores.setdefault(pattern, []).append(selector)
    return tuple((name, tuple(rules)) for name, rules in ignores.items()) or None


def sdk_version(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """See that a version is one."""
    return None if value is None else _read(keys.version, value, context, option)


def languages(
    context: click.Context, option: click.Parameter, values: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    """Read language codes."""
    parts = options.separated(context, option, values)
    return None if parts is None else _read(keys.languages, [*parts], context, option)


def output_formats(
    context: click.Context, option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Read formats; one that is not given stays None."""
    for value in values:
        _read(keys.output_formats, value, context, option)
    return values or None


def _read(
    reader: Callable[[object, keys.Selectors], _Value],
    value: object,
    context: click.Context,
    option: click.Parameter,
) -> _Value:
    """Read a value as a configuration file's key does."""
    try:
        return reader(value, keys.Selectors())
    except keys.WrongValueError as error:
        given = ",".join(value) if isinstance(value, list) else value
        raise click.BadParameter(f"{given!r}: {error}.", context, option) from None


_RULES = (
    click.option(
        "--select", multiple=True, metavar="RULES", callback=options.rules,
        shell_complete=completion.rules,
        help="Only these rules: codes, prefixes such as GEM1, or names; ALL for all.",
    ),
    click.option(
        "--extend-select", multiple=True, metavar="RULES", callback=options.rules,
        shell_complete=completion.rules,
        help="These rules, too.",
    ),
    click.option(
        "--ignore", multiple=True, metavar="RULES", callback=options.rules,
        shell_complete=completion.rules,
        help="Not these rules.",
    ),
    click.option(
        "--per-file-ignores", multiple=True, metavar="PATTERN:RULES", callback=per_file_ignores,
        help="Not these rules in the files that match.",
    ),
)  # fmt: skip

_FACTS = (
    click.option(
        "--today", metavar="DATE", callback=options.day,
        help="Judge models by this date (YYYY-MM-DD). [default: the current date]",
    ),
    click.option(
        "--retirement-notice", type=click.IntRange(min=0), metavar="DAYS",
        help="How far ahead a shutdown is reported. [default: 180]",
    ),
    click.option(
        "--backend", type=click.Choice(["auto", "gemini-api", "vertex"]),
        help="Where requests go when the code does not say. [default: auto]",
    ),
    click.option(
        "--api-version", type=click.Choice(["auto", "v1", "v1beta"]),
        help="The API version when the code does not say. [default: auto]",
    ),
    click.option(
        "--sdk-version", metavar="X.Y", callback=sdk_version,
        help="The release of google-genai, instead of reading it from the project.",
    ),
    click.option(
        "--languages", multiple=True, metavar="LANGUAGES", callback=languages,
        help='Languages of prompts: codes such as en,fr, or "available". [default: en]',
    ),
)  # fmt: skip

_OUTPUT = (
    click.option(
        "--output-format", multiple=True, metavar="FORMAT[=FILE]", callback=output_formats,
        shell_complete=completion.formats,
        help=f"How findings are written: {', '.join(FORMATS)}; several, if all but one have "
        "a file. [default: concise]",
    ),
    click.option(
        "-o", "--output-file", type=click.Path(dir_okay=False), metavar="FILE",
        help="Write findings to this file.",
    ),
    click.option(
        "--statistics", is_flag=True, default=None,
        help="Count the findings of each rule and model.",
    ),
    click.option(
        "--exit-zero", is_flag=True, default=None,
        help="Exit with 0 even when there are findings.",
    ),
    click.option(
        "--fail-on", type=click.Choice(["error", "warning"]),
        help="The least severity that makes the exit status 1. [default: warning]",
    ),
    click.option(
        "--baseline", type=click.Path(dir_okay=False), metavar="FILE",
        help="Leave out the findings that this file knows.",
    ),
    click.option(
        "--color", type=click.Choice(["auto", "always", "never"]),
        help="When to colour the output. [default: auto]",
    ),
    click.option("-q", "--quiet", is_flag=True, default=None, help="Findings and errors only."),
    click.option("-v", "--verbose", is_flag=True, default=None, help="Say what was judged by."),
)  # fmt: skip

_FILES = (
    click.option(
        "--exclude", multiple=True, metavar="PATTERNS", callback=options.separated,
        help="Leave out these files and folders, instead of the usual ones.",
    ),
    click.option(
        "--extend-exclude", multiple=True, metavar="PATTERNS", callback=options.separated,
        help="Leave out these files and folders, too.",
    ),
    click.option(
        "--force-exclude/--no-force-exclude", default=None,
        help="Leave out excluded files even when they are named. [default: off]",
    ),
    click.option(
        "--respect-gitignore/--no-respect-gitignore", default=None,
        help="Leave out what git ignores. [default: on]",
    ),
    click.option(
        "--stdin-filename", metavar="FILE", help="The name of what comes from standard input."
    ),
    click.option("--show-files", is_flag=True, help="List the files that would be checked."),
)  # fmt: skip

_RUN = (
    click.option(
        "-j", "--jobs", type=click.IntRange(min=1), metavar="N",
        help="How many processes check. [default: one for each processor]",
    ),
    click.option(
        "--file-timeout", type=click.IntRange(min=0), metavar="SECONDS",
        help="Give a file up that takes longer to read; 0 for never. [default: 10]",
    ),
    click.option(
        "--cache-dir", type=click.Path(file_okay=False), metavar="FOLDER",
        help="Keep what is found for the next run here. [default: .gemini_lint_cache]",
    ),
    click.option("--no-cache", is_flag=True, default=None, help="Neither read nor keep results."),
    click.option(
        "--config", "config_file", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
        help="Read this configuration file and no other.",
    ),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option("--disable-noqa", is_flag=True, default=None, help="Ignore # noqa comments."),
    click.option("--show-settings", is_flag=True, help="Show the settings and check nothing."),
)  # fmt: skip


def all_options(command: _Command) -> _Command:
    """Give a command all options of `check`."""
    for option in reversed((*_RULES, *_FACTS, *_OUTPUT, *_FILES, *_RUN)):
        command = option(command)
    return command


def configuration(given: Mapping[str, Any]) -> Configuration:
    """Return what finds the settings of files, with those of the command line."""
    from gemini_lint.rules import registry

    if given["config_file"] is not None and given["isolated"]:
        raise click.UsageError("--config names a file, and --isolated reads none.")
    overrides = {
        name: value for name, value in given.items() if name in _SETTINGS and value is not None
    }
    return Configuration(overrides, registry.selectors(), given["config_file"], given["isolated"])


def run_options(given: Mapping[str, Any], configured: Mapping[str, Any]) -> RunOptions:
    """Return what the command line asks for; what it does not say, a configuration file may."""
    chosen = {name: value for name, value in given.items() if value is not None}
    known = {**configured, **chosen}
    return RunOptions(
        **{name: known[name] for name in RunOptions.__struct_fields__ if name in known}
    )
