"""reviewdog's diagnostic format."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gemini_lint.findings import Finding, Report, Span
from gemini_lint.reports.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one DiagnosticResult."""
    del view
    result = {
        "source": {"name": "gemini-lint"},
        "severity": "WARNING",
        "diagnostics": [_diagnostic(finding) for finding in report.findings],
    }
    yield json.dumps(result, indent=2)


def _diagnostic(finding: Finding) -> dict[str, object]:
    return {
        "message": finding.message,
        "location": _location(finding.span),
        "severity": finding.severity.upper(),
        "code": {"value": finding.code} | ({"url": finding.url} if finding.url else {}),
    }


def _location(span: Span) -> dict[str, object]:
    if span.cell is not None:
        # the lines of a notebook's finding are those of a cell, not of the file
        return {"path": span.path}
    start = {"line": span.line, "column": span.column}
    end = {"line": span.end_line, "column": span.end_column}
    return {"path": span.path, "range": {"start": start, "end": end}}
