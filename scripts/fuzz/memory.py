"""Measure how much memory reading a file takes, each in a process of its own.

    python -m scripts.fuzz.memory [--output FILE] [--most N] FOLDER …

Takes the N largest Python files below the folders, and says by how many times its size a file
makes the process larger than a small file does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

_LARGEST = 3_000_000
_CHILD = """
import resource, sys
from gemini_lint.engine.examination import Examiner
from scripts.fuzz.examining import outcome, with_call
examiner = Examiner()
outcome(with_call("x = 1"), "/nowhere/a/b/c/d/e/f/g/h/i/app.py", examiner)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
text = with_call(open(sys.argv[1], encoding="utf-8", errors="replace").read())
said = outcome(text, sys.argv[1], examiner)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print((after - before) * 1024 / len(text.encode()))
"""
_PARSER_ALONE = """
import resource, sys
import libcst
libcst.parse_module("x = 1")
text = open(sys.argv[1], encoding="utf-8", errors="replace").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
tree = libcst.parse_module(text)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print((after - before) * 1024 / len(text.encode()))
"""


def main(arguments: list[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure the memory that reading takes.")
    parser.add_argument("--output", type=Path, help="write the figures here, too")
    parser.add_argument("--most", type=int, default=20, metavar="N")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    files = [path for folder in options.folders for path in folder.rglob("*.py")]
    sizes = {path: path.stat().st_size for path in files}
    small = [path for path in files if sizes[path] <= _LARGEST]
    chosen = sorted(small, key=lambda path: (-sizes[path], path))[: options.most]
    rows = [
        {"bytes": sizes[path], "times": _times(path, _CHILD), "libcst": _times(path, _PARSER_ALONE)}
        for path in chosen
    ]
    figures = {
        "files": len(rows),
        "most": max(row["times"] for row in rows),
        "most_of_libcst": max(row["libcst"] for row in rows),
        "most_beside_libcst": round(max(row["times"] - row["libcst"] for row in rows), 1),
        "rows": rows,
    }
    text = json.dumps(figures, indent=1) + "\n"
    if options.output is not None:
        options.output.write_text(text)
    print(text)


def _times(path: Path, program: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    return round(float(done.stdout), 1)


if __name__ == "__main__":
    main(sys.argv[1:])
