"""One finding a line, in flake8's shape."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.findings import Finding, Report, Span
from gemini_lint.reports.text import printable
from gemini_lint.reports.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one line for each finding."""
    return (headline(finding, view) for finding in report.findings)


def headline(finding: Finding, view: View) -> str:
    """Say a finding in one line."""
    color = "red" if finding.severity == "error" else "yellow"
    code = view.style(finding.code, color, bold=True)
    name = view.style(f"[{finding.name}]", "cyan")
    return f"{position(finding.span, view)} {code} {printable(finding.message)} {name}"


def position(span: Span, view: View) -> str:
    """Say where a finding is, so that editors and terminals recognise it."""
    cell = "" if span.cell is None else f":cell {span.cell}"
    path = view.style(printable(span.path), bold=True)
    return f"{path}{cell}:{span.line}:{span.column}:"
