"""The findings as a table in Markdown, for the page of a job on GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gemini_lint.findings import Finding, Report
from gemini_lint.reports.concise import position
from gemini_lint.reports.summary import summary
from gemini_lint.reports.text import printable
from gemini_lint.reports.view import View
from gemini_lint.wording import plural

# a page holds at most a mebibyte
_LONGEST = 500


def render(report: Report) -> Iterator[str]:
    """Yield the lines, errors first."""
    yield "### gemini-lint"
    yield ""
    yield _escaped(summary(report))
    if report.findings:
        yield ""
        yield "| | where | rule | what |"
        yield "|---|---|---|---|"
    ordered = sorted(report.findings, key=lambda finding: finding.severity != "error")
    yield from (_row(finding) for finding in ordered[:_LONGEST])
    if len(ordered) > _LONGEST:
        yield ""
        yield f"{plural(len(ordered) - _LONGEST, 'more finding')}"
    yield ""


def _row(finding: Finding) -> str:
    place = position(finding.span, View()).removesuffix(":")
    cells = (finding.severity, place, f"{finding.code} {finding.name}", finding.message)
    return f"| {' | '.join(_escaped(printable(cell)) for cell in cells)} |"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|~@&])", r"\\\1", text)
