"""What other programs call: `check_source` and `check_paths`."""

from __future__ import annotations

from pathlib import Path

import pytest

from gemini_lint import Report, check_paths
from gemini_lint.inventory import take

PROGRAM = """\
from google import genai
client = genai.Client()
client.models.generate_content(
    model="gemini-3.8-flash", contents="Hi", config={"temperature": 3}
)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "app.py"
    path.write_text(PROGRAM, encoding="utf-8")
    return path


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


# paths


def test_a_path_that_stands_alone_is_one_path(file: Path) -> None:
    for paths in (str(file), file, [str(file)], (file,), iter([file])):
        report = check_paths(paths)
        assert (codes(report), report.files, report.problems) == (["GEM101"], 1, ())


def test_a_folder_that_stands_alone_is_one_path(file: Path) -> None:
    assert codes(check_paths(str(file.parent))) == ["GEM101"]
    assert take(file.parent).files == 1


def test_a_path_that_is_missing_is_named_whole(tmp_path: Path) -> None:
    report = check_paths(str(tmp_path / "gone.py"))
    assert report.problems == (f"{tmp_path / 'gone.py'}: no such file or directory",)
