"""Programs that say themselves what is found in them.

A line on which something is found ends with a comment for each finding, `# GEM101 at 5`: the
code, and the words of the program that the finding points at. No comment, no finding.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from linting import NOWHERE, TODAY, findings

from gemini_lint import Finding, Settings, check_paths

_MARK = re.compile(r"# (GEM\d{3}) at (.*?)(?= *# GEM\d{3} at |$)")
Found = tuple[int, str, str]


def agrees(source: str, *, path: str = NOWHERE, **settings: Any) -> None:
    """Assert that a program has the findings that its comments announce, and no others."""
    source = textwrap.dedent(source)
    _compare(_found(findings(source, path=path, **settings), source), _announced(source), path)


def project_agrees(folder: Path, files: dict[str, str]) -> None:
    """Assert the same of every file of a project, checked together."""
    for name, source in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(source), encoding="utf-8")
    (folder / "setup.cfg").touch()
    report = check_paths([folder], Settings(today=TODAY))
    assert report.problems == ()
    for name in files:
        path = folder / name
        mine = [item for item in report.findings if Path(item.span.path) == path]
        source = path.read_text(encoding="utf-8")
        _compare(_found(mine, source), _announced(source), name)


def _compare(found: list[Found], announced: list[Found], name: str) -> None:
    missing = [item for item in announced if item not in found]
    unexpected = [item for item in found if item not in announced]
    if missing or unexpected or len(found) != len(announced):
        raise AssertionError(f"{name}: missing {missing}, unexpected {unexpected}")


def _found(found: Iterable[Finding], source: str) -> list[Found]:
    lines = source.splitlines()
    return sorted((item.span.line, item.code, _words(item, lines)) for item in found)


def _words(finding: Finding, lines: list[str]) -> str:
    span = finding.span
    end = span.end_column - 1 if span.end_line == span.line else None
    return lines[span.line - 1][span.column - 1 : end]


def _announced(source: str) -> list[Found]:
    return sorted(
        (number, code, words)
        for number, line in enumerate(source.splitlines(), start=1)
        for code, words in _MARK.findall(line)
    )
