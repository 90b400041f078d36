"""What goes wrong at the edges is one line on standard error, and status 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import gemini_lint

POSIX = pytest.mark.skipif(os.name != "posix", reason="closes descriptors")
FAULTY = b"""\
from google import genai

client = genai.Client()
client.models.generate_content(model="gemini-3.8-flash", contents="Hello", config={"top_p": 7})
"""
CLOSED = (("check", "app.py"), ("rule", "GEM101"), ("--help",))
FULL = (("check", "--show-files"), ("model",), ("explain", "404"), ("inventory", "app.py"))
LEFT = (("check", "app.py"), ("rule",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_bytes(FAULTY)
    return tmp_path


def shell(script: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a line of sh, in which "$@" is the command with its arguments."""
    command = (sys.executable, "-m", "gemini_lint", *arguments)
    return subprocess.run(
        ["sh", "-c", script, "sh", *command],
        cwd=folder, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip


@POSIX
@pytest.mark.parametrize("arguments", CLOSED, ids=" ".join)
def test_a_closed_standard_output_is_told(folder: Path, arguments: tuple[str, ...]) -> None:
    is_told(shell('"$@" >&-', folder, *arguments))


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", FULL, ids=" ".join)
def test_a_full_disk_is_told(folder: Path, arguments: tuple[str, ...]) -> None:
    is_told(shell('"$@" >/dev/full', folder, *arguments))


def is_told(run: subprocess.CompletedProcess[str]) -> None:
    assert run.returncode == 2
    said = [line for line in run.stderr.splitlines() if line.startswith("error: standard output")]
    assert len(said) == 1
    assert "Traceback" not in run.stderr


@POSIX
@pytest.mark.parametrize("arguments", LEFT, ids=" ".join)
def test_a_reader_that_leaves_is_no_error(folder: Path, arguments: tuple[str, ...]) -> None:
    run = shell('"$@" 2>errors | true; cat errors', folder, *arguments)
    assert "error: " not in run.stdout
    assert "Traceback" not in run.stdout


@POSIX
def test_findings_survive_a_closed_standard_error(folder: Path) -> None:
    run = shell('"$@" 2>&-', folder, "check", "app.py")
    assert run.returncode == 1
    assert "GEM103" in run.stdout


@POSIX
def test_a_closed_standard_input_is_empty(folder: Path) -> None:
    assert shell('"$@" <&-', folder, "check", "-").returncode == 0


def test_an_empty_name_of_the_output_file_is_none(folder: Path) -> None:
    assert "GEM103" in gemini_lint("-o", "", folder=folder).stdout


def test_wrong_usage_is_one_line_that_names_the_help(folder: Path) -> None:
    run = gemini_lint("model", "--format", "yaml", folder=folder)
    assert run.status == 2
    (line,) = run.stderr.splitlines()
    assert line.startswith("error: Invalid value for '--format'")
    assert line.endswith("(see gemini-lint model --help)")


def test_a_group_without_a_command_shows_its_help(folder: Path) -> None:
    run = gemini_lint("baseline", folder=folder)
    assert "\n  prune " in run.stdout + run.stderr
    assert run.stderr.endswith("is found now known.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize(
    ("output_format", "encoding"),
    [
        ("concise", "utf-8"), ("concise", "ascii"), ("full", "cp437"), ("github", "cp1252"),
        ("junit", "cp437"), ("json", "utf-8"), ("sarif", "utf-8"), ("gitlab", "cp1252"),
        ("rdjson", "ascii"),
    ],
)  # fmt: skip
def test_names_that_are_not_utf_8_are_escaped(
    tmp_path: Path, output_format: str, encoding: str
) -> None:
    with open(os.fsencode(tmp_path) + b"/a\xff.py", "wb") as file:
        file.write(FAULTY)
    options = ("--isolated", "--output-format", output_format)
    run = gemini_lint(*options, folder=tmp_path, PYTHONIOENCODING=encoding)
    assert run.status == 1, run.stderr
    assert "GEM103" in run.stdout
    if output_format in {"json", "sarif", "gitlab", "rdjson"}:
        # half of a character is what strict readers refuse
        assert not any(0xD800 <= ord(sign) < 0xE000 for sign in str(json.loads(run.stdout)))


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_signs_that_a_code_page_lacks_have_plain_ones(folder: Path, encoding: str) -> None:
    shown = gemini_lint("rule", folder=folder, PYTHONIOENCODING=encoding).stdout
    assert "outside -2.0 <= x < 2.0" in shown
    assert "\\u" not in shown
