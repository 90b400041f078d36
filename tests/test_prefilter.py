"""Trees of many files, which several processes read."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from gemini_lint import Report, Settings, check_paths

FILES = 600
PROGRAM = """
from google import genai
genai.Client().models.generate_content(model="gemini-3.8-flash", contents="Hi", config={config})
"""
WITH_CALLS = (0, 299, 300, 599)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tree")
    for number in range(FILES):
        (folder / f"module_{number:03}.py").write_text(f"value = {number}\n")
    for number in WITH_CALLS:
        text = PROGRAM.format(config=f'{{"temperature": {number + 3}}}')
        (folder / f"module_{number:03}.py").write_text(text)
    return folder


def checked(tree: Path, jobs: int) -> Report:
    return check_paths([tree], Settings(), jobs=jobs)


def test_what_is_found_in_many_files(tree: Path) -> None:
    report = checked(tree, jobs=2)
    found = [
        Path(finding.span.path).name for finding in report.findings if finding.code == "GEM101"
    ]
    assert found == [f"module_{number:03}.py" for number in WITH_CALLS]
    assert (report.files, report.files_with_calls) == (FILES, len(WITH_CALLS))
    assert report == checked(tree, jobs=1)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_file_among_many_that_cannot_be_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tree / "module_450.py"
    path.unlink()
    monkeypatch.chdir(tree)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)  # opening it fails, for the superuser, too
        report = check_paths([tree, path], Settings(), jobs=2)
    path.unlink()
    path.write_text("value = 450\n")
    assert [problem.partition(": ")[0] for problem in report.problems] == [str(path)]
    assert len(report.findings) == len(checked(tree, jobs=1).findings)
