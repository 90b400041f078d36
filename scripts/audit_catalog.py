"""Compare the catalogue of models with what other packages say of them.

    python -m scripts.audit_catalog [--keep FOLDER] [SOURCE …]

Each package is installed, without what it depends on, in a virtual environment that is thrown
away afterwards; its data are read and nothing of it is run. A conflict counts as settled when
the `conflicts` or `notes` of the model's row name the other value, with the reason.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gemini_lint.catalog import documents
from scripts.audited_sources import SOURCES, Claim, Source


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a claim compares: `agrees`, `conflict`, `settled`, `unknown` (the catalogue holds
    no such fact) or `lacking` (it holds no such model)."""

    kind: str
    claim: Claim
    ours: object = None


def main(arguments: list[str]) -> None:
    """Print how the sources compare with the catalogue."""
    parser = argparse.ArgumentParser(description="Compare the catalogue with other packages.")
    parser.add_argument("--keep", type=Path, help="install here, and use what is there already")
    parser.add_argument("--output", type=Path, help="write the figures here, as JSON")
    parser.add_argument("sources", nargs="*", choices=[[], *SOURCES], metavar="SOURCE")
    options = parser.parse_args(arguments)
    rows = {row["id"]: row for row in documents.bundled()["models"]}
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        verdicts = [
            verdict
            for name in options.sources or SOURCES
            for verdict in _audited(SOURCES[name], folder / name, rows)
        ]
    _print_details(verdicts)
    if options.output is not None:
        _write_figures(verdicts, options.output)
    sys.exit(int(any(verdict.kind == "conflict" for verdict in verdicts)))


def _audited(source: Source, folder: Path, rows: dict[str, Any]) -> Iterator[Verdict]:
    site, version = _installed(source, folder)
    found = [_verdict(claim, rows) for claim in dict.fromkeys(source.claims(site))]
    counts = Counter(verdict.kind for verdict in found)
    order = ("agrees", "settled", "conflict", "unknown", "lacking")
    said = ", ".join(f"{counts[kind]} {kind}" for kind in order if counts[kind])
    print(f"{source.package} {version}: {said}")
    yield from found


def _installed(source: Source, folder: Path) -> tuple[Path, str]:
    if not folder.exists():
        venv.create(folder, with_pip=True)
        python = str(folder / "bin" / "python")
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, "--no-deps", source.package], check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    (info,) = site.glob(f"{source.package.replace('-', '_')}-*.dist-info")
    return site, info.name.removesuffix(".dist-info").rpartition("-")[2]


def _verdict(claim: Claim, rows: dict[str, Any]) -> Verdict:
    row = rows.get(claim.model)
    if row is None:
        return Verdict("lacking", claim)
    if claim.fact == "exists":
        return Verdict("agrees", claim)
    ours = row[claim.backend].get("shutdown") if claim.backend else row.get(claim.fact)
    if ours == claim.value:
        return Verdict("agrees", claim, ours)
    if _names_it(row, claim.value):
        return Verdict("settled", claim, ours)
    return Verdict("unknown" if ours is None else "conflict", claim, ours)


def _names_it(row: dict[str, Any], value: object) -> bool:
    text = " ".join([*row.get("conflicts", ()), row.get("notes") or ""]).replace(",", "")
    return str(value) in text


def _write_figures(verdicts: Iterable[Verdict], file: Path) -> None:
    by_source: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        by_source.setdefault(verdict.claim.source, Counter())[verdict.kind] += 1
    rows = {source: dict(counts) for source, counts in sorted(by_source.items())}
    file.write_text(json.dumps(rows, indent=1) + "\n")


def _print_details(verdicts: Iterable[Verdict]) -> None:
    verdicts = list(verdicts)
    for kind, title in (
        ("conflict", "Conflicts without a reason in the data"),
        ("unknown", "Facts that the catalogue does not hold"),
        ("lacking", "Models that the catalogue lacks"),
    ):
        lines = sorted({_line(verdict) for verdict in verdicts if verdict.kind == kind})
        if lines:
            print(f"\n{title}:")
            print("\n".join(f"  {line}" for line in lines))


def _line(verdict: Verdict) -> str:
    claim = verdict.claim
    backend = f" on {claim.backend}" if claim.backend else ""
    if verdict.kind == "lacking":
        return f"{claim.model} ({claim.source})"
    ours = "nothing" if verdict.ours is None else verdict.ours
    return f"{claim.model} {claim.fact}{backend}: {ours}, {claim.source} says {claim.value}"


if __name__ == "__main__":
    main(sys.argv[1:])
