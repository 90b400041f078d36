"""Generated programs: what the SDK refuses is flagged, and what is right is not.

python -m tests.live.differential --examples 20000 --seed 7
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis.errors import NoSuchExample

from gemini_lint import Finding, Settings, check_source

from .comparing import PATH, Difference, differences
from .programs import Program, programs
from .recording import Recorder
from .running import Outcome, Runner

VERSIONS = {
    "1.75.0": "google-genai-1.75",
    "2.34.0": "google-genai-2.34",
    "3.6.1": "google-genai-3.6",
}
TODAY = date(2026, 11, 22)
_SHRINKING = 3000
# shrinking one example of each kind is enough to see what is wrong
_SHOWN = 12


@dataclass(slots=True)
class Tally:
    """What became of the programs that were run."""

    version: str
    programs: int = 0
    refused: int = 0
    right: int = 0
    agreed: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[Program, str]] = field(default_factory=dict)

    def add(self, program: Program, outcome: Outcome, found: Sequence[Difference]) -> None:
        """Count one program."""
        self.programs += 1
        self.refused += outcome.is_refused
        self.right += not program.faults
        self.agreed += not found
        for item in found:
            self.kinds[item.kind] += 1
            self.first.setdefault(item.kind, (program, item.detail))

    def figures(self) -> dict[str, object]:
        """Return what was counted."""
        return {
            "version": self.version,
            "programs": self.programs,
            "refused": self.refused,
            "right": self.right,
            "agreed": self.agreed,
            "kinds": dict(self.kinds),
        }

    def __str__(self) -> str:
        share = 100 * self.agreed / max(self.programs, 1)
        return (
            f"google-genai {self.version}: {self.programs} programs, {self.refused} refused by the"
            f" SDK, {self.right} right by the rules, {share:.2f} % agreement"
            + "".join(f"\n  {count:5} {kind}" for kind, count in self.kinds.most_common())
        )


def disagreements(program: Program, outcome: Outcome, version: str) -> Iterator[Difference]:
    """Yield each thing that the linter says or sees otherwise than it is."""
    checked = Settings(today=TODAY, sdk_version=version)
    found = check_source(program.source, PATH, checked)
    codes = {finding.code for finding in found}
    if outcome.is_refused and not any(finding.severity == "error" for finding in found):
        yield Difference(f"refused, not flagged: {_summary(outcome)}", outcome.message)
    for code in sorted(program.faults - codes):
        yield Difference(f"missed {code}", _said(found))
    unexpected = codes - program.faults
    if not (outcome.is_refused and not program.faults):
        for code in sorted(unexpected):
            yield Difference(f"false {code}", _said(found))
    if not outcome.exception:
        yield from differences(program.source, outcome.requests, version)
    elif outcome.requests and not outcome.is_late:
        yield Difference(f"raised after sending: {outcome.exception}", outcome.trace)


def _summary(outcome: Outcome) -> str:
    """Say what the SDK refuses, without the values."""
    lines = [line.strip() for line in outcome.message.splitlines() if line.strip()]
    where = lines[1] if "validation error" in outcome.message and len(lines) > 1 else lines[:1]
    return f"{outcome.exception.rpartition('.')[2]} {where}"


def _said(found: Sequence[Finding]) -> str:
    return "; ".join(f"{item.code} {item.message}" for item in found) or "nothing is flagged"


def tally(runner: Runner, version: str, examples: int, start: int) -> Tally:
    """Run generated programs and count."""
    result = Tally(version)

    @seed(start)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(programs())
    def run(program: Program) -> None:
        outcome = runner.run(program.source)
        result.add(program, outcome, list(disagreements(program, outcome, version)))

    run()
    return result


def smallest(runner: Runner, version: str, kind: str, start: int) -> Program | None:
    """Return the smallest program that has that kind of disagreement."""

    def is_wrong(program: Program) -> bool:
        outcome = runner.run(program.source)
        return any(item.kind == kind for item in disagreements(program, outcome, version))

    options = settings(max_examples=_SHRINKING, database=None, deadline=None)
    try:
        return find(programs(), is_wrong, settings=options, random=random.Random(start))
    except NoSuchExample:
        return None


def report(runner: Runner, result: Tally, start: int) -> Iterator[str]:
    """Yield the figures, and a program for each kind of disagreement, ready for a test."""
    yield str(result)
    for kind, _ in result.kinds.most_common(_SHOWN):
        program, detail = result.first[kind]
        shrunk = smallest(runner, result.version, kind, start) or program
        yield f"\n--- {kind} (google-genai {result.version}); first seen: {detail}"
        yield f"# by the rules: {sorted(shrunk.faults) or 'right'}\n{shrunk.source}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as many programs as asked for, and print what does not agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2100, help="over all versions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--version", choices=sorted(VERSIONS), action="append")
    parser.add_argument("--no-shrink", action="store_true")
    parser.add_argument("--output", type=Path, help="write the figures here, as JSON")
    chosen = parser.parse_args(arguments)
    versions = chosen.version or list(VERSIONS)
    failed, figures = False, []
    with Recorder() as recorder:
        for start, version in enumerate(versions, chosen.seed):
            with Runner(VERSIONS[version], recorder) as runner:
                result = tally(runner, version, chosen.examples // len(versions), start)
                lines = [str(result)] if chosen.no_shrink else report(runner, result, start)
                for line in lines:
                    print(line, flush=True)  # noqa: T201 - a command
                failed = failed or bool(result.kinds)
                figures.append(result.figures())
    if chosen.output is not None:
        chosen.output.write_text(json.dumps(figures, indent=1) + "\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
