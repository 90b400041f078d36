"""Leaves out what comments and per-file-ignores silence, and finds comments that silence
nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.findings import Finding, Span
from gemini_lint.masking import without_keys
from gemini_lint.patterns import is_matched
from gemini_lint.rules import registry
from gemini_lint.settings import Settings, SettingsFor
from gemini_lint.sources import Source
from gemini_lint.suppression.suppression import Suppression
from gemini_lint.suppression.suppressions import Suppressions

SourceFor = Callable[[str], "Source | None"]

_UNUSED = "GEM002"
_COMMENTS = ("https://flake8.pycqa.org/en/latest/user/violations.html (2026-11-22)",)


class _File(Struct, frozen=True):
    """A file in which something was found, or whose comments are to be judged."""

    path: str
    source: Source | None
    suppressions: Suppressions
    settings: Settings

    def line(self, finding: Finding) -> int:
        """Return the line in the program, which for a notebook is not that in the cell."""
        span = finding.span
        if span.cell is None or self.source is None or self.source.cells is None:
            return span.line
        return self.source.cells.program_line(span.cell, span.line)


def silenced(
    findings: Iterable[Finding],
    read: Iterable[str],
    settings_for: SettingsFor,
    source_for: SourceFor,
    now: date,
) -> Iterator[Finding]:
    """Yield the findings that nothing silences, and those about the comments.

    `read` are the files whose calls were looked for: only there can a comment be unused.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.span.path, []).append(finding)
    judged = {path for path in read if _UNUSED in registry.selected(settings_for(path))}
    for path in by_path.keys() | judged:
        file = _file(path, settings_for(path), source_for, now)
        found = by_path.get(path, [])
        about_comments = _unused(file, found) if path in judged else ()
        for finding in (*_heard(file, found), *about_comments):
            if not _is_ignored(finding, file.settings):
                yield finding


def _file(path: str, settings: Settings, source_for: SourceFor, now: date) -> _File:
    source = source_for(path)
    text = source.text if source is not None else ""
    today = settings.today or now
    suppressions = Suppressions.of(text, today, noqa=not settings.disable_noqa)
    return _File(path, source, suppressions, settings)


def _heard(file: _File, findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        line = file.line(finding)
        if file.suppressions.hides(finding, line):
            continue
        note = file.suppressions.note(finding, line)
        yield (
            replace(finding, message=without_keys(f"{finding.message} ({note})"))
            if note
            else finding
        )


def _is_ignored(finding: Finding, settings: Settings) -> bool:
    return any(
        finding.code in registry.codes(selector)
        for pattern, selectors in settings.per_file_ignores
        if is_matched(finding.span.path, (pattern,), settings.root)
        for selector in selectors
    )


def _unused(file: _File, findings: Iterable[Finding]) -> Iterator[Finding]:
    if file.suppressions.skips_file:
        return
    found = [(finding, file.line(finding)) for finding in findings]
    ran = registry.selected(file.settings)
    for entry in file.suppressions.unused(found, registry.names(), ran):
        yield _about_comment(file, entry)


def _about_comment(file: _File, entry: Suppression) -> Finding:
    rule = registry.rule(_UNUSED).rule
    comment = "noqa" if entry.is_noqa else "ignore"
    reason = entry.fault or f"{comment} of {entry.selector} silences nothing"
    return Finding(
        span=_span(file, entry),
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=without_keys(reason),
        outcome="it would hide the next fault on its line",
        source=_COMMENTS,
        url=_COMMENTS[0].partition(" ")[0],
    )


def _span(file: _File, entry: Suppression) -> Span:
    cell, line = None, entry.line
    if file.source is not None and file.source.cells is not None:
        cell, line, _ = file.source.cells.locate(entry.line, entry.column)
    return Span(file.path, cell, line, entry.column, line, entry.end_column)
