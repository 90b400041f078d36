"""`gemini-lint check`: find the calls, and report what will fail."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import asdict

from gemini_lint.cli import check_options, outputs
from gemini_lint.cli.catalog_notices import notices
from gemini_lint.cli.check_options import RunOptions
from gemini_lint.cli.delivery import deliver
from gemini_lint.cli.outputs import print_lines
from gemini_lint.cli.progress import Progress
from gemini_lint.configuration.config import ConfigError, Configuration
from gemini_lint.reports.summary import summary
from gemini_lint.reports.text import printable
from gemini_lint.reports.view import LineReader

if TYPE_CHECKING:
    from gemini_lint.baseline import Baseline
    from gemini_lint.findings import Report
    from gemini_lint.settings import Settings, SettingsFor

_STANDARD_INPUT = "-"


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@check_options.all_options
def command(paths: tuple[str, ...], **given: Any) -> None:
    """Check files and folders (the current one by default; "-" is standard input)."""
    if _STANDARD_INPUT in paths and len(paths) > 1:
        raise click.UsageError("Standard input (-) cannot be checked together with other paths.")
    try:
        _run(paths or (".",), given)
    except ConfigError as error:
        raise click.UsageError(str(error)) from None


class _Run(Struct, frozen=True):
    """A run as it is asked for, and the findings that are known before it."""

    options: RunOptions
    configuration: Configuration
    known: Baseline | None


def _run(paths: tuple[str, ...], given: Mapping[str, Any]) -> None:
    configuration = check_options.configuration(given)
    settings_for = configuration.settings_for
    options = check_options.run_options(given, configuration.run_options())
    outputs.chosen(options.output_format, options.output_file)
    run = _Run(options, configuration, _known(options.baseline))
    if options.show_settings:
        _print_all(_shown_settings(settings_for(os.path.join(paths[0], "x.py"))))
    elif options.show_files:
        _show_files(paths, settings_for)
    elif paths == (_STANDARD_INPUT,):
        _check_standard_input(run)
    else:
        _check_paths(paths, run)


def _print_all(lines: Iterable[str]) -> None:
    if not print_lines(lines):
        sys.exit(2)


def _known(file: str | None) -> Baseline | None:
    if not file:
        return None
    from gemini_lint.cli import baseline_file

    return baseline_file.opened(file)


def _check_paths(paths: Iterable[str], run: _Run) -> None:
    from gemini_lint.check import check_paths
    from gemini_lint.reports.lines import line_on_disk

    options = run.options
    progress = Progress(hidden=options.quiet)
    report = check_paths(
        paths, run.configuration.settings_for, jobs=options.jobs, progress=progress,
        cache=None if options.no_cache else options.cache_dir, file_timeout=options.file_timeout,
    )  # fmt: skip
    progress.clear()
    _finish(report, line_on_disk(), run)


def _check_standard_input(run: _Run) -> None:
    from gemini_lint.check import check_data
    from gemini_lint.findings import Report
    from gemini_lint.reports.lines import line_of
    from gemini_lint.sources import is_force_excluded

    path = run.options.stdin_filename or _STANDARD_INPUT
    settings = run.configuration.settings_for(path)
    data = sys.stdin.buffer.read()
    if is_force_excluded(path, settings):
        report = Report((), settings.today or date.today())
    else:
        report = check_data(data, path, settings, file_timeout=run.options.file_timeout)
    _finish(report, line_of(data, path), run)


def _finish(report: Report, line: LineReader, run: _Run) -> None:
    options, found = run.options, len(report.findings)
    if run.known is not None:
        from gemini_lint.baseline import without_known

        report = without_known(report, run.known, line)
    delivered = deliver(report, line, options)
    for problem in () if options.quiet else report.warnings:
        click.echo(f"warning: {printable(problem)}", err=True)
    for problem in report.problems:
        click.echo(f"error: {printable(problem)}", err=True)
    if report.files_with_calls:  # a catalogue that was not looked into cannot have misled
        for notice in notices(report.today, quiet=options.quiet):
            click.echo(printable(notice), err=True)
    if options.verbose and not options.quiet:
        click.echo(_basis(report, run.configuration), err=True)
    if not options.quiet:
        known = found - len(report.findings)
        left_out = f"; {known} more known from {options.baseline}" if known else ""
        click.echo(f"{summary(report)}{left_out}", err=True)
    sys.exit(_status(report, options) if delivered else 2)


def _status(report: Report, options: RunOptions) -> int:
    if report.problems:
        return 2
    failing = {"error"} if options.fail_on == "error" else {"error", "warning"}
    is_failing = any(finding.severity in failing for finding in report.findings)
    return int(is_failing and not options.exit_zero)


def _basis(report: Report, configuration: Configuration) -> str:
    from gemini_lint.catalog import load

    files = ", ".join(map(printable, configuration.files())) or "none"
    catalog = load().date.isoformat()
    return f"judged as of {report.today}, catalogue of {catalog}, configuration: {files}"


def _show_files(paths: Iterable[str], settings_for: SettingsFor) -> None:
    from gemini_lint.sources import PathError, find_files

    problems: list[PathError] = []

    def shown() -> Iterator[str]:
        for found in find_files(paths, settings_for):
            if isinstance(found, PathError):
                problems.append(found)
            else:
                yield printable(found)

    _print_all(shown())
    for problem in problems:
        click.echo(f"error: {printable(problem.path)}: {problem.message}", err=True)
    if problems:
        sys.exit(2)


def _shown_settings(settings: Settings) -> Iterator[str]:
    """Yield the settings as lines of a configuration file."""
    for name, value in asdict(settings).items():
        key = name.replace("_", "-")
        if name == "root":
            continue
        if value is None:
            yield f"# {key} is not set"
        elif name == "per_file_ignores":
            pairs = (f"{_as_toml(pattern)} = {_as_toml(codes)}" for pattern, codes in value)
            yield f"{key} = {{{', '.join(pairs)}}}"
        else:
            yield f"{key} = {_as_toml(value)}"


def _as_toml(value: object) -> str:
    import json

    if isinstance(value, tuple):
        return f"[{', '.join(map(_as_toml, value))}]"
    return json.dumps(value if isinstance(value, (bool, int, str)) else str(value))
