"""Measures gemini-lint beside its peers: `python -m benchmarks.run --home FOLDER`.

Trees and environments are made in that folder, outside the repository, on the first run. The
tables are written into benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import measuring, semgrep_rules, shapes, summary, trees
from benchmarks.measuring import Cost

HERE = Path(__file__).parent
ROOT = HERE.parent
README = HERE / "README.md"
BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
TODAY = ["--today", "2026-11-22"]
FILES = (1_000, 10_000)
LINES = (100, 1_000, 10_000)

READ = """
import os
for folder, _, files in os.walk('.'):
    for name in files:
        if name.endswith('.py'):
            with open(os.path.join(folder, name), 'rb') as file:
                data = file.read().lower()
            b'gemini' in data or b'genai' in data
"""
PARSE = """
import glob, libcst
texts = [open(path).read() for path in glob.glob('**/*.py', recursive=True)]
for text in texts:
    libcst.parse_module(text)
"""
PARSE_ONE = """
import click, libcst
libcst.parse_module(open('assistant.py').read())
"""
# peers that would take minutes on the sparse tree
SLOW = (
    "flake8", "pylint", "fixit", "semgrep", "flake8-llm-sunset", "bydtech-model-retire",
)  # fmt: skip

_FIXIT = ("--rules", "fixit.rules.no_redundant_fstring:NoRedundantFString", "lint")

Run = Callable[[], Cost]


@dataclass(frozen=True, slots=True)
class Bench:
    """Where things are."""

    home: Path

    @property
    def interpreter(self) -> str:
        """The Python of an environment that holds gemini-lint alone, as users install it."""
        return str(self.home / "venvs" / "gemini-lint" / "bin" / "python")

    def install(self) -> None:
        """Install gemini-lint as it is now."""
        if not Path(self.interpreter).exists():
            folder = str(self.home / "venvs" / "gemini-lint")
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = [self.interpreter, "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, str(ROOT)], check=True)
        subprocess.run([*pip, "--force-reinstall", "--no-deps", str(ROOT)], check=True)

    def tool(self, package: str, command: str) -> str:
        """Return the command of a peer, which is installed unless it is there."""
        folder = self.home / "venvs" / package
        if not (folder / "bin" / command).exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
            lines = (HERE / "requirements.txt").read_text().splitlines()
            wanted = [line for line in lines if line.partition("==")[0] == package]
            extra = ["flake8"] if package.startswith("flake8") else []
            pip = [str(folder / "bin" / "pip"), "install", "--quiet"]
            subprocess.run([*pip, *wanted, *extra], check=True)
        return str(folder / "bin" / command)

    def lint(self, folder: Path, *options: str) -> Run:
        """Return a run of gemini-lint."""
        installed = str(Path(self.interpreter).with_name("gemini-lint"))
        command = [installed, "check", *TODAY, *options, "."]
        return partial(measuring.run, command, folder)

    def cold(self, folder: Path, *options: str) -> Run:
        """Return a run of gemini-lint that fills a cache."""
        cache = self.home / "cache"

        def run() -> Cost:
            shutil.rmtree(cache, ignore_errors=True)
            return self.lint(folder, "--cache-dir", str(cache), *options)()

        return run

    def warm(self, folder: Path, *options: str) -> Run:
        """Return a run of gemini-lint that finds its cache full."""
        return self.lint(folder, "--cache-dir", str(self.home / "cache"), *options)

    def python(self, folder: Path, program: str) -> Run:
        """Return a run of a Python program."""
        return partial(measuring.run, [self.interpreter, "-c", program], folder)

    def peers(self, folder: Path, slow: bool) -> dict[str, Run]:
        """Return the runs of the peers that can be installed."""
        rule = self.home / "rule.yaml"
        rule.write_text(semgrep_rules.rules())
        semgrep = ["scan", "--metrics=off", "--disable-version-check", "--quiet"]
        commands = {
            "ruff check --select E,F --no-cache": ("ruff", "ruff", "check", "--isolated",
                "--select", "E,F", "--no-cache", "--exit-zero", "--quiet", "."),
            "flake8": ("flake8", "flake8", "--isolated", "--exit-zero", "."),
            "pylint -E": ("pylint", "pylint", "--disable=all", "--enable=E", "--recursive=y",
                "--exit-zero", "."),
            "fixit, one rule": ("fixit", "fixit", *_FIXIT, "."),
            "semgrep, the same rules": ("semgrep", "semgrep", *semgrep, "--config", str(rule),
                "."),
            "llm-sunset": ("llm-sunset", "llm-sunset", "scan", "--no-fail", "."),
            "flake8-llm-sunset": ("flake8-llm-sunset", "flake8", "--isolated", "--exit-zero",
                "--select", "LSG", "."),
            "bydtech-model-retire": ("bydtech-model-retire", "model-retire", "--warn-only", "."),
        }  # fmt: skip
        found: dict[str, Run] = {}
        for name, (package, command, *arguments) in commands.items():
            if slow or package not in SLOW:
                found |= self._peer(name, package, command, arguments, folder)
        return found

    def on_one_processor(self, folder: Path) -> dict[str, Run]:
        """Return the runs of peers that go on several by themselves, kept to one."""
        flake8 = self._peer("flake8 -j1", "flake8", "flake8",
            ["--isolated", "--exit-zero", "-j1", "."], folder)  # fmt: skip
        fixit = self._peer("fixit, one rule, on one processor", "fixit", "fixit",
            [*_FIXIT, "."], folder, processors=1)  # fmt: skip
        return {**flake8, **fixit}

    def _peer(
        self, name: str, package: str, command: str, arguments: list[str], folder: Path,
        processors: int | None = None,
    ) -> dict[str, Run]:  # fmt: skip
        try:
            line = [self.tool(package, command), *arguments]
            run = partial(measuring.run, line, folder, processors)
            run()
        except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
            sys.stderr.write(f"{name} is left out: {error}\n")
            return {}
        return {name: run}


def table(title: str, first: str, costs: dict[str, Cost]) -> str:
    """Say the costs, and how many times that of gemini-lint each one's wall time is."""
    base = costs[first].wall
    rows = [
        f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.memory:.0f} "
        f"| {cost.wall / base:.2f} |"
        for name, cost in costs.items()
    ]
    head = "| | wall, s | CPU, s | memory, MB | times gemini-lint |"
    return "\n".join([f"### {title}", "", head, "|---|--:|--:|--:|--:|", *rows, ""])


def growth(title: str, unit: str, costs: dict[int, Cost]) -> str:
    """Say how costs grow."""
    rows = [
        f"| {count:,} | {cost.wall:.2f} | {1000 * cost.cpu / count:.2f} | {cost.memory:.0f} |"
        for count, cost in costs.items()
    ]
    head = f"| {unit} | wall, s | CPU, ms each | memory, MB |"
    return "\n".join([f"### {title}", "", head, "|--:|--:|--:|--:|", *rows, ""])


def measure(bench: Bench, runs: int, slow: bool) -> Iterator[str]:
    """Measure everything, and yield each table when it is done."""
    sparse, dense, hook, plain = (trees.made(name, bench.home) for name in trees.TREES)
    one = "gemini-lint -j1 --no-cache"
    many = "gemini-lint --no-cache"
    on_sparse = {many: bench.lint(sparse, "--no-cache"),
        "a loop that reads and searches": bench.python(sparse, READ),
        "gemini-lint, cold cache": bench.cold(sparse),
        "gemini-lint, warm cache": bench.warm(sparse),
        **bench.peers(sparse, slow=False)}  # fmt: skip
    on_dense = {one: bench.lint(dense, "-j1", "--no-cache"), many: bench.lint(dense, "--no-cache"),
        "libcst.parse_module alone": bench.python(dense, PARSE),
        "gemini-lint -j1, cold cache": bench.cold(dense, "-j1"),
        "gemini-lint -j1, warm cache": bench.warm(dense, "-j1"),
        **bench.peers(dense, slow), **(bench.on_one_processor(dense) if slow else {})}  # fmt: skip
    on_hook = {many: bench.lint(hook, "--no-cache"),
        "import click, libcst; one parse": bench.python(hook, PARSE_ONE),
        "gemini-lint, warm cache": bench.warm(hook),
        **bench.peers(hook, slow)}  # fmt: skip
    on_plain = {many: bench.lint(plain), "import click": bench.python(plain, "import click")}
    plain_costs = measuring.interleaved(on_plain, 2 * runs)
    yield table("Hook, no file with calls", many, plain_costs)
    hook_costs = measuring.interleaved(on_hook, 2 * runs)
    yield table("Hook, one file of five with calls", many, hook_costs)
    sparse_costs = measuring.interleaved(on_sparse, runs)
    yield table("Sparse tree", many, sparse_costs)
    dense_costs = measuring.interleaved(on_dense, runs)
    yield table("Dense tree", one, dense_costs)
    files = sum(1 for _ in sparse.rglob("*.py"))
    summary.write(ROOT / "README.md", files, plain_costs, hook_costs, sparse_costs, dense_costs)
    yield growth("Growth with lines", "lines in one file", grown_lines(bench, runs))
    yield growth("Growth with files", "small files with calls", grown_files(bench))


def grown_files(bench: Bench) -> dict[int, Cost]:
    """Measure trees of more and more files, once: they take long enough."""
    costs = {}
    for count in FILES:
        folder = bench.home / "trees" / f"files-{count}"
        if not folder.exists():
            trees.programs(folder, count, shapes.small)
        costs[count] = bench.lint(folder, "-j1", "--no-cache")()
    return costs


def grown_lines(bench: Bench, runs: int) -> dict[int, Cost]:
    """Measure longer and longer files."""
    costs = {}
    for count in LINES:
        folder = bench.home / "trees" / f"lines-{count}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "long.py").write_text(shapes.long(count))
        found = [bench.lint(folder, "--no-cache")() for _ in range(runs)]
        costs[count] = measuring.medians(found)
    return costs


def main() -> None:
    """Measure, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True, help="a folder for trees and peers")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="without the slowest peers")
    arguments = parser.parse_args()
    bench = Bench(arguments.home.resolve())
    bench.home.mkdir(parents=True, exist_ok=True)
    bench.install()
    machine = f"Python {platform.python_version()}, {platform.system()}"
    tables = [f"{machine}, medians of {arguments.runs} runs.", ""]
    for done in measure(bench, arguments.runs, not arguments.quick):
        tables.append(done)
        write(tables)


def write(tables: list[str]) -> None:
    """Put the tables into the page."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text("\n".join([before + BEGIN, "", *tables, END + after]), encoding="utf-8")


if __name__ == "__main__":
    main()
