"""Fingerprints by which a service recognises a finding after lines have moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from gemini_lint.findings import Finding, Report
from gemini_lint.reports.view import View


def with_fingerprints(report: Report, view: View) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a fingerprint that no other one in the report has.

    It holds for the file, the rule and the text of the line, not for the line's number;
    equal ones are told apart by their order.
    """
    seen: Counter[str] = Counter()
    for finding in report.findings:
        line = view.line(finding.span)
        text = finding.message if line is None else line.strip()
        path = PurePath(finding.span.path).as_posix()
        key = "\0".join((path, finding.code, text))
        yield finding, _digest(f"{key}\0{seen[key]}")
        seen[key] += 1


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
