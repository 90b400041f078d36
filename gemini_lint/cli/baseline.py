"""`gemini-lint baseline`: the findings that are known and not reported again."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import asdict

from gemini_lint import baseline
from gemini_lint.baseline import Baseline, Known
from gemini_lint.cli import baseline_file, check_options, shared_options
from gemini_lint.cli.progress import Progress
from gemini_lint.configuration.config import ConfigError
from gemini_lint.reports.text import printable
from gemini_lint.wording import plural

if TYPE_CHECKING:
    from gemini_lint.findings import Report
    from gemini_lint.settings import SettingsFor

_FILE = "gemini-lint-baseline.json"


class _Now(Struct, frozen=True):
    """What is found now; `is_judged` tells whether a known finding would have been."""

    found: Baseline
    is_judged: Callable[[Known], bool]


@click.group("baseline")
def command() -> None:
    """Write, prune or show the findings that `check --baseline` leaves out."""


_paths = click.argument("paths", nargs=-1, metavar="[PATHS]...")
_file = click.option(
    "--baseline", "file", type=click.Path(dir_okay=False), metavar="FILE", default=_FILE,
    show_default=True, help="The file of known findings.",
)  # fmt: skip
_like_check = shared_options.shared_with_check(
    shared_options.PATHS | shared_options.FACTS | shared_options.RULES
)


@_like_check
@command.command("write")
@_paths
@_file
def write(paths: tuple[str, ...], file: str, **given: Any) -> None:
    """Make all that is found now known.

    What is known of files that are not among PATHS stays known.
    """
    is_there = os.path.lexists(file)
    before = baseline_file.opened(file) if is_there else Baseline(baseline.folder_of(file))
    now = _look(paths, file, given)
    kept = {item: count for item, count in before.counts.items() if not now.is_judged(item)}
    baseline_file.save(file, Baseline(before.folder, {**kept, **now.found.counts}))
    click.echo(f"{file}: {plural(sum(now.found.counts.values()), 'finding')} written")


@_like_check
@command.command("prune")
@_paths
@_file
def prune(paths: tuple[str, ...], file: str, **given: Any) -> None:
    """Forget what is no longer found."""
    known = baseline_file.opened(file)
    now = _look(paths, file, given)
    gone = baseline.expired(known, now.found, now.is_judged)
    if gone:
        left = {item: count - gone.get(item, 0) for item, count in known.counts.items()}
        found = {item: count for item, count in left.items() if count}
        baseline_file.save(file, Baseline(known.folder, found))
    for item, count in gone.items():
        click.echo(_line(item, count, "expired"))
    click.echo(f"{file}: {plural(sum(gone.values()), 'finding')} removed", err=True)


@_like_check
@command.command("show")
@_paths
@_file
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json"]), default="text",
    show_default=True, help="How the findings are written.",
)  # fmt: skip
def show(paths: tuple[str, ...], file: str, output_format: str, **given: Any) -> None:
    """Show what is known, and which of it is no longer found."""
    known = baseline_file.opened(file)
    now = _look(paths, file, given)
    gone = baseline.expired(known, now.found, now.is_judged)
    if output_format == "json":
        rows = [
            {**asdict(item), "count": count, "expired": gone.get(item, 0)}
            for item, count in sorted(known.counts.items())
        ]
        click.echo(json.dumps(rows, indent=2))
        return
    for line in _lines(known, gone):
        click.echo(line)
    said = f"{plural(sum(known.counts.values()), 'known finding')}, {sum(gone.values())} expired"
    click.echo(said, err=True)


def _look(paths: tuple[str, ...], file: str, given: dict[str, Any]) -> _Now:
    from gemini_lint.check import check_paths
    from gemini_lint.reports.lines import line_on_disk

    progress = Progress()
    try:
        configuration = check_options.configuration(given)
        options = shared_options.run_options(given, configuration.run_options())
        settings_for = configuration.settings_for
        chosen = paths or (".",)
        report = check_paths(
            chosen, settings_for, jobs=options.jobs, progress=progress,
            file_timeout=options.file_timeout,
        )  # fmt: skip
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    progress.clear()
    _stop_at_problems(report)
    found = baseline.of(report.findings, line_on_disk(), baseline.folder_of(file))
    return _Now(found, _judged(chosen, settings_for, found))


def _stop_at_problems(report: Report) -> None:
    """A file that was not checked would seem to have no findings."""
    for problem in report.warnings:
        click.echo(f"warning: {printable(problem)}", err=True)
    for problem in report.problems:
        click.echo(f"error: {printable(problem)}", err=True)
    if report.problems:
        sys.exit(2)


def _judged(
    paths: tuple[str, ...], settings_for: SettingsFor, found: Baseline
) -> Callable[[Known], bool]:
    from gemini_lint.rules import registry
    from gemini_lint.sources import find_files

    files = find_files(paths, settings_for)
    checked = {os.path.realpath(path): path for path in files if isinstance(path, str)}

    def is_judged(known: Known) -> bool:
        file = found.file(known)
        path = checked.get(os.path.realpath(file))
        if path is None:
            return not os.path.exists(file)
        return known.code in registry.selected(settings_for(path))

    return is_judged


def _lines(known: Baseline, gone: dict[Known, int]) -> Iterator[str]:
    for item, count in sorted(known.counts.items()):
        missing = gone.get(item, 0)
        if count > missing:
            yield _line(item, count - missing, "")
        if missing:
            yield _line(item, missing, "expired")


def _line(known: Known, count: int, state: str) -> str:
    times = f" (x{count})" if count > 1 else ""
    mark = f"{state}: " if state else ""
    return printable(f"{mark}{known.path}: {known.code} {known.text}{times}")
