from __future__ import annotations

import os
from pathlib import Path

import pytest

from gemini_lint.settings import Settings
from gemini_lint.sources import PathError, find_files


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*paths: str, text: str = "") -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*paths: str, **settings: object) -> list[str]:
    chosen = Settings(root=str(Path.cwd()), **settings)  # type: ignore[arg-type]
    files = find_files(paths or (".",), lambda path: chosen)
    return [file for file in files if isinstance(file, str)]


def test_a_folder_gives_its_programs_in_order() -> None:
    write("b.py", "a.pyi", "c/d.ipynb", "c/e.txt", "readme.md")
    assert found() == ["a.pyi", "b.py", "c/d.ipynb"]


def test_paths_look_like_those_that_were_given(tmp_path: Path) -> None:
    write("src/a.py")
    assert found("src/") == ["src/a.py"]
    assert found("./src") == ["src/a.py"]
    assert found(str(tmp_path)) == [str(tmp_path / "src/a.py")]


def test_a_file_is_found_once_however_it_is_named() -> None:
    write("src/a.py")
    assert found("src/a.py", "src", ".") == ["src/a.py"]


@pytest.mark.parametrize("folder", [".venv", "node_modules", "build", ".git"])
def test_folders_of_others_are_left_out(folder: str) -> None:
    write(f"{folder}/a.py", f"deep/{folder}/a.py")
    assert found() == []


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        pytest.param("vendor", ["src/a.py"], id="a name, at any depth"),
        pytest.param("vendor/", ["src/a.py"], id="a name with a slash at its end"),
        pytest.param("src/vendor", ["src/a.py", "vendor/a.py"], id="a path from the root"),
        pytest.param("./vendor/*", ["src/a.py", "src/vendor/a.py"], id="a path with a star"),
        pytest.param("**/vendor/*.py", ["src/a.py"], id="any depth, none included"),
        pytest.param("v?ndor", ["src/a.py"], id="a question mark"),
        pytest.param("a.py", [], id="the name of a file"),
        pytest.param("endor", ["src/a.py", "src/vendor/a.py", "vendor/a.py"], id="part of a name"),
    ],
)
def test_patterns(pattern: str, left: list[str]) -> None:
    write("src/a.py", "src/vendor/a.py", "vendor/a.py")
    assert found(extend_exclude=(pattern,)) == left


def test_exclude_replaces_the_defaults() -> None:
    write("build/a.py", "other/a.py")
    assert found(exclude=("other",)) == ["build/a.py"]


def test_a_named_file_is_checked_whatever_excludes_say() -> None:
    write("build/a.py", "script")
    assert found("build/a.py", "script") == ["build/a.py", "script"]


def test_force_exclude_counts_for_named_files() -> None:
    write("build/a.py", "src/a.py")
    assert found("build/a.py", "src/a.py", force_exclude=True) == ["src/a.py"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_named_pipe_is_refused() -> None:
    """It can be read once, and a file is read again for its lines and by other processes."""
    os.mkfifo("pipe.py")
    answers = list(find_files(("pipe.py",), lambda path: Settings()))
    assert answers == [PathError("pipe.py", 'a pipe: give it as standard input, "-"')]


def test_gitignore_counts_in_a_repository() -> None:
    write(".git/HEAD", "generated/a.py", "src/a.py", "src/b_pb2.py")
    write(".gitignore", text="generated/\n*_pb2.py\n")
    assert found() == ["src/a.py"]
    assert found(respect_gitignore=False) == ["generated/a.py", "src/a.py", "src/b_pb2.py"]


def test_gitignore_does_not_count_outside_a_repository() -> None:
    write("generated/a.py")
    write(".gitignore", text="generated/\n")
    assert found() == ["generated/a.py"]


def test_the_innermost_gitignore_decides() -> None:
    write(".git/HEAD", "src/keep/a.py", "src/lose/a.py", "a.py")
    write(".gitignore", text="a.py\n")
    write("src/keep/.gitignore", text="!a.py\n")
    assert found() == ["src/keep/a.py"]


def test_gitignore_above_the_folder_counts() -> None:
    write(".git/HEAD", "src/generated/a.py", "src/b.py")
    write(".gitignore", text="/src/generated\n")
    assert found("src") == ["src/b.py"]


def test_an_ignored_folder_that_is_named_is_checked() -> None:
    write(".git/HEAD", "generated/a.py")
    write(".gitignore", text="generated/\n")
    assert found("generated") == ["generated/a.py"]
    assert found("generated/a.py") == ["generated/a.py"]


def test_links_to_folders_lead_into_no_loop() -> None:
    write("src/a.py")
    os.symlink("..", "src/up")
    assert found() == ["src/a.py"]


def test_a_missing_path_does_not_stop_the_others() -> None:
    write("a.py")
    os.symlink("nowhere", "dangling.py")
    paths = ("gone", "dangling.py", "a.py")
    assert list(find_files(paths, lambda path: Settings())) == [
        PathError("gone", "no such file or directory"),
        PathError("dangling.py", "a link to nothing"),
        "a.py",
    ]
