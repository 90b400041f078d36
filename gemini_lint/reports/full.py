"""Each finding with its source line, what happens, how the fact is known, and a remedy."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.findings import Finding, Report
from gemini_lint.masking import without_secrets
from gemini_lint.regexes import regex
from gemini_lint.reports.concise import headline
from gemini_lint.reports.text import printable, width
from gemini_lint.reports.view import View
from gemini_lint.rules import pages, registry

_LONGEST_LINE = 120
_CONTEXT_BEFORE = 30
_LONGEST_REMEDY = 3
# Rules about many models, parameters or values, of which their pages mend only one.
_OF_MANY = frozenset(
    {
        "GEM110", "GEM111", "GEM112", "GEM113", "GEM114", "GEM115", "GEM116", "GEM117", "GEM118",
        "GEM201", "GEM202", "GEM203", "GEM204", "GEM205", "GEM206", "GEM207", "GEM208", "GEM209",
        "GEM303", "GEM501", "GEM502", "GEM503", "GEM504", "GEM801", "GEM802",
    }
)  # fmt: skip
_WORD = regex(r"[^\W\d][\w./-]*")
# Messages quote the value at fault, which is what the line must not give.
_AT_FAULT = regex(r" '[^']*'")


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
    shown = without_secrets(line, finding.code, start, end)
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
    """Show what the rule's page does instead, where that is short enough and to the point."""
    remedy = pages.remedy(registry.rule(finding.code).page)
    if len(remedy) > _LONGEST_REMEDY:
        return
    fitting = [line for line in remedy if _fits(line, finding)]
    if fitting:
        yield "  = instead, for example:"
        yield from (f"      {line}" for line in fitting)


def _fits(line: str, finding: Finding) -> bool:
    """Tell whether the message is about what the line gives, lest the two contradict."""
    if finding.code not in _OF_MANY:
        return True
    given = _WORD.findall(line)
    return bool(given) and given[-1].casefold() in _words(
        _AT_FAULT.sub("", finding.message, count=1)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(word.rstrip(".").casefold() for word in _WORD.findall(text))
