"""Delivers a report: files first, then standard output, which may be closed early."""

from __future__ import annotations

import os
import sys

import click

from gemini_lint.cli import outputs, terminal
from gemini_lint.cli.check_options import RunOptions
from gemini_lint.cli.outputs import Output
from gemini_lint.findings import Report
from gemini_lint.reports import FOR_PEOPLE, job_summary, render
from gemini_lint.reports.summary import statistics
from gemini_lint.reports.view import LineReader, View


def deliver(report: Report, line: LineReader, options: RunOptions) -> bool:
    """Write the report in every format; False where something could not be written."""
    wanted = outputs.chosen(options.output_format, options.output_file)
    lost = [item for item in wanted if item.file and not _to_file(item, report, line, options)]
    written = not lost and _job_summary(wanted, report)
    shown = next((item for item in wanted if item.file is None), None)
    if shown is None and lost:
        # rather in the wrong place than nowhere
        shown = Output(lost[0].output_format, None)
    if shown is not None:
        written = outputs.print_lines(_lines(shown, report, line, options)) and written
    if options.statistics and not any(item.output_format in FOR_PEOPLE for item in wanted):
        click.echo("\n".join(statistics(report)), err=True)
    return written


def _to_file(output: Output, report: Report, line: LineReader, options: RunOptions) -> bool:
    assert output.file is not None
    written = outputs.write_file(output.file, _lines(output, report, line, options))
    if written and options.verbose:
        click.echo(f"{output.output_format} written to {output.file}", err=True)
    return written


def _lines(output: Output, report: Report, line: LineReader, options: RunOptions) -> list[str]:
    on_screen = output.file is None
    view = View(
        color=on_screen and terminal.is_coloured(options.color, sys.stdout),
        line=line,
        links=on_screen and options.color != "never" and terminal.has_links(sys.stdout),
    )
    lines = [*render(output.output_format, report, view)]
    if options.statistics and output.output_format in FOR_PEOPLE:
        lines += statistics(report)
    return lines


def _job_summary(wanted: tuple[Output, ...], report: Report) -> bool:
    """Add to the page of a GitHub job, where annotations are asked for."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file or not any(item.output_format == "github" for item in wanted):
        return True
    return outputs.write_file(file, job_summary.render(report), append=True)
