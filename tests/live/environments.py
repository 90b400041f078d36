"""The real libraries, each in a virtual environment of its own: they exclude one another.

The environments are made on first use, in the folder that GEMINI_LINT_LIVE_ENVIRONMENTS names
or in `.venv-live`. What cannot be installed is an error: nothing is skipped.

    python -m tests.live.environments [NAME…]
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

ENVIRONMENTS: Mapping[str, tuple[str, ...]] = {
    "litellm": ("litellm==1.106.2",),
    "google-generativeai": ("google-generativeai==0.8.6",),
    "google-genai-3.6": ("google-genai==3.6.1",),
    "google-genai-2.34": ("google-genai==2.34.0",),
    "google-genai-1.75": ("google-genai==1.75.0",),
    "langchain-google-genai": ("langchain-google-genai==4.4.3",),
    "openai": ("openai==3.54.0",),
    "http": (
        "aiohttp==3.14.5", "httpx==0.28.1", "httpx2==2.16.2", "requests==2.34.2", "urllib3==2.8.0",
    ),
}  # fmt: skip
"""What each environment holds, the slowest to install first."""

# Installed last and as they are: the release whose behaviour is declared wants a newer certifi,
# which it does without on loopback, than every registry has.
AS_THEY_ARE: Mapping[str, str] = {"litellm": "litellm==1.109.1"}

_ROOT = Path(__file__).parents[2]
_AT_A_TIME = 2


def folder() -> Path:
    """Return where the environments are kept."""
    given = os.environ.get("GEMINI_LINT_LIVE_ENVIRONMENTS")
    return Path(given) if given else _ROOT / ".venv-live"


def python(name: str) -> Path:
    """Return the interpreter of an environment, which is made if it is not there."""
    where = folder() / name
    last = AS_THEY_ARE.get(name, "")
    requirements = "\n".join((*ENVIRONMENTS[name], last))
    ready = where / "requirements.txt"
    with _alone(name):
        if not ready.exists() or ready.read_text("utf-8") != requirements:
            _make(where, ENVIRONMENTS[name], last)
            ready.write_text(requirements, "utf-8")
    return where / "bin" / "python"


def make_all(names: tuple[str, ...]) -> None:
    """Make environments, some at a time."""
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        for made in pool.map(python, names or tuple(ENVIRONMENTS)):
            print(made)  # noqa: T201 - a command


def _make(where: Path, requirements: tuple[str, ...], last: str) -> None:
    venv.create(where, clear=True, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(where / "bin" / "python")]
    install = [*pip, "install", "--quiet", "--no-compile"]
    subprocess.run([*install, *requirements], check=True)
    if last:
        subprocess.run([*install, "--no-deps", last], check=True)


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Let one process at a time make an environment."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    make_all(tuple(sys.argv[1:]))
