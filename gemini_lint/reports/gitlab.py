"""GitLab's code quality report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from gemini_lint.findings import Finding, Report, Span
from gemini_lint.reports.file_lines import file_lines
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
        "location": _location(span),
    }


def _location(span: Span) -> dict[str, object]:
    first, last = file_lines(span) or (1, 1)
    location: dict[str, object] = {
        "path": PurePath(span.path).as_posix(),
        "lines": {"begin": first, "end": last},
    }
    if span.cell is None:  # else the columns are those of the cell, not of the file
        location["positions"] = {
            "begin": {"line": first, "column": span.column},
            "end": {"line": last, "column": span.end_column},
        }
    return location
