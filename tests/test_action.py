"""The Action's steps, run as a runner runs them: bash, the inputs in the environment."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from command import Run, run
from linting import ROOT

from gemini_lint.cli.check import command

FAULTY = """\
from google import genai

client = genai.Client()
client.models.generate_content(model="gemini-3.8-flash", contents="Hello", config={"top_p": 7})
"""
OWN_INPUTS = {"paths", "annotations", "sarif-file", "python"}

yaml = pytest.importorskip("yaml")
pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here"),
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "src with space").mkdir(parents=True)
    (folder / "src with space" / "app.py").write_text(FAULTY, encoding="utf-8")
    return folder


def action() -> Any:
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def step(name: str, folder: Path, **inputs: str) -> Run:
    """Run one step with these inputs and the defaults of the others."""
    described = action()
    (found,) = (item for item in described["runs"]["steps"] if item["name"] == name)
    values = {key: item["default"] for key, item in described["inputs"].items()}
    values |= {key.replace("_", "-"): value for key, value in inputs.items()}
    environment = {key: _filled(text, values) for key, text in found.get("env", {}).items()}
    runner = {"RUNNER_TEMP": str(folder.parent), "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"])
    return run(*shell, folder=folder, environment={**environment, **runner})


def _filled(text: str, values: dict[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        room, _, name = match[1].partition(".")
        return values[name] if room == "inputs" else str(ROOT)

    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", value, text)


def install_this(folder: Path) -> None:
    """Put the checked-out command where the Action installs it."""
    programs = folder.parent / "gemini-lint" / "bin"
    programs.mkdir(parents=True)
    program = programs / "gemini-lint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gemini_lint "$@"\n', "utf-8")
    program.chmod(0o755)


def test_inputs_are_options_with_the_commands_defaults() -> None:
    options = {name.removeprefix("--") for option in command.params for name in option.opts}
    for name, described in action()["inputs"].items():
        if name not in OWN_INPUTS:
            assert name in options
            assert described["default"] == ""


def test_no_input_is_pasted_into_a_script() -> None:
    assert not any("${{" in item["run"] for item in action()["runs"]["steps"])


def test_annotations_summary_and_sarif(repository: Path) -> None:
    install_this(repository)
    done = step("Run gemini-lint", repository, sarif_file="out.sarif", today="2026-11-22")
    assert done.status == 1, done.stderr
    assert done.stdout.startswith("::error file=src with space/app.py,line=4,endLine=4,col=93,")
    assert "GEM103" in (repository / "summary.md").read_text(encoding="utf-8")
    log = json.loads((repository / "out.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 1


def test_inputs_are_taken_as_they_are(repository: Path) -> None:
    install_this(repository)
    paths = "src with space/app.py\n\n"
    quiet = step("Run gemini-lint", repository, paths=paths, ignore="GEM1", annotations="false")
    assert quiet.status == 0, quiet.stdout + quiet.stderr
    wrong = step("Run gemini-lint", repository, select="$(touch pwned)")
    assert wrong.status == 2
    assert not (repository / "pwned").exists()


@pytest.mark.site
def test_the_action_installs_itself(repository: Path) -> None:
    done = step("Install gemini-lint", repository, python=sys.executable)
    assert done.status == 0, done.stderr
    assert "gemini-lint" in done.stdout
    assert os.path.exists(repository.parent / "gemini-lint" / "bin" / "gemini-lint")
    assert "::error " in step("Run gemini-lint", repository).stdout
