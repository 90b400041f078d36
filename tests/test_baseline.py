"""Known findings are left out, wherever their code moves to, and new ones are not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command import Run, gemini_lint
from google_keys import STANDARD as KEY

HEAD = """\
from google import genai

client = genai.Client()
"""
CALL = """\
client.models.generate_content(
    model="gemini-3.8-flash", contents="Hello", config={"max_output_tokens": 0}
)
"""
DATED = ("--today", "2026-11-22", "--isolated")
FILE = "gemini-lint-baseline.json"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one known finding, which no test changes."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "app.py").write_text(HEAD + CALL, encoding="utf-8")
    assert baseline("write", folder).status == 0
    return folder


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    """A copy of that project."""
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    return tmp_path


def baseline(command: str, folder: Path, *options: str) -> Run:
    return gemini_lint("baseline", command, *DATED, *options, folder=folder)


def check(folder: Path, *options: str) -> Run:
    return gemini_lint("check", *DATED, "--baseline", FILE, *options, folder=folder)


def test_known_findings_are_left_out(folder: Path) -> None:
    assert gemini_lint(*DATED, folder=folder).status == 1
    run = check(folder)
    assert (run.status, run.stdout) == (0, "")
    assert f"; 1 more known from {FILE}" in run.stderr


@pytest.mark.once
def test_moved_code_stays_known(folder: Path) -> None:
    moved = HEAD + "\n\ndef ask():\n" + "".join(f"    {line}\n" for line in CALL.splitlines())
    (folder / "app.py").write_text("# a comment\n\n" + moved, encoding="utf-8")
    assert check(folder).status == 0


@pytest.mark.once
def test_a_copy_is_new(folder: Path) -> None:
    (folder / "app.py").write_text(HEAD + CALL + CALL, encoding="utf-8")
    run = check(folder)
    assert run.status == 1
    assert run.stdout.startswith("app.py:8:")
    assert run.stdout.count("GEM106") == 1


@pytest.mark.once
@pytest.mark.parametrize(
    ("old", "new"),
    [('": 0', '": -1'), ('"gemini-3.8-flash"', '"gemini-2.5-flash-lite"')],
)
def test_another_value_or_model_is_new(folder: Path, old: str, new: str) -> None:
    (folder / "app.py").write_text(HEAD + CALL.replace(old, new), encoding="utf-8")
    assert "GEM106" in check(folder).stdout


@pytest.mark.once
def test_the_same_finding_in_another_file_is_new(folder: Path) -> None:
    (folder / "other.py").write_text(HEAD + CALL, encoding="utf-8")
    assert check(folder).stdout.startswith("other.py:5:")


@pytest.mark.once
def test_paths_are_those_of_the_baselines_folder(folder: Path) -> None:
    (folder / "sub").mkdir()
    options = (*DATED, "--baseline", f"../{FILE}", "../app.py")
    assert gemini_lint("check", *options, folder=folder / "sub").status == 0


@pytest.mark.once
def test_a_configuration_file_may_name_it(folder: Path) -> None:
    (folder / "gemini-lint.toml").write_text(f'baseline = "{FILE}"\n', encoding="utf-8")
    assert gemini_lint("check", "--today", "2026-11-22", folder=folder).status == 0


@pytest.mark.once
def test_reports_hold_new_findings_only(folder: Path) -> None:
    (folder / "app.py").write_text(HEAD + CALL + CALL, encoding="utf-8")
    report = json.loads(check(folder, "--output-format", "json").stdout)
    assert len(report["findings"]) == report["summary"]["errors"] == 1


def test_show_tells_what_is_known_and_what_is_gone(folder: Path) -> None:
    assert baseline("show", folder).stdout.startswith("app.py: GEM106 model=")
    (folder / "app.py").write_text(HEAD, encoding="utf-8")
    run = baseline("show", folder)
    assert run.status == 0
    assert run.stdout.startswith("expired: app.py: GEM106 model=")
    assert run.stderr == "1 known finding, 1 expired\n"
    (row,) = json.loads(baseline("show", folder, "--format", "json").stdout)
    assert (row["count"], row["expired"]) == (1, 1)


def test_prune_forgets_what_is_gone_and_nothing_else(folder: Path) -> None:
    (folder / "app.py").write_text(HEAD + CALL + CALL, encoding="utf-8")
    (folder / "gone.py").write_text(HEAD + CALL, encoding="utf-8")
    baseline("write", folder)
    (folder / "app.py").write_text(HEAD + CALL, encoding="utf-8")
    (folder / "gone.py").unlink()
    run = baseline("prune", folder)
    assert [line.split(": ")[:2] for line in run.stdout.splitlines()] == [
        ["expired", "app.py"],
        ["expired", "gone.py"],
    ]
    assert check(folder).status == 0
    (folder / "app.py").write_text(HEAD + CALL + CALL, encoding="utf-8")
    assert check(folder).status == 1


@pytest.mark.once
def test_what_was_not_looked_at_stays_known(folder: Path) -> None:
    (folder / "other.py").write_text(HEAD, encoding="utf-8")
    before = (folder / FILE).read_bytes()
    for options in (("other.py",), ("--select", "GEM2"), ("--exclude", "app.py")):
        assert baseline("prune", folder, *options).stdout == ""
    assert baseline("write", folder, "other.py").status == 0
    assert (folder / FILE).read_bytes() == before


@pytest.mark.once
def test_nothing_is_pruned_when_a_path_is_missing(folder: Path) -> None:
    before = (folder / FILE).read_bytes()
    run = baseline("prune", folder, "nowhere")
    assert run.status == 2
    assert "nowhere" in run.stderr
    assert (folder / FILE).read_bytes() == before


@pytest.mark.once
def test_keys_are_never_written(tmp_path: Path) -> None:
    text = f'from google import genai\nclient = genai.Client(api_key="{KEY}")\n'
    (tmp_path / "app.py").write_text(text, encoding="utf-8")
    assert "GEM701" in gemini_lint(*DATED, folder=tmp_path).stdout
    run = baseline("write", tmp_path)
    shown = baseline("show", tmp_path)
    assert KEY not in (tmp_path / FILE).read_text(encoding="utf-8")
    assert KEY not in run.stdout + run.stderr + shown.stdout + shown.stderr
    assert check(tmp_path).status == 0


@pytest.mark.once
def test_the_same_findings_give_the_same_bytes(folder: Path) -> None:
    before = (folder / FILE).read_bytes()
    assert baseline("write", folder).status == 0
    assert (folder / FILE).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["app.py", FILE]


# bad input


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="not JSON"),
        pytest.param(b"\xff\xfe", id="not UTF-8"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"tool": "gemini-lint", "version": 2, "findings": []}', id="newer"),
        pytest.param(b'{"tool": "gemini-lint", "version": 1, "findings": [1]}', id="no rows"),
        pytest.param(b'{"tool": "gemini-lint", "version": 1}', id="no findings"),
    ],
)
def test_a_broken_baseline_is_one_line_and_status_2(folder: Path, data: bytes) -> None:
    (folder / FILE).write_bytes(data)
    run = check(folder)
    assert (run.status, run.stdout) == (2, "")
    assert len(run.stderr.splitlines()) == 1
    assert FILE in run.stderr


@pytest.mark.once
@pytest.mark.parametrize("command", ["show", "write", "prune"])
def test_a_broken_baseline_stays_as_it_is(folder: Path, command: str) -> None:
    (folder / FILE).write_bytes(b"{")
    run = baseline(command, folder)
    assert (run.status, run.stdout) == (2, "")
    assert len(run.stderr.splitlines()) == 1
    assert FILE in run.stderr
    assert (folder / FILE).read_bytes() == b"{"


@pytest.mark.once
def test_a_missing_baseline_is_one_line_and_status_2(folder: Path) -> None:
    run = gemini_lint("check", *DATED, "--baseline", "nowhere.json", folder=folder)
    assert (run.status, run.stdout) == (2, "")
    assert run.stderr == "error: nowhere.json: no such file or directory\n"


@pytest.mark.once
def test_a_folder_that_is_missing_is_one_line_and_status_2(folder: Path) -> None:
    run = baseline("write", folder, "--baseline", "nowhere/known.json")
    assert run.status == 2
    assert run.stderr.startswith("error: nowhere/known.json: cannot be written")
