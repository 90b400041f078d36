"""Findings that are known and shall not be reported again.

They are recognised by what they say and by the source around them, not by line numbers: code
that moves stays known. They are counted: one more copy is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any

from msgspec import Struct, field
from msgspec.structs import astuple, replace

from gemini_lint import atomic
from gemini_lint.findings import Finding, Report
from gemini_lint.masking import without_keys, without_secrets
from gemini_lint.reports.view import LineReader

FORMAT_VERSION = 1
_LONGEST_TEXT = 300
_TEXTS = ("path", "code", "text", "literal", "model")


class BaselineError(Exception):
    """A baseline that cannot be used."""


class Known(Struct, frozen=True, order=True):
    """What a finding is recognised by: its file, from the baseline's folder; the rule; the
    text of the line; what is at fault in it; and the model of the call ("" for none)."""

    path: str
    code: str
    text: str
    literal: str
    model: str


class Baseline(Struct, frozen=True):
    """How often each known finding may occur; paths are relative to `folder`."""

    folder: str
    counts: Mapping[Known, int] = field(default_factory=dict)

    def file(self, known: Known) -> str:
        """Return the path of a known finding's file."""
        return os.path.join(self.folder, known.path)


def folder_of(path: str) -> str:
    """Return the folder that the paths of a baseline are relative to."""
    return os.path.dirname(os.path.abspath(path))


def read(path: str) -> Baseline:
    """Read a baseline; raises BaselineError."""
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
    except OSError as error:
        raise BaselineError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, RecursionError):
        raise BaselineError(_broken(path, "it is not JSON")) from None
    if not isinstance(document, dict) or document.get("tool") != "gemini-lint":
        raise BaselineError(_broken(path, "it is no baseline of gemini-lint"))
    if document.get("version") != FORMAT_VERSION:
        raise BaselineError(_broken(path, f"its version is not {FORMAT_VERSION}"))
    rows = document.get("findings")
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise BaselineError(_broken(path, "its findings are not what `baseline write` writes"))
    counts: Counter[Known] = Counter()
    for row in rows:
        counts[Known(*(row[name] for name in _TEXTS))] += row["count"]
    return Baseline(folder_of(path), counts)


def write(path: str, baseline: Baseline) -> None:
    """Write a baseline, in the same order for the same content."""
    rows = [
        json.dumps({**dict(zip(_TEXTS, astuple(known), strict=True)), "count": count})
        for known, count in sorted(baseline.counts.items())
    ]
    findings = "[\n  " + ",\n  ".join(rows) + "\n ]" if rows else "[]"
    head = f'{{\n "tool": "gemini-lint",\n "version": {FORMAT_VERSION},\n "findings": '
    atomic.write(path, f"{head}{findings}\n}}\n")


def of(findings: Iterable[Finding], line: LineReader, folder: str) -> Baseline:
    """Make a baseline of findings."""
    return Baseline(folder, Counter(_known(finding, line, folder) for finding in findings))


def without_known(report: Report, baseline: Baseline, line: LineReader) -> Report:
    """Leave out the findings that the baseline knows, each as often as it does."""
    left = Counter(baseline.counts)
    new: list[Finding] = []
    for finding in report.findings:
        known = _known(finding, line, baseline.folder)
        if left[known] > 0:
            left[known] -= 1
        else:
            new.append(finding)
    return replace(report, findings=tuple(new))


def expired(
    baseline: Baseline, found: Baseline, is_judged: Callable[[Known], bool]
) -> dict[Known, int]:
    """Return how many of the known findings are no longer found, where that was looked for."""
    gone = Counter(baseline.counts) - Counter(found.counts)
    return {known: count for known, count in sorted(gone.items()) if is_judged(known)}


def _known(finding: Finding, line: LineReader, folder: str) -> Known:
    text, literal = _source(finding, line(finding.span) or "")
    path = _relative(finding.span.path, folder)
    return Known(path, finding.code, text, literal, without_keys(finding.model or ""))


def _source(finding: Finding, line: str) -> tuple[str, str]:
    """Return the line and what is at fault in it, without keys."""
    span = finding.span
    end = span.end_column - 1 if span.line == span.end_line else len(line)
    line = without_secrets(line, finding.code, span.column - 1, end)
    return _squeezed(line), _squeezed(line[span.column - 1 : end])


def _squeezed(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_TEXT]


def _relative(path: str, folder: str) -> str:
    absolute = os.path.abspath(path)
    try:
        relative = os.path.relpath(absolute, folder)
    except ValueError:  # another drive
        relative = absolute
    return PurePath(relative).as_posix()


def _is_row(row: Any) -> bool:
    if not isinstance(row, dict) or not all(isinstance(row.get(name), str) for name in _TEXTS):
        return False
    count = row.get("count")
    return isinstance(count, int) and not isinstance(count, bool) and count > 0


def _broken(path: str, what: str) -> str:
    return f"{path}: {what}; write it anew with `gemini-lint baseline write`"
