"""The lines on standard error after the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gemini_lint.findings import Report
from gemini_lint.wording import plural


def summary(report: Report) -> str:
    """Say in one line what a run found."""
    files = plural(report.files, "file")
    return f"{_found(report)} ({files}, {report.files_with_calls} with Gemini calls)"


def statistics(report: Report) -> Iterator[str]:
    """Yield how often each rule was broken, the most frequent one first."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:<6} {code} {name}"


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
