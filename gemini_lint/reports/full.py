"""Each finding with its source line, what happens, how the fact is known, and a remedy."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.findings import Finding, Report
from gemini_lint.masking import without_keys
from gemini_lint.reports.concise import headline
from gemini_lint.reports.text import masked, printable, width
from gemini_lint.reports.view import View
from gemini_lint.rules import pages, registry

_SECRET_CODES = frozenset({"GEM701", "GEM702"})
_LONGEST_LINE = 120
_CONTEXT_BEFORE = 30
_LONGEST_REMEDY = 3


def render(report: Report, view: View) -> Iterator[str]:
    """Yield a paragraph for each finding."""
    for finding in report.findings:
        yield headline(finding, view)
        yield from _excerpt(finding, view)
        yield from (f"  = {view.link(printable(note))}" for note in _notes(finding))
        yield from _remedy(finding)
        yield f"  = more: gemini-lint rule {finding.code}"
        yield ""


def _excerpt(finding: Finding, view: View) -> Iterator[str]:
    line = view.line(finding.span)
    if line is None:
        return
    start = finding.span.column - 1
    end = finding.span.end_column - 1 if finding.span.line == finding.span.end_line else len(line)
    line, start, end = _cropped(_safe_line(finding, line, start, end), start, end)
    number = str(finding.span.line)
    gutter = " " * len(number)
    marks = " " * width(line[:start]) + "^" * max(1, width(line[start:end]))
    yield f"  {gutter} |"
    yield f"  {number} | {line}".rstrip()
    yield f"  {gutter} | {view.style(marks, 'red', bold=True)}"


def _safe_line(finding: Finding, line: str, start: int, end: int) -> str:
    """Keep the length of the line, so that the marks stay below what they mark."""
    shown = without_keys(line)
    if finding.code in _SECRET_CODES:
        shown = masked(shown, start, end)
    return "".join(character if character.isprintable() else " " for character in shown)


def _cropped(line: str, start: int, end: int) -> tuple[str, int, int]:
    if len(line) <= _LONGEST_LINE:
        return line, start, min(end, len(line))
    first = max(0, start - _CONTEXT_BEFORE)
    shown = line[first : first + _LONGEST_LINE]
    return shown, start - first, min(end - first, len(shown))


def _notes(finding: Finding) -> Iterator[str]:
    if finding.outcome:
        yield f"outcome: {finding.outcome}"
    yield from (f"source: {source}" for source in finding.source)


def _remedy(finding: Finding) -> Iterator[str]:
    """Show what the rule's page does instead, where that is short enough."""
    remedy = pages.remedy(registry.rule(finding.code).page)
    if 0 < len(remedy) <= _LONGEST_REMEDY:
        yield "  = instead, for example:"
        yield from (f"      {line}" for line in remedy)
