"""The figures of a run of a fuzzer, as JSON."""

from __future__ import annotations

import json
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
