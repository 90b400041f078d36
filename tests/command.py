"""Runs the command as a user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    status: int
    stdout: str
    stderr: str


def run(
    *command: str,
    folder: Path,
    data: bytes | None = None,
    environment: dict[str, str] | None = None,
) -> Run:
    """Run any command in a folder."""
    clean = {name: value for name, value in os.environ.items() if "COLOR" not in name}
    done = subprocess.run(
        command, cwd=folder, input=data or b"", capture_output=True, check=False,
        env={**clean, "PYTHONIOENCODING": "utf-8", **(environment or {})},
    )  # fmt: skip
    return Run(done.returncode, _text(done.stdout), _text(done.stderr))


def gemini_lint(
    *arguments: str, folder: Path, data: bytes | None = None, **environment: str
) -> Run:
    """Run `gemini-lint` in a folder."""
    command = (sys.executable, "-m", "gemini_lint", *arguments)
    return run(*command, folder=folder, data=data, environment=environment)


def _text(output: bytes) -> str:
    return output.decode("utf-8", "replace").replace("\r\n", "\n")
