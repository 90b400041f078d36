"""What the documentation tells to type works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from command import gemini_lint
from linting import ROOT

PAGES = sorted((ROOT / "docs").glob("*.md"))
_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^(?:\s*- )?\s*gemini-lint (?P<arguments>-.*)$", re.MULTILINE)
FAULTY = """\
from google import genai

genai.Client().models.generate_content(model="gemini-1.5-pro", contents="Hello")
"""


def fences(language: str) -> list[str]:
    return [
        match["text"]
        for page in PAGES
        for match in _FENCE.finditer(page.read_text(encoding="utf-8"))
        if match["language"] == language
    ]


COMMANDS = sorted(
    {
        match["arguments"]
        for text in fences("yaml") + fences("")
        for match in _COMMAND.finditer(text)
    }
)


def test_yaml_is_yaml() -> None:
    yaml = pytest.importorskip("yaml")
    assert all(isinstance(yaml.safe_load(text), (dict, list)) for text in fences("yaml"))


@pytest.mark.parametrize("arguments", COMMANDS)
def test_commands_write_what_they_name(arguments: str, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(FAULTY, encoding="utf-8")
    run = gemini_lint(*shlex.split(arguments), folder=tmp_path)
    assert run.status == 1, run.stderr
    assert "GEM202" in run.stdout
    for file in re.findall(r"=(\S+\.\w+)", arguments):
        assert "GEM202" in (tmp_path / file).read_text(encoding="utf-8")


def test_inputs_in_the_workflow_are_the_actions() -> None:
    yaml = pytest.importorskip("yaml")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (workflow,) = (text for text in fences("yaml") if "gemini-lint@" in text)
    steps = yaml.safe_load(workflow)["jobs"]["gemini-lint"]["steps"]
    (used,) = (step for step in steps if "gemini-lint@" in step.get("uses", ""))
    assert set(used["with"]) <= set(action["inputs"])
