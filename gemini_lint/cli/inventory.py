"""`gemini-lint inventory`: every call that is found, one a line."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from gemini_lint.cli import check_options, shared_options
from gemini_lint.cli.catalog_notices import notices
from gemini_lint.cli.progress import Progress
from gemini_lint.cli.table import Column, table
from gemini_lint.configuration.config import ConfigError
from gemini_lint.masking import without_keys
from gemini_lint.reports.text import printable
from gemini_lint.wording import plural

if TYPE_CHECKING:
    from gemini_lint.catalog import State
    from gemini_lint.engine.entries import Entry, NamedModel
    from gemini_lint.inventory import Inventory

_FORMAT_VERSION = 1
_UNKNOWN = "unknown"
_COLUMNS = (
    Column("place", 20, keeps_end=True),
    Column("library", 11, rank=3),
    Column("backend", 10, rank=1),
    Column("version", 12, rank=2),
    Column("method", 12),
    Column("model", 20),
    Column("state", 20),
    Column("parameters", 12, rank=4),
)
_HEADER = (
    "path", "cell", "line", "column", "library", "function", "method", "backend",
    "backend_source", "api_version", "api_version_source", "model", "state", "date",
    "replacement", "parameters",
)  # fmt: skip
# A spreadsheet takes what begins so for a formula.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@shared_options.shared_with_check(shared_options.PATHS | shared_options.FACTS)
@click.command("inventory")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json", "csv"]), default="text",
    show_default=True, help="How the calls are written.",
)  # fmt: skip
def command(paths: tuple[str, ...], output_format: str, **given: Any) -> None:
    """List every call of the Gemini API: where it is, what it asks, and of which model."""
    from gemini_lint.inventory import take

    try:
        configuration = check_options.configuration(given)
        options = shared_options.run_options(given, configuration.run_options())
        progress = Progress()
        found = take(
            paths or (".",), configuration.settings_for, jobs=options.jobs, progress=progress,
            file_timeout=options.file_timeout,
        )  # fmt: skip
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    progress.clear()
    for line in _FORMATS[output_format](found):
        click.echo(without_keys(line))
    _tell(found, quiet=options.quiet)
    sys.exit(2 if found.problems else 0)


def _tell(found: Inventory, *, quiet: bool) -> None:
    for problem in (*found.warnings, *(f"{item}; not read" for item in found.unread)):
        click.echo(f"warning: {printable(problem)}", err=True)
    for problem in found.problems:
        click.echo(f"error: {printable(problem)}", err=True)
    for notice in notices(found.today, quiet=quiet):
        click.echo(printable(notice), err=True)
    if not quiet:
        holding = len({entry.span.path for entry in found.entries})
        said = f"{plural(len(found.entries), 'call')} in {plural(holding, 'file')}"
        click.echo(f"{said} ({plural(found.files, 'file')} read)", err=True)


def _as_text(found: Inventory) -> Iterator[str]:
    if not found.entries:
        return iter(())
    return table(_COLUMNS, [tuple(map(_safe, _row(entry))) for entry in found.entries])


def _row(entry: Entry) -> tuple[str, ...]:
    span, version = entry.span, entry.version
    cell = "" if span.cell is None else f":cell {span.cell}"
    source = version.detail or version.source
    return (
        f"{span.path}{cell}:{span.line}:{span.column}",
        entry.library,
        _backends(entry),
        _UNKNOWN if version.source == _UNKNOWN else f"{version.name or _UNKNOWN} ({source})",
        entry.method or f"{entry.function}(…)",
        " or ".join(_model_names(entry)),
        "; ".join(_said(model) for model in entry.models),
        ", ".join(_parameters(entry)),
    )


def _model_names(entry: Entry) -> Iterator[str]:
    yield from (model.name or '""' for model in entry.models)
    if entry.other_models:
        yield _UNKNOWN


def _backends(entry: Entry) -> str:
    return " or ".join(entry.backends)


def _parameters(entry: Entry) -> Iterator[str]:
    yield from dict.fromkeys(parameter.name for parameter in entry.parameters)
    if entry.other_parameters:
        yield "…"


def _said(model: NamedModel) -> str:
    """Say what a model is, once where that holds for all backends."""
    if not model.states:
        return "not in the catalogue"
    said = {backend: _state(state) for backend, state in model.states}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return ", ".join(f"{text} on {backend}" for backend, text in said.items())


def _state(state: State) -> str:
    if state.kind == "routed":
        return f"routed to {state.routes_to}"
    earliest = "earliest " if state.earliest else ""
    on = "" if state.date is None else f" {earliest}{state.date.isoformat()}"
    remedy = f", use {state.replacement}" if state.is_dead and state.replacement else ""
    return f"{state.kind}{on}{remedy}"


def _as_csv(found: Inventory) -> Iterator[str]:
    yield _csv_line(_HEADER)
    yield from (_csv_line(_cells(entry)) for entry in found.entries)


def _cells(entry: Entry) -> tuple[str, ...]:
    span, version = entry.span, entry.version
    states = [state for model in entry.models for _, state in model.states]
    return (
        span.path,
        "" if span.cell is None else str(span.cell),
        str(span.line),
        str(span.column),
        entry.library,
        entry.function,
        entry.method or "",
        _backends(entry),
        entry.backend_source,
        version.name or _UNKNOWN,
        version.detail or version.source,
        " or ".join(_model_names(entry)),
        "; ".join(_said(model) for model in entry.models),
        _joined(state.date.isoformat() for state in states if state.date),
        _joined(state.replacement for state in states if state.is_dead and state.replacement),
        ", ".join(parameter.path for parameter in entry.parameters),
    )


def _joined(items: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(items))


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([_no_formula(_safe(cell)) for cell in cells])
    return line.getvalue()


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def _safe(text: str) -> str:
    return printable(without_keys(text))


def _as_json(found: Inventory) -> Iterator[str]:
    yield json.dumps(
        {
            "version": _FORMAT_VERSION,
            "today": found.today.isoformat(),
            "calls": [_object(entry) for entry in found.entries],
            "summary": {
                "calls": len(found.entries),
                "files": found.files,
                "files_with_calls": found.files_with_calls,
            },
        },
        indent=2,
    )


def _object(entry: Entry) -> dict[str, object]:
    span, version = entry.span, entry.version
    return {
        "path": span.path,
        "cell": span.cell,
        "line": span.line,
        "column": span.column,
        "library": entry.library,
        "function": entry.function,
        "method": entry.method,
        "backends": list(entry.backends),
        "backend_source": entry.backend_source,
        "api_version": version.name,
        "api_version_source": version.source,
        "sdk_requirement": version.detail or None,
        "models": [_model_object(model) for model in entry.models],
        "other_models": entry.other_models,
        "parameters": [
            {"path": item.path, "name": item.name, "values": [*item.values]}
            for item in entry.parameters
        ],
        "other_parameters": entry.other_parameters,
    }


def _model_object(model: NamedModel) -> dict[str, object]:
    return {
        "name": without_keys(model.name),
        "states": {backend: _state_object(state) for backend, state in model.states},
    }


def _state_object(state: State) -> dict[str, object]:
    return {
        "state": state.kind,
        "date": state.date.isoformat() if state.date else None,
        "earliest": state.earliest,
        "routes_to": state.routes_to,
        "replacement": state.replacement,
    }


_FORMATS = {"text": _as_text, "json": _as_json, "csv": _as_csv}
