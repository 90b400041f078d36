"""What users type, and what the command answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import gemini_lint
from linting import codes

FAULTY = """\
from google import genai

client = genai.Client()
client.models.generate_content(
    model="gemini-3.8-flash", contents="Hello", config={"max_output_tokens": 0}
)
"""
CLEAN = FAULTY.replace('tokens": 0', 'tokens": 100')
WARNING = FAULTY.replace('"gemini-3.8-flash"', '"gemini-2.5-pro"').replace(
    '{"max_output_tokens": 0}', '{"temperature": 1.5}'
)
TRACEBACK_LINE = (
    "google.genai.errors.ClientError: 404 NOT_FOUND. {'error': {'code': 404, 'message': "
    "'models/gemini-1.5-pro is not found for API version v1beta, or is not supported for "
    "generateContent.'}}"
)
DATED = ("--today", "2026-11-22")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "faulty.py").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "clean.py").write_text(CLEAN, encoding="utf-8")
    return tmp_path


# commands


def test_check_may_be_left_out(folder: Path) -> None:
    long = gemini_lint("check", *DATED, "faulty.py", folder=folder)
    assert gemini_lint(*DATED, "faulty.py", folder=folder) == long
    assert "faulty.py:5:78: GEM106" in long.stdout


def test_no_path_is_the_current_folder(folder: Path) -> None:
    assert "faulty.py:5:78: GEM106" in gemini_lint(*DATED, folder=folder).stdout


def test_a_first_argument_that_is_a_command_is_that_command(folder: Path) -> None:
    (folder / "rule").mkdir()
    (folder / "rule" / "faulty.py").write_text(FAULTY, encoding="utf-8")
    assert "GEM101" in gemini_lint("rule", folder=folder).stdout
    assert "faulty.py:5:78: GEM106" in gemini_lint("./rule", folder=folder).stdout


@pytest.mark.parametrize("option", ["--help", "--version", "-h"])
def test_help_and_version_import_neither_parser_nor_facts(option: str) -> None:
    program = f"""
import sys
from gemini_lint.cli import ending, gemini_lint
sys.argv = ["gemini-lint", {option!r}]
status = ending.run(gemini_lint)
assert status == 0, status
slow = {{"libcst", "simplemma", "gemini_lint.catalog", "gemini_lint.reading"}}
assert not slow & set(sys.modules), slow & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_version_is_the_packages_own(folder: Path) -> None:
    from gemini_lint import __version__

    run = gemini_lint("--version", folder=folder)
    assert (run.status, run.stdout) == (0, f"gemini-lint {__version__}\n")


def test_help_names_every_command(folder: Path) -> None:
    output = gemini_lint("--help", folder=folder).stdout
    assert all(name in output for name in ("check", "rule", "model", "explain"))


# exit status


def test_status_says_whether_there_are_findings(folder: Path) -> None:
    assert gemini_lint(*DATED, "clean.py", folder=folder).status == 0
    assert gemini_lint(*DATED, "faulty.py", folder=folder).status == 1
    assert gemini_lint(*DATED, "--exit-zero", "faulty.py", folder=folder).status == 0


def test_fail_on_error_lets_warnings_pass(folder: Path) -> None:
    (folder / "warning.py").write_text(WARNING, encoding="utf-8")
    run = gemini_lint(*DATED, "--select", "GEM102", "warning.py", folder=folder)
    assert run.status == 1
    options = (*DATED, "--select", "GEM102", "--fail-on", "error")
    assert gemini_lint(*options, "warning.py", folder=folder).status == 0
    assert gemini_lint(*DATED, "--fail-on", "error", "faulty.py", folder=folder).status == 1


def test_a_missing_path_is_named_and_the_others_are_checked(folder: Path) -> None:
    run = gemini_lint(*DATED, "nowhere.py", "faulty.py", folder=folder)
    assert run.status == 2
    assert "nowhere.py" in run.stderr
    assert "faulty.py:5:78: GEM106" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--select", "GEM999"), "GEM999"),
        (("--select", "temperature-out-of-rage"), "temperature-out-of-range"),
        (("--select", ""), "--select"),
        (("--today", "tomorrow"), "YYYY-MM-DD"),
        (("--today", "20261122"), "YYYY-MM-DD"),
        (("--sdk-version", "newest"), "newest"),
        (("--languages", "en,FR"), "'en,FR': \"FR\" is no language code"),
        (("--languages", ""), "name a language"),
        (("--jobs", "0"), "--jobs"),
        (("--no-such-option",), "--no-such-option"),
        (("--config", "missing.toml"), "missing.toml"),
        (("--config", os.devnull, "--isolated"), "--isolated"),
        (("-", "clean.py"), "Standard input"),
    ],
)
def test_wrong_usage_is_status_2(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    run = gemini_lint(*arguments, folder=folder)
    assert run.status == 2
    assert said in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser reads everything")
def test_an_unreadable_file_is_named(folder: Path) -> None:
    (folder / "faulty.py").chmod(0)
    run = gemini_lint(*DATED, folder=folder)
    assert run.status == 2
    assert "faulty.py" in run.stderr


# bad input


UNPARSABLE = {
    "not_python.py": b"from google import genai\nx = (\n",
    "null_byte.py": b"import genai\x00\n",
    "not_utf_8.py": b"import genai  # \xff\n",
    "unknown_coding.py": b"# coding: klingon\nimport genai\n",
    "not_json.ipynb": b'{"cells": [genai',
    "no_notebook.ipynb": b'["genai"]',
}
ODD = {
    "empty.py": b"",
    "only_a_comment.py": b"# genai\n",
    "byte_order_mark.py": b"\xef\xbb\xbfimport genai\n",
    "latin_1.py": b"# coding: latin-1\nimport genai  # \xe9\n",
    "crlf.py": b"import genai\r\nx = 1\r\n",
    "syntax_of_3_12.py": b"type X = int  # genai\n",
    "f_string_of_3_12.py": b'import genai\nx = f"{\'a\' + f"{1}"}"\n',
}


def test_what_cannot_be_parsed_is_a_finding(folder: Path) -> None:
    for name, data in UNPARSABLE.items():
        (folder / name).write_bytes(data)
    run = gemini_lint(*DATED, folder=folder)
    assert run.status == 1
    found = {line.split(":")[0]: line for line in run.stdout.splitlines()}
    assert set(found) == {*UNPARSABLE, "faulty.py"}
    assert all("GEM001" in found[name] for name in UNPARSABLE)
    assert found["faulty.py"].startswith("faulty.py:5:78: GEM106")
    assert "Traceback" not in run.stderr


def test_odd_but_valid_files_are_silent(tmp_path: Path) -> None:
    for name, data in ODD.items():
        (tmp_path / name).write_bytes(data)
    run = gemini_lint(*DATED, folder=tmp_path)
    assert (run.status, run.stdout) == (0, "")
    assert f"({len(ODD)} files" in run.stderr


def test_lines_of_a_file_with_crlf_count_as_an_editor_counts(tmp_path: Path) -> None:
    (tmp_path / "faulty.py").write_bytes(FAULTY.replace("\n", "\r\n").encode())
    assert "faulty.py:5:78: GEM106" in gemini_lint(*DATED, folder=tmp_path).stdout


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    run = gemini_lint(*DATED, folder=folder)
    assert run.stdout.count("GEM106") == 1


def test_deep_nesting_is_no_traceback(folder: Path) -> None:
    text = "from google import genai\nx = " + "(" * 5000 + ")" * 5000 + "\n"
    (folder / "deep.py").write_text(text, encoding="utf-8")
    run = gemini_lint(*DATED, folder=folder)
    assert run.status in {1, 2}
    assert "faulty.py:5:78: GEM106" in run.stdout
    assert "deep.py" in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


# standard input


def test_standard_input_takes_the_name_that_is_given(folder: Path) -> None:
    options = (*DATED, "--stdin-filename", "new.py", "-")
    run = gemini_lint(*options, folder=folder, data=FAULTY.encode())
    assert run.status == 1
    assert run.stdout.startswith("new.py:5:78: GEM106")


def test_standard_input_is_excluded_by_its_name_on_demand(folder: Path) -> None:
    """As editors ask, and as flake8 and ruff answer."""
    options = (*DATED, "--extend-exclude", "vendor", "--stdin-filename", "vendor/new.py", "-")
    assert gemini_lint(*options, folder=folder, data=FAULTY.encode()).status == 1
    run = gemini_lint("--force-exclude", *options, folder=folder, data=FAULTY.encode())
    assert (run.status, run.stdout) == (0, "")
    assert "no findings (0 files" in run.stderr


def test_standard_input_shows_its_lines(folder: Path) -> None:
    options = (*DATED, "--output-format", "full", "-")
    run = gemini_lint(*options, folder=folder, data=FAULTY.encode())
    assert 'config={"max_output_tokens": 0}' in run.stdout


# selection


SELECTORS = ("GEM106", "GEM1", "gem106", "max-output-tokens-out-of-range", "ALL")


@pytest.mark.once
@pytest.mark.parametrize("selector", SELECTORS)
def test_rules_are_selected_by_code_prefix_and_name(selector: str) -> None:
    assert codes(FAULTY, select=(selector,)) == ["GEM106:5"]
    assert codes(FAULTY, ignore=(selector,)) == []


@pytest.mark.once
def test_every_kind_of_selector_may_be_typed(folder: Path) -> None:
    options = (*DATED, "--select", ",".join(SELECTORS), "faulty.py")
    assert "GEM106" in gemini_lint(*options, folder=folder).stdout
    options = (*DATED, "--ignore", ",".join(SELECTORS), "faulty.py")
    assert gemini_lint(*options, folder=folder).stdout == ""


@pytest.mark.once
def test_the_more_specific_selector_wins(folder: Path) -> None:
    options = (*DATED, "--select", "GEM106", "--ignore", "GEM1")
    assert "GEM106" in gemini_lint(*options, "faulty.py", folder=folder).stdout
    options = (*DATED, "--select", "GEM1", "--ignore", "GEM106")
    assert "GEM106" not in gemini_lint(*options, "faulty.py", folder=folder).stdout


@pytest.mark.once
def test_per_file_ignores_hold_for_the_files_that_match(folder: Path) -> None:
    (folder / "tests").mkdir()
    (folder / "tests" / "test_app.py").write_text(FAULTY, encoding="utf-8")
    run = gemini_lint(*DATED, "--per-file-ignores", "tests/*:GEM106,GEM2", folder=folder)
    assert "faulty.py:5:78: GEM106" in run.stdout
    assert "test_app.py" not in run.stdout


@pytest.mark.once
def test_the_command_line_beats_the_file(folder: Path) -> None:
    (folder / "gemini-lint.toml").write_text('ignore = ["GEM106"]\n', encoding="utf-8")
    assert "GEM106" not in gemini_lint(*DATED, folder=folder).stdout
    assert "GEM106" in gemini_lint(*DATED, "--ignore", "GEM2", folder=folder).stdout
    assert "GEM106" in gemini_lint(*DATED, "--isolated", folder=folder).stdout


def test_a_wrong_key_names_file_and_nearest_key(folder: Path) -> None:
    (folder / "gemini-lint.toml").write_text('ignroe = ["GEM106"]\n', encoding="utf-8")
    run = gemini_lint(*DATED, folder=folder)
    assert run.status == 2
    assert "gemini-lint.toml" in run.stderr
    assert "ignroe" in run.stderr
    assert "ignore" in run.stderr


@pytest.mark.once
def test_noqa_silences_unless_it_is_disabled(tmp_path: Path) -> None:
    text = FAULTY.replace("0}", "0}  # noqa: GEM106")
    (tmp_path / "faulty.py").write_text(text, encoding="utf-8")
    assert gemini_lint(*DATED, folder=tmp_path).status == 0
    assert gemini_lint(*DATED, "--disable-noqa", folder=tmp_path).status == 1


@pytest.mark.once
def test_an_unused_suppression_is_found_on_demand(tmp_path: Path) -> None:
    text = CLEAN.replace("100}", "100}  # noqa: GEM106")
    (tmp_path / "clean.py").write_text(text, encoding="utf-8")
    assert gemini_lint(*DATED, folder=tmp_path).status == 0
    run = gemini_lint(*DATED, "--extend-select", "GEM002", folder=tmp_path)
    assert run.stdout.startswith("clean.py:5:")
    assert "GEM002" in run.stdout


# several files


SETTINGS_MODULE = "from google import genai\n\nLIMIT = 0\n"
CALLER = """\
from google import genai

from settings import LIMIT

client = genai.Client()
client.models.generate_content(
    model="gemini-3.8-flash", contents="Hello", config={"max_output_tokens": LIMIT}
)
client.models.generate_content(
    model="gemini-3.8-flash", contents="Bye", config={"max_output_tokens": LIMIT}
)
"""


def test_a_literal_in_another_file_is_reported_there_once(tmp_path: Path) -> None:
    (tmp_path / "settings.py").write_text(SETTINGS_MODULE, encoding="utf-8")
    (tmp_path / "caller.py").write_text(CALLER, encoding="utf-8")
    (line,) = gemini_lint(*DATED, folder=tmp_path).stdout.splitlines()
    assert line.startswith("settings.py:3:9: GEM106 ")
    assert "in generate_content at caller.py line 6 (and 1 more call)" in line


def test_a_literal_in_a_file_that_is_not_checked_is_reported_at_the_call(tmp_path: Path) -> None:
    (tmp_path / "settings.py").write_text(SETTINGS_MODULE, encoding="utf-8")
    (tmp_path / "caller.py").write_text(CALLER, encoding="utf-8")
    lines = gemini_lint(*DATED, "caller.py", folder=tmp_path).stdout.splitlines()
    assert [line.split(":")[:2] for line in lines] == [["caller.py", "7"], ["caller.py", "10"]]
    assert all("settings.py:3)" in line for line in lines)


def test_the_same_findings_with_one_process_and_with_many(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"app_{number:02}.py").write_text(FAULTY, encoding="utf-8")
    one = gemini_lint(*DATED, "--jobs", "1", folder=tmp_path)
    two = gemini_lint(*DATED, "--jobs", "2", folder=tmp_path)
    assert one == two
    assert one.stdout.count("GEM106") == 60


# what it shows of itself


def test_show_files_lists_what_would_be_checked(folder: Path) -> None:
    run = gemini_lint("--show-files", "--extend-exclude", "clean.py", folder=folder)
    assert (run.status, run.stdout) == (0, "faulty.py\n")


def test_show_files_names_a_path_that_does_not_exist(folder: Path) -> None:
    run = gemini_lint("--show-files", "nowhere.py", "clean.py", folder=folder)
    assert (run.status, run.stdout) == (2, "clean.py\n")
    assert "nowhere.py: no such file or directory" in run.stderr


def test_show_settings_tells_what_is_in_force(folder: Path) -> None:
    (folder / "gemini-lint.toml").write_text("retirement-notice = 30\n", encoding="utf-8")
    output = gemini_lint("--show-settings", "--backend", "vertex", folder=folder).stdout
    assert "retirement-notice = 30" in output
    assert 'backend = "vertex"' in output


def test_the_shown_settings_can_be_a_configuration(folder: Path) -> None:
    shown = gemini_lint("--show-settings", folder=folder).stdout
    (folder / "gemini-lint.toml").write_text(shown, encoding="utf-8")
    assert gemini_lint("--show-settings", folder=folder).stdout == shown


def test_quiet_leaves_the_summary_out(folder: Path) -> None:
    assert gemini_lint(*DATED, "-q", folder=folder).stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="pipes differ there")
def test_a_closed_pipe_is_quiet(folder: Path) -> None:
    command = f'"{sys.executable}" -m gemini_lint rule | head -n 1'
    run = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("GEM001")
    assert run.stderr == ""


# rule, model, explain


def test_rule_shows_a_page_by_code_or_name(folder: Path) -> None:
    page = gemini_lint("rule", "GEM101", folder=folder)
    assert page.status == 0
    assert "\nWhat it does\n" in page.stdout
    assert "\n    from google import genai\n" in page.stdout
    assert "```" not in page.stdout
    markdown = gemini_lint("rule", "GEM101", "--format", "markdown", folder=folder).stdout
    assert "\n## What it does\n" in markdown
    assert "\n```python\n" in markdown
    assert gemini_lint("rule", "temperature-out-of-range", folder=folder) == page
    assert "\n\nSeverity: error.\n\n" in page.stdout
    off = gemini_lint("rule", "GEM207", folder=folder).stdout
    assert "\n\nSeverity: warning, off by default.\n\n" in off


@pytest.mark.once
def test_rule_knows_what_was_meant(folder: Path) -> None:
    run = gemini_lint("rule", "temperatur-out-of-range", folder=folder)
    assert run.status == 2
    assert "temperature-out-of-range" in run.stderr


@pytest.mark.once
def test_rule_table_has_every_rule_in_every_format(folder: Path) -> None:
    table = json.loads(gemini_lint("rule", "--format", "json", folder=folder).stdout)
    codes = [row["code"] for row in table]
    assert codes == sorted(codes)
    for output_format in ("text", "markdown"):
        output = gemini_lint("rule", "--format", output_format, folder=folder).stdout
        assert all(code in output for code in codes)


def test_model_shows_states_dates_and_sources(folder: Path) -> None:
    output = gemini_lint("model", "gemini-1.5-pro", *DATED, folder=folder).stdout
    assert "Gemini Developer API: shut-down" in output
    assert "source: " in output


@pytest.mark.once
def test_model_table_is_filtered(folder: Path) -> None:
    options = ("--backend", "vertex", "--status", "shut-down", *DATED)
    rows = gemini_lint("model", *options, folder=folder).stdout.splitlines()[1:]
    assert rows
    assert all("shut-down" in row for row in rows)


@pytest.mark.once
def test_model_knows_what_was_meant(folder: Path) -> None:
    run = gemini_lint("model", "gemini-2.5-falsh", folder=folder)
    assert run.status == 2
    assert "gemini-2.5-flash" in run.stderr


@pytest.mark.once
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("404 NOT_FOUND", "GEM202"),
        (TRACEBACK_LINE, "GEM202"),
        ("INVALID_ARGUMENT", "GEM101"),
        ("Thinking level MINIMAL is not supported for this model.", "GEM114"),
        ("pydantic_core._pydantic_core.ValidationError: 1 validation error", "GEM111"),
        (
            'Invalid JSON payload received. Unknown name "speechConfig": Cannot find field.',
            "GEM301",
        ),
    ],
)
def test_explain_leads_from_an_error_to_rules(folder: Path, text: str, rule: str) -> None:
    run = gemini_lint("explain", text, folder=folder)
    assert run.status == 0
    assert rule in run.stdout


@pytest.mark.once
def test_explain_takes_no_line_number_for_a_status(folder: Path) -> None:
    run = gemini_lint("explain", 'File "app.py", line 404, in main', folder=folder)
    assert run.status == 2
