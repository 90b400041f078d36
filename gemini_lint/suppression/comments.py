"""Reads the comments that silence findings.

`# noqa` is read exactly as flake8 reads it, searched for in the text of the lines that count
as one, strings included. gemini-lint's own comments are real comments only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from gemini_lint.regexes import regex
from gemini_lint.suppression.lines import Comment, Lines
from gemini_lint.suppression.suppression import Suppression

# flake8's own expression (flake8.defaults.NOQA_INLINE_REGEXP) and separators.
_NOQA = regex(r"# noqa(?::[\s]?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_NOQA_CODE = regex(r"[^,\s]+")

_IGNORE = regex(r"#\s*gemini-lint:\s*ignore\b(?:\[(?P<selectors>[^\]]*)\])?(?P<rest>[^#]*)")
_SKIP_FILE = regex(r"#\s*gemini-lint:\s*skip-file\b")
# `until 2027-03-01` is a date that was meant; "until the migration is done" is a reason.
_UNTIL = regex(r"\buntil(?P<sign>\s*[=:]\s*|\s+(?=\d))(?P<date>[^\s,;)]*)")
_DATE = regex(r"\d{4}-\d{2}-\d{2}")


def noqa(lines: Lines) -> Iterator[Suppression]:
    """Yield what each `# noqa` silences."""
    for first, last in lines.groups():
        text = lines.text(first, last)
        found = _NOQA.search(text)
        if found is None:
            continue
        if found["codes"] is None:
            yield _noqa_entry("", first, last, text, found.span())
            continue
        for code in _NOQA_CODE.finditer(text, *found.span("codes")):
            yield _noqa_entry(code.group(), first, last, text, code.span())


def _noqa_entry(
    selector: str, first: int, last: int, text: str, span: tuple[int, int]
) -> Suppression:
    line = first + text.count("\n", 0, span[0])
    column = span[0] - text.rfind("\n", 0, span[0])
    end_column = column + span[1] - span[0]
    return Suppression(selector, first, last, line, column, end_column, is_noqa=True)


def own(lines: Lines) -> Iterator[Suppression]:
    """Yield what each comment of gemini-lint's own silences."""
    for comment in lines.comments:
        for found in _IGNORE.finditer(comment.text):
            yield from _of_comment(lines, comment, found)


def _of_comment(lines: Lines, comment: Comment, found: re.Match[str]) -> Iterator[Suppression]:
    first, last = lines.next_statement(comment.line) if comment.alone else lines.group(comment.line)
    until, fault = _until(found["rest"])
    if not (found["selectors"] or "").strip():
        fault, span = "ignore names no rule: write ignore[GEM101]", found.span()
        yield _entry("", (first, last), comment, span, None, fault)
        return
    for selector in re.finditer(r"[^\s,]+", found["selectors"]):
        start = found.start("selectors")
        span = (start + selector.start(), start + selector.end())
        yield _entry(selector.group(), (first, last), comment, span, until, fault)


def _entry(
    selector: str,
    lines: tuple[int, int],
    comment: Comment,
    span: tuple[int, int],
    until: date | None,
    fault: str,
) -> Suppression:
    column, end_column = (comment.column + offset for offset in span)
    return Suppression(selector, *lines, comment.line, column, end_column, False, until, fault)


def _until(rest: str) -> tuple[date | None, str]:
    """Return the last day that a comment names, or what is wrong with it."""
    found = _UNTIL.search(rest)
    if found is None:
        return None, ""
    text = found["date"]
    if found["sign"] == "=" and _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text), ""
        except ValueError:
            return None, f"there is no day {text}"
    written = found.group().strip()
    return None, f'"{written}" is no date: write until=YYYY-MM-DD'


def skips_file(lines: Lines) -> bool:
    """Tell whether a comment at the head of the file silences all of it."""
    return any(
        _SKIP_FILE.search(comment.text) and comment.line <= lines.preamble_end
        for comment in lines.comments
    )
