"""reviewdog's diagnostic format, whose columns count bytes of UTF-8.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from gemini_lint.findings import Finding, Report, Span
from gemini_lint.reports.file_lines import file_lines
from gemini_lint.reports.json_text import json_text
from gemini_lint.reports.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one DiagnosticResult."""
    result = {
        "source": {"name": "gemini-lint"},
        "severity": "WARNING",
        "diagnostics": [_diagnostic(finding, view) for finding in report.findings],
    }
    yield json_text(result)


def _diagnostic(finding: Finding, view: View) -> dict[str, object]:
    return {
        "message": finding.message,
        "location": _location(finding.span, view),
        "severity": finding.severity.upper(),
        "code": {"value": finding.code} | ({"url": finding.url} if finding.url else {}),
    }


def _location(span: Span, view: View) -> dict[str, object]:
    if span.cell is not None:
        lines = file_lines(span)
        if lines is None:
            return {"path": span.path}
        # the columns are those of the cell, not of the file
        start, end = ({"line": line} for line in lines)
        return {"path": span.path, "range": {"start": start, "end": end}}
    last = replace(span, line=span.end_line, column=span.end_column)
    return {"path": span.path, "range": {"start": _point(span, view), "end": _point(last, view)}}


def _point(span: Span, view: View) -> dict[str, int]:
    before = (view.line(span) or "")[: span.column - 1]
    wider = len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": span.line, "column": span.column + wider}
