"""Writes the real output of each `$ gemini-lint …` block into README.md.

`python scripts/readme_output.py` rewrites the file; with `--check` it only says whether the
file is up to date.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(
    r"^```console\n\$ gemini-lint (?P<arguments>[^\n]*)\n.*?^```$", re.MULTILINE | re.DOTALL
)


def refreshed(readme: str) -> str:
    """Return the text with the output of every block as it is now."""
    return _BLOCK.sub(_run, readme)


def _run(block: re.Match[str]) -> str:
    command = [sys.executable, "-m", "gemini_lint", *shlex.split(block["arguments"])]
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", check=False,
    )  # fmt: skip
    if run.returncode > 1:
        raise SystemExit(f"{' '.join(command)} failed:\n{run.stdout}")
    return f"```console\n$ gemini-lint {block['arguments']}\n{run.stdout.rstrip()}\n```"


def main() -> None:
    """Rewrite README.md, or compare it."""
    path = ROOT / "README.md"
    before = path.read_text(encoding="utf-8")
    after = refreshed(before)
    if "--check" not in sys.argv[1:]:
        path.write_text(after, encoding="utf-8")
    elif after != before:
        raise SystemExit("README.md shows old output; run `python scripts/readme_output.py`")


if __name__ == "__main__":
    main()
