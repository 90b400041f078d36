"""Put programs to gemini-lint that are real ones with tokens and lines lost, doubled, swapped.

    python -m scripts.fuzz.mutated_programs [--minutes N] [--seed N] [--output FILE] FOLDER …

The programs are the Python files below the folders that mention Gemini.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from gemini_lint.sources import may_hold_call
from scripts.fuzz.examining import with_call
from scripts.fuzz.figures import tell
from scripts.fuzz.supervising import Supervisor

_TOKEN = re.compile(r"\s+|\w+|\"\"\"|'''|[^\w\s]")
_LARGEST = 60_000
# what a slip of the hand, or a bad merge, leaves in a file
_DIRT = (
    "(", ")", "[", "]", "{", "}", "'", '"', '"""', "\\", "\n", "\t", " ", ":", "=", ",", ".", "*",
    "**", "@", ":=", "->", "f'{", "}'", "\0", "\ufeff", "\ud800", "é", "\x0c", "\r", "…", "lambda",
    "yield ", "await ", "async ", "del ", "None", "9" * 500, "<<<<<<< HEAD\n", "=======\n", "%",
    "[::]", "x" * 5000, "# noqa", "# gemini-lint: ignore[", "not ", "if ", " else ", "for x in x",
)  # fmt: skip


def main(arguments: list[str]) -> None:
    """Mutate programs until the time is up."""
    parser = argparse.ArgumentParser(description="Put mutated programs to gemini-lint.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    chance, supervisor, started = random.Random(options.seed), Supervisor(), time.monotonic()
    programs = _programs(options.folders)
    print(f"{len(programs)} programs", file=sys.stderr)
    while time.monotonic() - started < options.minutes * 60:
        text = _mutated(chance.choice(programs), chance, programs)
        kind = supervisor.put(with_call(text), f"/nowhere/a/b/c/d/e/f/g/h/i/{chance.random()}.py")
        if kind in ("hang", "death", "crash", "lost"):
            _keep(text, kind, len(supervisor.wrong), options.output)
    print(tell("mutations of real programs", supervisor, started, options.output))
    supervisor.close()


def _programs(folders: list[Path]) -> list[str]:
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            data = path.read_bytes()
            if len(data) <= _LARGEST and may_hold_call(data):
                found.append(data.decode("utf-8", "replace"))
    return found


def _mutated(text: str, chance: random.Random, programs: list[str]) -> str:
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        text = chance.choice(_MUTATIONS)(text, chance)
    if chance.random() < 0.05:
        other = chance.choice(programs)
        cut = chance.randrange(len(other) + 1)
        text = text[: chance.randrange(len(text) + 1)] + other[cut:]
    return text


def _lines(text: str, chance: random.Random) -> str:
    """Drop, double, swap or indent lines."""
    lines = text.splitlines(keepends=True) or [""]
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    return "".join(_changed(lines, first, second, chance, lambda line: "  " + line))


def _tokens(text: str, chance: random.Random) -> str:
    """Drop, double or swap tokens, or put dirt in the place of one."""
    tokens = _TOKEN.findall(text) or [""]
    first, second = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    return "".join(_changed(tokens, first, second, chance, lambda _: chance.choice(_DIRT)))


def _changed(
    parts: list[str], first: int, second: int, chance: random.Random, other: Callable[[str], str]
) -> list[str]:
    way = chance.randrange(5)
    if way == 0:
        del parts[min(first, second) : min(first, second) + chance.choice((1, 1, 2, 5, 50))]
    elif way == 1:
        parts[first:first] = parts[first : first + 3] * chance.choice((1, 2, 100))
    elif way == 2:
        parts[first], parts[second] = parts[second], parts[first]
    elif way == 3:
        parts[first] = parts[second]
    else:
        parts[first] = other(parts[first])
    return parts


def _names(text: str, chance: random.Random) -> str:
    """Give everything of one name another one, which makes cycles."""
    names = re.findall(r"\b[A-Za-z_]\w*\b", text) or ["x"]
    old, new = chance.choice(names), chance.choice(names)
    return re.sub(rf"\b{re.escape(old)}\b", new, text)


_MUTATIONS = (_lines, _tokens, _tokens, _names)


def _keep(text: str, kind: str, number: int, output: Path | None) -> None:
    folder = (output or Path("fuzz")).with_suffix("")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{kind}{number}.py").write_bytes(text.encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    main(sys.argv[1:])
