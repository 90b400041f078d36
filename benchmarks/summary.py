"""Says in README.md what the tables of benchmarks/README.md show."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from benchmarks import trees
from benchmarks.measuring import Cost

Costs = Mapping[str, Cost]

BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"
ALL, ONE = "gemini-lint --no-cache", "gemini-lint -j1 --no-cache"
WARM = "gemini-lint, warm cache"


def write(readme: Path, files: int, plain: Costs, hook: Costs, sparse: Costs, dense: Costs) -> None:
    """Write the section between its marks; `files` are those of the sparse tree."""
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = [*_hooks(plain, hook), *_sparse(sparse, files), *_dense(dense)]
    table = "\n".join(["| | wall | compared |", "|---|--:|---|", *rows])
    readme.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")


def _hooks(plain: Costs, hook: Costs) -> list[str]:
    base = "import click, libcst; one parse"
    return [
        _row("a commit without Gemini", plain[ALL], [_times(plain, ALL, "import click")]),
        _row("a commit of five files, one with calls", hook[ALL], [_times(hook, ALL, base)]),
        _row("the same, when the cache knows it", hook[WARM], [_times(hook, WARM, base)]),
    ]


def _sparse(costs: Costs, files: int) -> list[str]:
    others = ["ruff check --select E,F --no-cache", "a loop that reads and searches"]
    memory = f"{costs[ALL].memory:.0f} MB in a process"
    said = [*_all_times(costs, ALL, others), memory]
    return [_row(f"{files:,} files, {trees.IN_SPARSE} with calls", costs[ALL], said)]


def _dense(costs: Costs) -> list[str]:
    cold, warm = "gemini-lint -j1, cold cache", "gemini-lint -j1, warm cache"
    alone = ["libcst.parse_module alone", "flake8 -j1", "fixit, one rule, on one processor"]
    others = ["flake8", "fixit, one rule", "semgrep, the same rules"]
    files = f"{trees.DENSE} files that all hold calls"
    return [
        _row(f"{files}, one process", costs[ONE], _all_times(costs, ONE, alone)),
        _row(f"{files}, {os.cpu_count()} processes", costs[ALL], _all_times(costs, ALL, others)),
        _row("the same, when the cache knows them", costs[warm], [_times(costs, warm, cold)]),
    ]


def _all_times(costs: Costs, ours: str, others: list[str]) -> list[str]:
    return [_times(costs, ours, other) for other in others if other in costs]


def _row(what: str, cost: Cost, said: list[str]) -> str:
    return f"| {what} | {cost.wall:.2f} s | {'; '.join(said)} |"


def _times(costs: Costs, ours: str, other: str) -> str:
    return f"{costs[ours].wall / costs[other].wall:.2f} times {_NAMES.get(other, other)}"


_NAMES = {
    "import click": "`import click`",
    "import click, libcst; one parse": "`import click, libcst` and the parse",
    "ruff check --select E,F --no-cache": "ruff (E, F)",
    "a loop that reads and searches": "a loop that only reads the files",
    "libcst.parse_module alone": "`libcst.parse_module`",
    "fixit, one rule": "fixit with one rule",
    "fixit, one rule, on one processor": "fixit with one rule on one processor",
    "semgrep, the same rules": "semgrep with what it can be told of the same rules",
    "gemini-lint -j1, cold cache": "the run before",
}
