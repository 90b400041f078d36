"""GitHub workflow commands, which become annotations of the changed lines.

GitHub shows ten annotations of a kind for a step and drops the rest silently
(https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations), so the
errors come first and what is left over is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.findings import Finding, Report, Severity
from gemini_lint.reports.file_lines import file_lines
from gemini_lint.reports.text import printable
from gemini_lint.reports.view import View
from gemini_lint.wording import plural

_SHOWN = 10


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the annotations, errors first."""
    del view
    yield from _annotations(report, "error")
    yield from _annotations(report, "warning")


def _annotations(report: Report, severity: Severity) -> Iterator[str]:
    findings = [finding for finding in report.findings if finding.severity == severity]
    yield from (_annotation(finding) for finding in findings[:_SHOWN])
    left = len(findings) - _SHOWN
    if left > 0:
        yield f"::notice title=gemini-lint::{plural(left, 'more ' + severity)}"


def _annotation(finding: Finding) -> str:
    span = finding.span
    properties: dict[str, object] = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": f"{finding.code} {finding.name}",
    }
    if span.line != span.end_line:
        # GitHub takes columns within one line alone
        del properties["col"], properties["endColumn"]
    if span.cell is not None:
        properties = _in_notebook(finding)
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{finding.severity} {written}::{_data(finding.message)}"


def _in_notebook(finding: Finding) -> dict[str, object]:
    """Name the lines of the file, which GitHub shows; columns are those of the cell."""
    span = finding.span
    lines = file_lines(span)
    place = {"line": lines[0], "endLine": lines[1]} if lines else {}
    title = f"{finding.code} {finding.name} (cell {span.cell})"
    return {"file": span.path, **place, "title": title}


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
