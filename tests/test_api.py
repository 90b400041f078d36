"""What other programs call: `check_source` and `check_paths`."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import libcst
import pytest

from gemini_lint import Report, Settings, check_paths, check_source
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


def test_libcst_goes_on_validating_the_nodes_that_others_make(file: Path) -> None:
    check_paths(str(file))

    with pytest.raises(libcst.CSTValidationError):
        libcst.Name("")


def test_a_folder_that_stands_alone_is_one_path(file: Path) -> None:
    assert codes(check_paths(str(file.parent))) == ["GEM101"]
    assert take(file.parent).files == 1


def test_a_path_that_is_missing_is_named_whole(tmp_path: Path) -> None:
    report = check_paths(str(tmp_path / "gone.py"))
    assert report.problems == (f"{tmp_path / 'gone.py'}: no such file or directory",)


# settings


RIGHT: dict[str, Any] = {
    "select": ("GEM1", "shut_down_model", "all"),
    "extend_select": ("gem207",),
    "ignore": (),
    "per_file_ignores": (("tests/*", ("GEM2",)),),
    "today": date(2026, 11, 22),
    "backend": "vertex",
    "languages": ("available",),
    "sdk_version": "3.4",
}


def test_settings_that_are_right() -> None:
    check_source("", "app.py")
    check_source("", "app.py", Settings())
    for name, value in RIGHT.items():
        check_source("", "app.py", Settings(**{name: value}))
    check_paths([], Settings(**RIGHT))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"select": ("GEM9",)}, 'select: there is no rule "GEM9"; did you mean GEM209?'),
        ({"ignore": ("shutdown-model",)}, "did you mean shut-down-model?"),
        ({"select": "GEM1"}, 'select: it must be a tuple of strings, such as ("GEM1",)'),
        ({"select": ["GEM1"]}, "select: it must be a tuple of strings"),
        ({"extend_exclude": ("vendor", 1)}, "extend_exclude: it must be a tuple of strings"),
        ({"models": None}, "models: it must be a tuple of strings"),
        ({"per_file_ignores": {"x": ("GEM1",)}}, "per_file_ignores: it must be a tuple of pairs"),
        ({"per_file_ignores": (("x", "GEM1"),)}, "per_file_ignores: it must be a tuple of pairs"),
        ({"per_file_ignores": (("x", ("GEM9",)),)}, 'per_file_ignores: there is no rule "GEM9"'),
        ({"backend": "vertx"}, "backend: it must be one of auto, gemini-api, vertex; did you"),
        ({"today": "2026-11-22"}, "today: it must be a datetime.date"),
        ({"today": datetime(2026, 11, 22)}, "today: it must be a datetime.date"),
        ({"languages": ("english",)}, 'languages: "english" is no language code'),
        ({"languages": ()}, "languages: it must name a language"),
        ({"retirement_notice": -1}, "retirement_notice: it must be a whole number from 0 on"),
        ({"sdk_version": 3.4}, "sdk_version: it must be a version in a string"),
        ({"disable_noqa": "no"}, "disable_noqa: it must be true or false"),
    ],
    ids=str,
)
def test_settings_that_are_wrong_are_told(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        check_source("", "app.py", Settings(**wrong))
    with pytest.raises(ValueError, match=re.escape(said)):
        check_paths([], Settings(**wrong))
