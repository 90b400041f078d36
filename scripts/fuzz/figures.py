"""The figures of a run of a fuzzer, as JSON.

python -m scripts.fuzz.figures LOG FILE     those of libFuzzer's log
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from scripts.fuzz.supervising import Supervisor


def tell(name: str, supervisor: Supervisor, started: float, file: Path | None) -> str:
    """Return the figures, and write them to a file where one is given."""
    figures = {
        "fuzzer": name,
        "programs": sum(supervisor.counts.values()),
        "megabytes": round(supervisor.size / 1e6, 1),
        "minutes": round((time.monotonic() - started) / 60, 1),
        "outcomes": dict(sorted(supervisor.counts.items())),
        "slowest": supervisor.slowest[0][0] if supervisor.slowest else 0,
        "wrong": [{"said": item["said"]} for item in supervisor.wrong[:50]],
    }
    text = json.dumps(figures, indent=1) + "\n"
    if file is not None:
        file.write_text(text)
    return text


def of_log(log: str) -> dict[str, object]:
    """Read the figures of a run of atheris, which ends where it finds something."""
    done = re.search(r"Done (?P<runs>\d+) runs in (?P<seconds>\d+) second", log)
    if done is None:
        raise SystemExit("the run found something, or was stopped")
    edges = re.findall(r"cov: (\d+)", log)
    return {
        "fuzzer": "atheris",
        "programs": int(done["runs"]),
        "minutes": round(int(done["seconds"]) / 60, 1),
        "edges": int(edges[-1]) if edges else 0,
        "outcomes": {"survived": int(done["runs"])},
        "wrong": [],
    }


if __name__ == "__main__":
    found = of_log(Path(sys.argv[1]).read_text(errors="replace"))
    Path(sys.argv[2]).write_text(json.dumps(found, indent=1) + "\n")
