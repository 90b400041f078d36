"""Read every Python file below the folders of packages, each as if it called Gemini.

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
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
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
    progress = _resumed(options.output) if options.resume else _Progress()
    progress.packages = len(options.folders)
    supervisor, done = progress.supervisor, progress.files
    for number, path in enumerate(_files(options.folders), start=1):
        if number <= done:
            continue
        text = decode(Path(path).read_bytes(), path)
        if isinstance(text, str):
            supervisor.put(with_call(text), path)
        else:
            progress.undecodable += 1
        if number % _OFTEN == 0:
            _tell(progress, options.output)
    print(_tell(progress, options.output))
    supervisor.close()


def _files(folders: list[str]) -> Iterator[str]:
    for folder in folders:
        for where, below, names in os.walk(folder):
            below.sort()
            for name in sorted(names):
                path = os.path.join(where, name)
                if name.endswith((".py", ".pyi")) and os.path.isfile(path):
                    yield path


@dataclass(slots=True)
class _Progress:
    """How far a run is; `started` is a time of the monotonic clock."""

    supervisor: Supervisor = field(default_factory=Supervisor)
    started: float = field(default_factory=time.monotonic)
    undecodable: int = 0
    files: int = 0
    packages: int = 0


def _resumed(file: Path) -> _Progress:
    known = json.loads(file.read_text())
    undecodable = known["outcomes"].pop("undecodable")
    supervisor = Supervisor(
        Counter(known["outcomes"]), known["wrong"],
        [(seconds, path) for seconds, path in known["slowest"]], int(known["megabytes"] * 1e6),
    )  # fmt: skip
    started = time.monotonic() - known["minutes"] * 60
    return _Progress(supervisor, started, undecodable, known["files"])


def _tell(progress: _Progress, file: Path | None) -> str:
    supervisor = progress.supervisor
    figures = {
        "packages": progress.packages,
        "files": sum(supervisor.counts.values()) + progress.undecodable,
        "megabytes": round(supervisor.size / 1e6, 1),
        "outcomes": {**supervisor.counts, "undecodable": progress.undecodable},
        "minutes": round((time.monotonic() - progress.started) / 60, 1),
        "slowest": supervisor.slowest,
        "wrong": supervisor.wrong,
    }
    text = json.dumps(figures, indent=1) + "\n"
    if file is not None:
        file.write_text(text)
    return text


if __name__ == "__main__":
    main(sys.argv[1:])
