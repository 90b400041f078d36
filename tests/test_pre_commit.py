"""The hook, run by a real pre-commit and a real prek from a git repository of its own."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from command import Run, run
from linting import ROOT

pytestmark = pytest.mark.once

PACKAGE = (".pre-commit-hooks.yaml", "LICENSE", "README.md", "gemini_lint", "pyproject.toml")
FAULTY = """\
from google import genai

genai_client = genai.Client()
genai_client.models.generate_content(model="gemini-1.5-pro", contents="Hello")
"""
AUTHOR = {
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com",
}  # fmt: skip


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a repository that holds the hook."""
    folder = tmp_path_factory.mktemp("hook")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    commit(folder)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository whose files the hook is to check."""
    folder = tmp_path / "project"
    (folder / "vendor").mkdir(parents=True)
    (folder / "app.py").write_text(FAULTY, encoding="utf-8")
    (folder / "vendor" / "copy.py").write_text(FAULTY, encoding="utf-8")
    text = '[tool.gemini-lint]\nextend-exclude = ["vendor"]\n'
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    commit(folder)
    return folder


def git(folder: Path, *arguments: str) -> None:
    done = run("git", *arguments, folder=folder, environment=AUTHOR)
    assert done.status == 0, done.stderr


def commit(folder: Path) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "all")


def try_hook(runner: str, hook: Path, project: Path, home: Path) -> Run:
    command = (sys.executable, "-m", runner, "try-repo", str(hook), "gemini-lint")
    environment = {**AUTHOR, "PRE_COMMIT_HOME": str(home), "PREK_HOME": str(home)}
    return run(*command, "--all-files", folder=project, environment=environment)


@pytest.mark.parametrize("runner", ["pre_commit", pytest.param("prek", marks=pytest.mark.site)])
def test_the_hook_finds_what_the_command_finds(
    runner: str, hook: Path, project: Path, tmp_path: Path
) -> None:
    run = try_hook(runner, hook, project, tmp_path / "home")
    assert run.status == 1, run.stdout + run.stderr
    assert "app.py:4:44: GEM202" in run.stdout
    assert "vendor" not in run.stdout
