"""Read every Python file below some folders, each as if it called Gemini.

    python -m scripts.fuzz.read_everything [--output FILE] [--resume] FOLDER …

Each file gets an import of google-genai before its first line and a call of a model that was
shut down after its last one; that fault must be found. Figures are printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from gemini_lint.sources.decoding import decode
from scripts.fuzz.examining import with_call
from scripts.fuzz.supervising import Supervisor

_OFTEN = 500


def main(arguments: list[str]) -> None:
    """Read the files and print the figures."""
    parser = argparse.ArgumentParser(description="Read every Python file below some folders.")
    parser.add_argument("--output", type=Path, help="write the figures here, too")
    parser.add_argument("--resume", action="store_true", help="go on from those figures")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    options = parser.parse_args(arguments)
    supervisor, started, undecodable = Supervisor(), time.monotonic(), 0
    done = 0
    if options.resume:
        known = json.loads(options.output.read_text())
        done, started = known["files"], started - known["minutes"] * 60
        undecodable = known["outcomes"].pop("undecodable")
        supervisor.counts.update(known["outcomes"])
        supervisor.wrong, supervisor.size = known["wrong"], int(known["megabytes"] * 1e6)
        supervisor.slowest = [(seconds, path) for seconds, path in known["slowest"]]
    for number, path in enumerate(_files(options.folders), start=1):
        if number <= done:
            continue
        text = decode(Path(path).read_bytes(), path)
        if isinstance(text, str):
            supervisor.put(with_call(text), path)
        else:
            undecodable += 1
        if number % _OFTEN == 0:
            _tell(supervisor, undecodable, started, options.output)
    print(_tell(supervisor, undecodable, started, options.output))
    supervisor.close()


def _files(folders: list[str]) -> Iterator[str]:
    for folder in folders:
        for where, below, names in os.walk(folder):
            below.sort()
            for name in sorted(names):
                path = os.path.join(where, name)
                if name.endswith((".py", ".pyi")) and os.path.isfile(path):
                    yield path


def _tell(supervisor: Supervisor, undecodable: int, started: float, file: Path | None) -> str:
    figures = {
        "files": sum(supervisor.counts.values()) + undecodable,
        "megabytes": round(supervisor.size / 1e6, 1),
        "outcomes": {**supervisor.counts, "undecodable": undecodable},
        "minutes": round((time.monotonic() - started) / 60, 1),
        "slowest": supervisor.slowest,
        "wrong": supervisor.wrong,
    }
    text = json.dumps(figures, indent=1) + "\n"
    if file is not None:
        file.write_text(text)
    return text


if __name__ == "__main__":
    main(sys.argv[1:])
