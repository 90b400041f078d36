"""Files that no parser gets through: they are told of, and the others are checked."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from command import Run, gemini_lint, run
from linting import codes

HEAD = "from google import genai\nclient = genai.Client()\n"
CALL = 'client.models.generate_content(model="gemini-1.5-pro", contents="Hi")\n'
# takes longer than anyone waits
ENDLESS = HEAD + "match x:\n    case " + "(" * 60 + "a" + ")" * 60 + ": pass\n" + CALL
# takes more stack than there is
FATAL = HEAD + "x = " + "not " * 40_000 + "x\n" + CALL
# the command, one rule of which is wrong in itself
WITH_A_BROKEN_RULE = """\
from gemini_lint.cli import main
from gemini_lint.rules import gem101_temperature_out_of_range as module

def check(call, context):
    raise KeyError("lost")
    yield

module.check = check
main()
"""
ONE_SECOND = ("--file-timeout", "1", "--no-cache", "--today", "2026-11-22")

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")


@on_linux
@pytest.mark.parametrize("processes", ["1", "2"])
def test_other_files_are_checked(tmp_path: Path, processes: str) -> None:
    padding = "# a line that says nothing at all, of which there are many\n" * 600
    for number in range(10):
        (tmp_path / f"app{number}.py").write_text(HEAD + CALL + padding)
    (tmp_path / "app3.py").write_text(ENDLESS)
    (tmp_path / "app6.py").write_text(FATAL)
    done = gemini_lint(*ONE_SECOND, "-j", processes, folder=tmp_path)
    found = [line.split(" ")[:2] for line in done.stdout.splitlines()]
    assert found == [
        ["app0.py:3:38:", "GEM202"], ["app1.py:3:38:", "GEM202"], ["app2.py:3:38:", "GEM202"],
        ["app3.py:1:1:", "GEM001"], ["app4.py:3:38:", "GEM202"], ["app5.py:3:38:", "GEM202"],
        ["app6.py:1:1:", "GEM001"], ["app7.py:3:38:", "GEM202"], ["app8.py:3:38:", "GEM202"],
        ["app9.py:3:38:", "GEM202"],
    ]  # fmt: skip
    assert done.status == 1
    assert "10 files, 8 with Gemini calls" in done.stderr


@on_linux
def test_a_short_file_that_imports_an_endless_one(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("from b import y\n" + HEAD + CALL.replace('"Hi"', "y"))
    (tmp_path / "b.py").write_text("y = 1\n" + ENDLESS.removeprefix(HEAD).removesuffix(CALL))
    done = gemini_lint(*ONE_SECOND, "a.py", folder=tmp_path)
    assert done.stdout.startswith("a.py:1:1: GEM001 ")
    assert "takes more than 1 s" in done.stdout


@pytest.fixture(scope="module")
def unread(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """What is said of three files that may be right."""
    folder = tmp_path_factory.mktemp("unread")
    (folder / "a.py").write_text(ENDLESS)
    (folder / "b.py").write_text(FATAL)
    (folder / "c.py").write_text(HEAD + "(x): int\n" + CALL)
    return gemini_lint(*ONE_SECOND, "--fail-on", "error", folder=folder)


@on_linux
def test_the_message_says_what_to_do(unread: Run) -> None:
    late, broken, _ = unread.stdout.splitlines()
    assert "takes more than 1 s; raise file-timeout or exclude the file" in late
    assert "the parser breaks down on it (Segmentation fault)" in broken
    assert "exclude the file, or report it" in broken


@on_linux
def test_a_file_that_may_be_right_is_a_warning(unread: Run, tmp_path: Path) -> None:
    assert [line.split()[1] for line in unread.stdout.splitlines()] == ["GEM001"] * 3
    assert unread.stderr.startswith("3 warnings in 3 files")
    assert unread.status == 0
    (tmp_path / "d.py").write_text("from google import genai\nx = (\n")
    assert gemini_lint("--no-cache", "d.py", folder=tmp_path).stderr.startswith("1 error in 1 file")


@on_linux
def test_a_file_that_was_given_up_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(ENDLESS)
    for _ in range(2):
        done = gemini_lint("--file-timeout", "1", "--cache-dir", "kept", folder=tmp_path)
        assert "GEM001" in done.stdout


@on_linux
def test_standard_input(tmp_path: Path) -> None:
    done = gemini_lint(*ONE_SECOND, "--stdin-filename", "a.py", "-", folder=tmp_path,
                       data=ENDLESS.encode())  # fmt: skip
    assert done.stdout.startswith("a.py:1:1: GEM001 ")


@on_linux
def test_the_bound_is_set_in_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "gemini-lint.toml").write_text("file-timeout = 1\n")
    (tmp_path / "a.py").write_text(ENDLESS)
    assert "takes more than 1 s" in gemini_lint(folder=tmp_path).stdout
    listed = gemini_lint("inventory", folder=tmp_path)
    assert "takes more than 1 s" in listed.stderr


def test_without_a_bound_a_good_file_is_checked(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(HEAD + CALL)
    done = gemini_lint("--file-timeout", "0", "--today", "2026-11-22", folder=tmp_path)
    assert done.stdout.startswith("a.py:3:38: GEM202 ")


@pytest.mark.parametrize("chain", [".b" * 1200, " + b" * 1200, "[0]" * 500])
def test_findings_beside_a_chain_that_python_cannot_compile(chain: str) -> None:
    assert codes(f"{HEAD}x = a{chain}\n{CALL}") == ["GEM202:4"]


def test_half_characters_in_a_notebook(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "code", "source": [HEAD + CALL]},
        {"cell_type": "code", "source": ["x = 1\n", "y = '\ud800'"]},
    ]
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": cells, "nbformat": 4}))
    done = gemini_lint("--today", "2026-11-22", folder=tmp_path)
    assert [line.split(" GEM")[0] for line in done.stdout.splitlines()] == [
        "a.ipynb:cell 1:3:38:", "a.ipynb:cell 2:2:6:",
    ]  # fmt: skip
    assert (done.status, "internal error" in done.stderr) == (1, False)


def test_a_broken_rule_is_told_once_for_each_file_and_hides_nothing_else(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(HEAD + CALL * 3)
    command = (sys.executable, "-c", WITH_A_BROKEN_RULE, "--no-cache", "-q", "--exit-zero")
    done = run(*command, "-j1", "--file-timeout", "0", folder=tmp_path)
    said = "internal error in GEM101 temperature-out-of-range: KeyError: 'lost'"
    assert done.stderr.splitlines() == [f"error: {name}: {said}" for name in ("a.py", "b.py")]
    assert done.stdout.count("GEM202") == 6
    assert done.status == 2
