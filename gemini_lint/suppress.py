"""Comments that silence findings: `# noqa`, `# gemini-lint: ignore[…]` and skip-file.

`# noqa` is read exactly as flake8 reads it, searched for in the text of the lines that count
as one, strings included. gemini-lint's own comments are real comments only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from gemini_lint.findings import Finding

if TYPE_CHECKING:
    from gemini_lint.lines import Comment, Lines

# flake8's own expression (flake8.defaults.NOQA_INLINE_REGEXP) and separators.
_NOQA = re.compile(r"# noqa(?::[\s]?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_NOQA_CODE = re.compile(r"[^,\s]+")

_IGNORE = re.compile(r"#\s*gemini-lint:\s*ignore\b(?:\[(?P<selectors>[^\]]*)\])?(?P<rest>[^#]*)")
_SKIP_FILE = re.compile(r"#\s*gemini-lint:\s*skip-file\b")
# `until 2027-03-01` is a date that was meant; "until the migration is done" is a reason.
_UNTIL = re.compile(r"\buntil(?P<sign>\s*[=:]\s*|\s+(?=\d))(?P<date>[^\s,;)]*)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PREFIX = re.compile(r"GEM\d{0,3}", re.IGNORECASE)


class Suppression(Struct, frozen=True):
    """One selector of one comment, and the lines from `first` to `last` that it holds for.

    `selector` is empty for a `# noqa` without codes. `fault` says why it silences nothing.
    Places are lines and columns of the program, from 1, the end exclusive.
    """

    selector: str
    first: int
    last: int
    line: int
    column: int
    end_column: int
    is_noqa: bool
    until: date | None = None
    fault: str = ""

    def covers(self, line: int) -> bool:
        """Tell whether a line is among those that it holds for."""
        return self.first <= line <= self.last

    def selects(self, code: str, name: str) -> bool:
        """Tell whether a rule is the one that it names, by code, prefix or name."""
        if self.is_noqa:
            return code.startswith(self.selector)
        if _PREFIX.fullmatch(self.selector):
            return code.startswith(self.selector.upper())
        return name == self.selector.lower()


class Suppressions(Struct, frozen=True):
    """The suppressions of one file, as they hold on `today`."""

    entries: tuple[Suppression, ...]
    today: date
    skips_file: bool = False

    @classmethod
    def of(cls, text: str, today: date, *, noqa: bool = True) -> Suppressions:
        """Read the comments of a program; without `noqa`, gemini-lint's own ones only."""
        lowered = text.lower()
        has_own, has_noqa = "gemini-lint:" in lowered, noqa and "# noqa" in lowered
        if not has_own and not has_noqa:
            return cls((), today)
        from gemini_lint.lines import Lines

        lines = Lines.of(text)
        own = _own(lines) if has_own else ()
        entries = (*(_noqa(lines) if has_noqa else ()), *own)
        return cls(entries, today, has_own and _skips_file(lines))

    def hides(self, finding: Finding, line: int | None = None) -> bool:
        """Tell whether a finding is silenced; `line` is its line in a notebook's program."""
        if self.skips_file:
            return True
        return any(self._is_in_force(entry) for entry in self._about(finding, line))

    def note(self, finding: Finding, line: int | None = None) -> str:
        """Say why a comment that names the finding does not silence it, if one does."""
        for entry in self._about(finding, line):
            if entry.fault:
                return f"not silenced: {entry.fault}"
            if not self._is_in_force(entry):
                return f"was silenced until {entry.until}"
        return ""

    def faulty(self) -> Iterator[Suppression]:
        """Yield the suppressions that silence nothing, whatever is found."""
        return (entry for entry in self.entries if entry.fault)

    def unused(
        self,
        found: Iterable[tuple[Finding, int]],
        names: Mapping[str, str],
        ran: Collection[str],
    ) -> Iterator[Suppression]:
        """Yield each selector that silences nothing.

        `found` are all findings before suppression, with their lines in the program; `names`
        the names of all rules by code; `ran` the codes of the rules that were run: a
        selector of another rule may well be used.
        """
        findings = list(found)
        for entry in self.entries:
            if entry.is_noqa and not entry.selector.startswith("GEM"):
                continue
            selected = {code for code, name in names.items() if entry.selects(code, name)}
            if selected and not selected & set(ran):
                continue
            if not self._is_in_force(entry) or not _is_used(entry, findings):
                yield entry

    def _about(self, finding: Finding, line: int | None) -> Iterator[Suppression]:
        where = finding.span.line if line is None else line
        for entry in self.entries:
            if entry.covers(where) and entry.selects(finding.code, finding.name):
                yield entry

    def _is_in_force(self, entry: Suppression) -> bool:
        return not entry.fault and (entry.until is None or self.today <= entry.until)


def _is_used(entry: Suppression, findings: list[tuple[Finding, int]]) -> bool:
    return any(
        entry.covers(line) and entry.selects(finding.code, finding.name)
        for finding, line in findings
    )


def _noqa(lines: Lines) -> Iterator[Suppression]:
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


def _own(lines: Lines) -> Iterator[Suppression]:
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


def _skips_file(lines: Lines) -> bool:
    return any(
        _SKIP_FILE.search(comment.text) and comment.line <= lines.preamble_end
        for comment in lines.comments
    )
