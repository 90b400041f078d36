"""The report for programs: one JSON object."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint import __version__
from gemini_lint.catalog import load
from gemini_lint.findings import Finding, Report
from gemini_lint.reports.json_text import json_text
from gemini_lint.reports.view import View

FORMAT_VERSION = 1


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the object, indented."""
    del view
    yield json_text(as_object(report))


def as_object(report: Report) -> dict[str, object]:
    """Return the whole report."""
    severities = [finding.severity for finding in report.findings]
    return {
        "version": FORMAT_VERSION,
        "tool": {
            "name": "gemini-lint",
            "version": __version__,
            "catalog": load().date.isoformat(),
        },
        "today": report.today.isoformat(),
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {
            "errors": severities.count("error"),
            "warnings": severities.count("warning"),
            "files": report.files,
            "files_with_calls": report.files_with_calls,
        },
    }


def _finding(finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "cell": span.cell,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "outcome": finding.outcome,
        "source": list(finding.source),
        "sdk": finding.sdk,
        "method": finding.method,
        "model": finding.model,
        "api_version": finding.api_version,
        "backend": finding.backend,
        "url": finding.url,
    }
