"""The plugin in a real flake8."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from command import Run, gemini_lint, run

PROGRAM = """\
from google import genai

client = genai.Client()
client.models.generate_content(
    model="gemini-1.5-pro", contents="Hello", config={"top_p": 1.5}
)
"""


def flake8(folder: Path, *arguments: str, data: bytes | None = None) -> Run:
    command = (sys.executable, "-m", "flake8", "--isolated", "--max-line-length", "200", "-j1")
    return run(*command, *arguments, folder=folder, data=data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


def test_flake8_knows_the_plugin(folder: Path) -> None:
    assert "gemini-lint" in flake8(folder, "--version").stdout


def test_findings_are_those_of_the_command(folder: Path) -> None:
    command = gemini_lint("--today", "2026-11-22", "app.py", folder=folder)
    expected = [line.rpartition(" [")[0] for line in command.stdout.splitlines()]
    found = flake8(folder, "--gemini-today", "2026-11-22", "app.py").stdout.splitlines()
    assert sorted(line.removeprefix("./") for line in found) == sorted(expected)
    assert len(expected) >= 2


def test_standard_input_is_checked(folder: Path) -> None:
    output = flake8(folder, "--stdin-display-name", "new.py", "-", data=PROGRAM.encode()).stdout
    assert "new.py:5:64: GEM103" in output


def test_noqa_is_flake8s(folder: Path) -> None:
    text = PROGRAM.replace("1.5}", "1.5}  # noqa: GEM103, GEM202")
    (folder / "app.py").write_text(text, encoding="utf-8")
    assert flake8(folder, "app.py").stdout == ""
    assert "GEM103" in flake8(folder, "--disable-noqa", "app.py").stdout


@pytest.mark.once
def test_selection_is_flake8s(folder: Path) -> None:
    output = flake8(folder, "--select", "GEM2", "app.py").stdout
    assert "GEM202" in output
    assert "GEM103" not in output


@pytest.mark.once
def test_rules_that_are_off_wait_to_be_selected(folder: Path) -> None:
    text = PROGRAM.replace("gemini-1.5-pro", "gemini-flash-latest").replace("1.5}", "0.5}")
    (folder / "app.py").write_text(text, encoding="utf-8")
    assert "GEM207" not in flake8(folder, "app.py").stdout
    assert "GEM207" in flake8(folder, "--extend-select", "GEM207", "app.py").stdout
    assert "GEM207" in flake8(folder, "--select", "E,GEM", "app.py").stdout


@pytest.mark.once
def test_ignoring_others_turns_nothing_on(folder: Path) -> None:
    """With an ignore of the user, flake8 forgets what plugins have off by default."""
    text = PROGRAM.replace("gemini-1.5-pro", "gemini-flash-latest")
    (folder / "app.py").write_text(text, encoding="utf-8")
    assert "GEM207" not in flake8(folder, "--ignore", "E501", "app.py").stdout
    assert "GEM103" in flake8(folder, "--ignore", "E501", "app.py").stdout
    chosen = flake8(folder, "--ignore", "E501", "--extend-select", "GEM207", "app.py").stdout
    assert "GEM207" in chosen


@pytest.mark.once
def test_configuration_of_the_project_counts(folder: Path) -> None:
    text = '[tool.gemini-lint]\nignore = ["GEM103"]\n'
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    output = flake8(folder, "app.py").stdout
    assert "GEM202" in output
    assert "GEM103" not in output


@pytest.mark.once
@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_broken_configuration_is_said_plainly(folder: Path, jobs: str) -> None:
    (folder / "more.py").write_text(PROGRAM, encoding="utf-8")
    text = '[tool.gemini-lint]\nignroe = ["GEM103"]\n'
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    run = flake8(folder, jobs)
    assert run.status == 1
    assert "unknown key tool.gemini-lint.ignroe; did you mean ignore?" in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.once
def test_options_of_the_plugin(folder: Path) -> None:
    before = flake8(folder, "--gemini-today", "2024-11-22", "--select", "GEM202", "app.py")
    assert before.stdout == ""
    text = PROGRAM.replace("Hello", "Raconte-moi une histoire sur la mer, s'il te plaît.")
    (folder / "app.py").write_text(text, encoding="utf-8")
    assert "GEM401" in flake8(folder, "app.py").stdout
    assert "GEM401" not in flake8(folder, "--gemini-languages", "en,fr", "app.py").stdout


@pytest.mark.once
@pytest.mark.parametrize(
    "option",
    [
        ("--gemini-today", "tomorrow"),
        ("--gemini-today=2026-13-01",),
        ("--gemini-today=20261122",),
        ("--gemini-backend", "azure"),
        ("--gemini-languages", "en,english"),
        ("--gemini-retirement-notice", "soon"),
    ],
)
def test_a_wrong_option_is_said_plainly(folder: Path, option: tuple[str, ...]) -> None:
    run = flake8(folder, *option, "app.py")
    assert run.status != 0
    assert f"{option[0].partition('=')[0]}: " in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.once
def test_options_are_read_from_flake8s_configuration(folder: Path) -> None:
    (folder / ".flake8").write_text("[flake8]\ngemini-today = 2024-11-22\n", encoding="utf-8")
    command = (sys.executable, "-m", "flake8", "--select", "GEM202", "app.py")
    assert run(*command, folder=folder).stdout == ""
