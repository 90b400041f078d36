"""Several reports of one run, and places that cannot be written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import gemini_lint

FAULTY = """\
from google import genai

client = genai.Client()
client.models.generate_content(model="gemini-3.8-flash", contents="Hello", config={"top_p": 7})
"""
DATED = ("--today", "2026-11-22")
NO_FULL_DEVICE = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def test_one_run_writes_several_formats(folder: Path) -> None:
    formats = ("--output-format", "concise", "--output-format", "sarif=out.sarif")
    run = gemini_lint(*DATED, *formats, "--output-format", "junit=out.xml", folder=folder)
    assert run.status == 1
    assert run.stdout.startswith("app.py:4:93: GEM103 ")
    log = json.loads((folder / "out.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 1
    assert "GEM103" in (folder / "out.xml").read_text(encoding="utf-8")


@pytest.mark.once
def test_formats_can_be_configured(folder: Path) -> None:
    text = 'output-format = ["concise", "sarif=out.sarif"]\n'
    (folder / "gemini-lint.toml").write_text(text, encoding="utf-8")
    assert "GEM103" in gemini_lint(*DATED, folder=folder).stdout
    assert (folder / "out.sarif").exists()
    assert gemini_lint(*DATED, "--output-format", "json", folder=folder).stdout.startswith("{")


@pytest.mark.once
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--output-format", "concise", "--output-format", "json"), "json=FILE"),
        (("--output-format", "sarif=", "app.py"), "file is missing"),
        (("--output-format", "json=a", "--output-format", "sarif=a"), "one file"),
        (("--output-format", "json=a", "-o", "b"), "--output-file"),
        (("--output-format", "yaml=a"), "must be one of"),
    ],
)
def test_wrong_formats_are_one_line(folder: Path, options: tuple[str, ...], said: str) -> None:
    run = gemini_lint("check", *options, folder=folder)
    assert run.status == 2
    (line,) = run.stderr.splitlines()
    assert line.startswith("error: ")
    assert said in line


@pytest.mark.parametrize("options", [("-o", "no/out"), ("--output-format", "concise=no/out")])
def test_a_report_that_cannot_be_written_is_shown(folder: Path, options: tuple[str, ...]) -> None:
    run = gemini_lint(*DATED, *options, folder=folder)
    assert run.status == 2
    assert "GEM103" in run.stdout
    said = "error: no/out cannot be written: no such file or directory"
    assert run.stderr.splitlines()[0] == said


@NO_FULL_DEVICE
def test_a_full_disk_is_one_line(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "gemini_lint", *DATED],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8",
        )  # fmt: skip
    assert run.returncode == 2
    assert "error: standard output cannot be written: no space left on device" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("output_format", ["full", "github"])
def test_every_encoding_of_a_terminal_will_do(
    tmp_path: Path, encoding: str, output_format: str
) -> None:
    text = FAULTY.replace('"Hello"', '"こんにちは、今日の天気はどうですか 🙂"')
    (tmp_path / "näme.py").write_text(text, encoding="utf-8")
    options = ("--output-format", output_format)
    run = gemini_lint(*DATED, *options, folder=tmp_path, PYTHONIOENCODING=encoding)
    assert run.status == 1, run.stderr
    assert "GEM401" in run.stdout


@pytest.mark.once
def test_a_job_of_github_gets_a_summary(folder: Path) -> None:
    (folder / "summary.md").write_text("before\n", encoding="utf-8")
    options = ("--output-format", "github")
    gemini_lint(*DATED, *options, folder=folder, GITHUB_STEP_SUMMARY="summary.md")
    lines = (folder / "summary.md").read_text(encoding="utf-8").split("\n")
    assert lines[:2] == ["before", "### gemini-lint"]
    assert "| error | app.py:4:93 | GEM103 top-p-out-of-range | top\\_p 7 is outside" in lines[-3]


@pytest.mark.once
def test_links_are_for_terminals_that_have_them(folder: Path) -> None:
    options = (*DATED, "--output-format", "full")
    assert "\x1b]8;;" not in gemini_lint(*options, folder=folder).stdout
    linked = gemini_lint(*options, folder=folder, FORCE_HYPERLINK="1").stdout
    assert "\x1b]8;;https://ai.google.dev/" in linked
    assert linked.count("\x1b]8;;\x1b\\") * 2 == linked.count("\x1b]8;;")
    never = gemini_lint(*options, "--color", "never", folder=folder, FORCE_HYPERLINK="1").stdout
    assert "\x1b" not in never


@pytest.mark.once
def test_statistics_count_models_too(folder: Path) -> None:
    lines = gemini_lint(*DATED, "--statistics", folder=folder).stdout.splitlines()
    assert lines[1:] == [
        "by rule:", "1      GEM103 top-p-out-of-range", "by model:", "1      gemini-3.8-flash",
    ]  # fmt: skip


@pytest.mark.once
def test_statistics_stay_out_of_reports_for_programs(folder: Path) -> None:
    run = gemini_lint(*DATED, "--statistics", "--output-format", "json", folder=folder)
    json.loads(run.stdout)
    assert "by model:" in run.stderr


@pytest.mark.once
def test_verbose_says_what_was_judged_by(folder: Path) -> None:
    (folder / "gemini-lint.toml").write_text("", encoding="utf-8")
    said = gemini_lint(*DATED, "-v", folder=folder).stderr
    assert "judged as of 2026-11-22, catalogue of 20" in said
    assert "gemini-lint.toml" in said


@pytest.mark.once
def test_quiet_says_findings_alone(folder: Path) -> None:
    run = gemini_lint(*DATED, "-q", folder=folder)
    assert "GEM103" in run.stdout
    assert run.stderr == ""
