"""What is kept from one run to the next changes nothing that is said."""

from __future__ import annotations

import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from gemini_lint import Finding, Settings, check_paths

SETTINGS = Settings(today=date(2026, 11, 22))
PROGRAM = """\
from google import genai

from {package} import MODEL

client = genai.Client()
client.models.generate_content(
    model=MODEL, contents="Hello", config={{"temperature": {temperature}}}
)
"""


def project(folder: Path, *, files: int = 3) -> Path:
    """Write a project of several files, which share a module, and return its folder."""
    folder.mkdir()
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (folder / "names.py").write_text('MODEL = "gemini-3.8-flash"\n')
    for number in range(files):
        text = PROGRAM.format(package="names", temperature=number + 3)
        (folder / f"app{number}.py").write_text(text)
    return folder


def check(folder: Path, settings: Settings = SETTINGS) -> list[str]:
    """Check a project with a cache, and say each finding in a few words."""
    return said(check_paths([folder], settings, cache=str(folder / "kept")).findings)


def said(findings: tuple[Finding, ...]) -> list[str]:
    """Say code and line of each finding."""
    return [f"{Path(item.span.path).name}:{item.span.line}:{item.code}" for item in findings]


def entries(folder: Path) -> list[Path]:
    """Return the entries of the project's cache."""
    return sorted((folder / "kept").glob("*.json"))


ALL = ["app0.py:7:GEM101", "app1.py:7:GEM101", "app2.py:7:GEM101"]


def test_a_second_run_finds_the_same(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    first, second = (check_paths([folder], SETTINGS, cache=str(folder / "kept")) for _ in range(2))
    assert said(first.findings) == ALL
    assert second == first == check_paths([folder], SETTINGS)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    check(folder)
    (folder / "app1.py").write_text(PROGRAM.format(package="names", temperature="None"))
    assert check(folder) == [ALL[0], ALL[2]]


def test_a_changed_module_of_the_project_counts(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", files=1)
    check(folder)
    (folder / "names.py").write_text('MODEL = "gemini-1.5-pro"\n')
    assert check(folder) == ["app0.py:7:GEM101", "names.py:1:GEM202"]


def test_a_new_module_that_stands_nearer_counts(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", files=1)
    inner = folder / "inner"
    inner.mkdir()
    (folder / "app0.py").rename(inner / "app0.py")
    assert check(folder) == ["app0.py:7:GEM101"]
    (inner / "names.py").write_text('MODEL = "gemini-1.5-pro"\n')
    assert check(folder) == ["app0.py:7:GEM101", "names.py:1:GEM202"]


def test_another_requirement_counts(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", files=0)
    program = """\
from google import genai

client = genai.Client()
client.models.generate_content(model="gemini-3.8-flash", contents="Hello")
client.interactions.create(model="gemini-3.8-flash", input="Hello")
"""
    (folder / "app.py").write_text(program)
    (folder / "requirements.txt").write_text("google-genai==1.0.0\n")
    for pinned in ("1.0.0", "3.4.0"):
        (folder / "requirements.txt").write_text(f"google-genai=={pinned}\n")
        assert check(folder) == said(check_paths([folder], SETTINGS).findings)


@pytest.mark.parametrize(
    "changed",
    [
        replace(SETTINGS, ignore=("GEM101",)),
        replace(SETTINGS, today=date(2031, 1, 1)),
        replace(SETTINGS, backend="vertex", extend_select=("ALL",)),
        replace(SETTINGS, models=("gemini-*",)),
    ],
)
def test_settings_and_day_count(tmp_path: Path, changed: Settings) -> None:
    folder = project(tmp_path / "project")
    check(folder)
    assert check(folder, changed) == said(check_paths([folder], changed).findings)
    assert check(folder) == ALL


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"0" * 40 + b"\n{}"])
def test_a_damaged_entry_is_replaced(tmp_path: Path, damage: bytes) -> None:
    folder = project(tmp_path / "project")
    check(folder)
    before = [entry.read_bytes() for entry in entries(folder)]
    for entry in entries(folder):
        entry.write_bytes(damage)
    assert check(folder) == ALL
    assert [entry.read_bytes() for entry in entries(folder)] == before


def test_a_changed_entry_is_not_believed(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    check(folder)
    for entry in entries(folder):
        entry.write_bytes(entry.read_bytes().replace(b"GEM101", b"GEM999"))
    assert check(folder) == ALL


def test_the_folder_says_what_it_is(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    check(folder)
    assert (folder / "kept" / ".gitignore").read_text() == "*\n"
    tag = (folder / "kept" / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "kept").write_text("a file, not a folder")
    assert check(folder) == ALL


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "kept").symlink_to(elsewhere)
    assert check(folder) == ALL
    assert not list(elsewhere.iterdir())


def test_nothing_is_kept_where_no_file_can_hold_a_call(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", files=0)
    (folder / "names.py").write_text('MODEL = "another"\n')
    check(folder)
    assert not (folder / "kept").exists()


def test_order_of_paths_processes_and_cache_change_no_byte(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", files=40)
    paths = sorted(str(path) for path in folder.glob("*.py"))
    mixed = random.Random(1).sample(paths, len(paths))
    outputs = {
        run("--jobs", jobs, *cache, *given, folder=folder)
        for given, jobs, cache in (
            (paths, "1", ["--no-cache"]),
            (mixed, "8", ["--no-cache"]),
            (["."], "8", ["--cache-dir", "kept"]),
            (mixed, "1", ["--cache-dir", "kept"]),
            (paths, "8", ["--cache-dir", "kept"]),
        )
    }
    absolute = {output.replace(f"{folder}/".encode(), b"") for output in outputs}
    assert len(absolute) == 1
    assert absolute.pop().count(b"GEM101") == 40


def run(*arguments: str, folder: Path) -> bytes:
    """Run the command in a folder, and return what it prints."""
    command = [sys.executable, "-m", "gemini_lint", "check", "--today", "2026-11-22", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    return done.stdout
