"""The lines on standard error after the findings, and the counts on demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gemini_lint.findings import Report
from gemini_lint.masking import without_keys
from gemini_lint.reports.text import printable
from gemini_lint.wording import plural


def summary(report: Report) -> str:
    """Say in one line what a run found."""
    files = plural(report.files, "file")
    return f"{_found(report)} ({files}, {report.files_with_calls} with Gemini calls)"


def statistics(report: Report) -> Iterator[str]:
    """Yield how many findings each rule and each model has, the most frequent ones first."""
    yield "by rule:"
    yield from _counted(f"{finding.code} {finding.name}" for finding in report.findings)
    yield "by model:"
    yield from _counted(
        printable(without_keys(finding.model)) for finding in report.findings if finding.model
    )


def _counted(items: Iterator[str]) -> Iterator[str]:
    counts = Counter(items)
    for item, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{count:<6} {item}"
    if not counts:
        yield "none"


def _found(report: Report) -> str:
    if not report.findings:
        return "no findings"
    severities = Counter(finding.severity for finding in report.findings)
    counts = [
        plural(severities["error"], "error") if severities["error"] else "",
        plural(severities["warning"], "warning") if severities["warning"] else "",
    ]
    files = plural(len({finding.span.path for finding in report.findings}), "file")
    return f"{', '.join(filter(None, counts))} in {files}"
