"""Measure findings against hand-labelled public code.

    python scripts/corpus.py LABELS CHECKOUTS [--misses] [--alarms] [--only REPO]

LABELS is a JSON file: `date` and `repositories`, each with `repo` (owner/name), `exhaustive`,
`files_covered`, and the labels `expected`, `silent`, `optional`. CHECKOUTS is a folder with one
check-out a repository, named `owner+name`. Neither is part of this project.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from gemini_lint import check_paths
from gemini_lint.findings import Finding
from gemini_lint.settings import Settings

_JUDGED = ("GEM1", "GEM2", "GEM3", "GEM4", "GEM5", "GEM7", "GEM8")
Label = Mapping[str, Any]


@dataclass
class Figures:
    """What was counted over all repositories."""

    expected: int = 0
    found: int = 0
    in_silence: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    judged: int = 0
    alarms: list[str] = field(default_factory=list)


def main() -> int:
    """Measure, and print the figures."""
    arguments = _arguments()
    labels = json.loads(arguments.labels.read_text("utf-8"))
    figures = Figures()
    for repository in labels["repositories"]:
        if arguments.only in repository["repo"]:
            _measure(repository, arguments.checkouts, date.fromisoformat(labels["date"]), figures)
    _print(figures, arguments)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("labels", type=Path)
    parser.add_argument("checkouts", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument("--alarms", action="store_true", help="list the false alarms")
    parser.add_argument("--only", default="", help="repositories whose name holds this")
    return parser.parse_args()


def _measure(repository: Label, checkouts: Path, today: date, figures: Figures) -> None:
    root = checkouts / repository["repo"].replace("/", "+")
    report = check_paths([root], Settings(today=today), jobs=None)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    findings = [(finding, _relative(finding, root)) for finding in report.findings]
    _count_expected(repository, findings, figures)
    _count_silence(repository, findings, figures)
    if repository["exhaustive"]:
        _count_alarms(repository, findings, figures)


def _relative(finding: Finding, root: Path) -> str:
    return Path(finding.span.path).resolve().relative_to(root.resolve()).as_posix()


Placed = tuple[Finding, str]


def _count_expected(repository: Label, findings: list[Placed], figures: Figures) -> None:
    for label in repository["expected"]:
        figures.expected += 1
        if any(_matches(finding, path, label) for finding, path in findings):
            figures.found += 1
        else:
            figures.misses.append(_shown(repository, label, label.get("note") or ""))


def _matches(finding: Finding, path: str, label: Label) -> bool:
    alternatives = [label, *({**label, **other} for other in label.get("also") or ())]
    return any(_is_at(finding, path, one) for one in alternatives)


def _is_at(finding: Finding, path: str, label: Label) -> bool:
    if path != label["path"] or finding.code != label["code"]:
        return False
    if not _same_cell(finding, label):
        return False
    return abs(finding.span.line - int(label["line"])) <= 1


def _same_cell(finding: Finding, label: Label) -> bool:
    cells = (label.get("cell"), label.get("code_cell"))
    return finding.span.cell is None or finding.span.cell in cells


def _count_silence(repository: Label, findings: list[Placed], figures: Figures) -> None:
    for finding, path in findings:
        for label in repository["silent"]:
            if _in_range(finding, path, label):
                figures.in_silence.append(_told(repository, finding, path))


def _in_range(finding: Finding, path: str, label: Label) -> bool:
    codes: Iterable[str] = label["codes"]
    return (
        path == label["path"]
        and _same_cell(finding, label)
        and int(label["line_start"]) <= finding.span.line <= int(label["line_end"])
        and any(code == "*" or finding.code.startswith(code) for code in codes)
    )


def _count_alarms(repository: Label, findings: list[Placed], figures: Figures) -> None:
    for finding, path in _judged(repository, findings):
        figures.judged += 1
        known = any(_matches(finding, path, label) for label in repository["expected"])
        known = known or any(_in_range(finding, path, item) for item in repository["optional"])
        if not known:
            figures.alarms.append(_told(repository, finding, path))


def _judged(repository: Label, findings: list[Placed]) -> Iterator[Placed]:
    covered = repository["files_covered"]
    for finding, path in findings:
        everywhere = "*" in covered
        if (path in covered or (everywhere and not _is_test(path))) and (
            finding.code.startswith(_JUDGED)
        ):
            yield finding, path


def _is_test(path: str) -> bool:
    parts = path.split("/")
    name = parts[-1]
    return "tests" in parts[:-1] or name.startswith("test_") or name.endswith("_test.py")


def _shown(repository: Label, label: Label, note: str) -> str:
    cell = f"cell {label['cell']}:" if label.get("cell") else ""
    return f"{repository['repo']} {label['path']}:{cell}{label['line']} {label['code']} {note}"


def _told(repository: Label, finding: Finding, path: str) -> str:
    span = finding.span
    cell = f"cell {span.cell}:" if span.cell else ""
    return f"{repository['repo']} {path}:{cell}{span.line} {finding.code} {finding.message}"


def _print(figures: Figures, arguments: argparse.Namespace) -> None:
    share = 100 * figures.found / max(figures.expected, 1)
    print(f"expected findings: {figures.found} of {figures.expected} ({share:.1f} %)")
    print(f"findings in silent ranges: {len(figures.in_silence)}")
    share = 100 * len(figures.alarms) / max(figures.judged, 1)
    print(
        "false alarms in exhaustive files: "
        f"{len(figures.alarms)} of {figures.judged} ({share:.1f} %)"
    )
    for line in figures.in_silence:
        print("SILENT ", line)
    for line in figures.misses if arguments.misses else ():
        print("MISS   ", line)
    for line in figures.alarms if arguments.alarms else ():
        print("ALARM  ", line)


if __name__ == "__main__":
    sys.exit(main())
