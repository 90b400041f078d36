"""GitLab's code quality report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from gemini_lint.findings import Finding, Report
from gemini_lint.reports.fingerprints import with_fingerprints
from gemini_lint.reports.json_text import json_text
from gemini_lint.reports.view import View

_SEVERITIES = {"error": "major", "warning": "minor"}


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one array of issues."""
    issues = [_issue(finding, mark) for finding, mark in with_fingerprints(report, view)]
    yield json_text(issues)


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    span = finding.span
    return {
        "description": f"{finding.code} {finding.message}",
        "check_name": finding.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": PurePath(span.path).as_posix(),
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
            "lines": {"begin": span.line, "end": span.end_line},
        },
    }
