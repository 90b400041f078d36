"""The same files, settings and date give the same bytes, wherever and however often."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from linting import ROOT

pytestmark = pytest.mark.once

FORMATS = ("concise", "full", "json", "sarif", "github", "gitlab", "rdjson", "junit")
PROGRAM = """\
from google import genai

client = genai.Client()
config = {{"temperature": {number}, "topP": 3, "colour": "grün", "safety_settings": [
    {{"category": "HARM_CATEGORY_UNKNOWN", "threshold": "NONE"}}]}}
for model in {{"gemini-1.5-pro", "gemini-1.0-pro", "gemini-9-überall", "text-bison"}}:
    client.models.generate_content(model=model, contents="Où est la gare ?", config=config)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, and enough programs for several processes."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "examples", folder / "examples")
    for number in range(3, 24):
        padding = "# a line that says nothing at all, of which there are many\n" * 200
        text = PROGRAM.format(number=number) + padding
        (folder / f"app{number}.py").write_text(text, "utf-8")
    return folder


def reports(project: Path, *arguments: str, **environment: str) -> dict[str, bytes]:
    """Check the project in a process of its own, and return what it wrote, by the format."""
    out = project.parent / f"out{len(list(project.parent.iterdir()))}"
    out.mkdir()
    formats = [f"--output-format={name}={out / name}" for name in FORMATS]
    command = (sys.executable, "-m", "gemini_lint", "check", "--select", "ALL", "--today",
               "2026-11-22", *formats, *(arguments or ("--no-cache", ".")))  # fmt: skip
    names = ("PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "LANG", "PYTHONHASHSEED")
    clean = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(
        command, cwd=project, env={**clean, **environment}, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr.decode("utf-8", "replace")
    return {name: (out / name).read_bytes() for name in FORMATS}


@pytest.fixture(scope="module")
def usual(project: Path) -> dict[str, bytes]:
    """What a run says without anything special."""
    found = reports(project)
    assert found["concise"].count(b"GEM") > 100
    return found


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "PYTHONOPTIMIZE": "1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "random", "PYTHONUTF8": "1", "TZ": "Pacific/Kiritimati"},
    ],
    ids=str,
)
def test_seed_and_locale(
    project: Path, usual: dict[str, bytes], environment: dict[str, str]
) -> None:
    assert reports(project, **environment) == usual


@pytest.mark.parametrize(
    ("processes", "seconds"), [("1", "0"), ("1", "10"), ("2", "10"), ("3", "0")]
)
def test_processes(project: Path, usual: dict[str, bytes], processes: str, seconds: str) -> None:
    arguments = ("-j", processes, "--file-timeout", seconds, "--no-cache", ".")
    assert reports(project, *arguments) == usual


def test_order_of_the_paths(project: Path, usual: dict[str, bytes]) -> None:
    names = sorted((path.name for path in project.iterdir()), reverse=True)
    assert reports(project, "--no-cache", *names) == usual


def test_the_cache(project: Path, usual: dict[str, bytes]) -> None:
    cache = project.parent / "kept"
    for _ in range(2):
        assert reports(project, "--cache-dir", str(cache), ".") == usual
    for entry in sorted(cache.glob("*.json"))[::2]:
        entry.unlink()
    assert reports(project, "--cache-dir", str(cache), ".") == usual
