"""Each output format holds what the service that reads it asks for."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from command import Run, gemini_lint

PROGRAM = """\
from google import genai

client = genai.Client()
client.models.generate_content(
    model="gemini-1.5-pro", contents="Hello", config={"top_p": 1.5}
)
client.models.generate_content(
    model="gemini-2.5-flash", contents="Hello", config={"temperature": 1.5}
)
"""

Checked = Callable[..., Run]


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """Checks a program in a folder of its own."""
    (tmp_path / "app.py").write_text(PROGRAM, encoding="utf-8")

    def check(*arguments: str, **environment: Any) -> Run:
        options = ("--today", "2026-11-22", "--isolated")
        return gemini_lint("check", *options, *arguments, folder=tmp_path, **environment)

    return check


def test_concise_is_one_line_for_each_finding(checked: Checked) -> None:
    lines = checked("app.py").stdout.splitlines()
    assert lines[0].startswith("app.py:5:11: GEM202 ")
    assert lines[0].endswith(" [shut-down-model]")
    places = [tuple(map(int, line.split(":")[1:3])) for line in lines]
    assert places == sorted(places)
    assert len(lines) > 2


@pytest.mark.once
def test_summary_is_on_standard_error(checked: Checked) -> None:
    run = checked("app.py")
    assert run.stderr.endswith(" in 1 file (1 file, 1 with Gemini calls)\n")
    assert "Gemini calls)" not in run.stdout


@pytest.mark.once
def test_full_marks_the_literal_and_says_what_happens(checked: Checked) -> None:
    output = checked("--output-format", "full", "--select", "GEM103", "app.py").stdout
    line, marks = output.splitlines()[2:4]
    assert line.endswith('config={"top_p": 1.5}')
    assert line[marks.index("^") : marks.rindex("^") + 1] == "1.5"
    assert "  = outcome: " in output
    assert "  = source: " in output
    assert "  = more: gemini-lint rule GEM103" in output


@pytest.mark.once
def test_full_marks_below_wide_characters(tmp_path: Path) -> None:
    text = PROGRAM.replace('"Hello"', '"こんにちは"')
    (tmp_path / "app.py").write_text(text, encoding="utf-8")
    options = ("--isolated", "--select", "GEM103", "--output-format", "full")
    line, marks = gemini_lint(*options, folder=tmp_path).stdout.splitlines()[2:4]
    assert marks.index("^") == line.index("1.5}") + len("こんにちは")


def test_json_has_every_field(checked: Checked) -> None:
    report = json.loads(checked("--output-format", "json", "--select", "GEM103", "app.py").stdout)
    assert report["version"] == 1
    assert set(report["tool"]) == {"name", "version", "catalog"}
    assert report["today"] == "2026-11-22"
    assert report["summary"] == {"errors": 1, "warnings": 0, "files": 1, "files_with_calls": 1}
    (finding,) = report["findings"]
    assert finding["path"] == "app.py"
    assert (finding["line"], finding["column"]) == (5, 64)
    assert (finding["end_line"], finding["end_column"]) == (5, 67)
    assert (finding["code"], finding["name"]) == ("GEM103", "top-p-out-of-range")
    assert (finding["sdk"], finding["method"]) == ("google-genai", "generateContent")
    assert (finding["model"], finding["backend"]) == ("gemini-1.5-pro", "gemini-api")
    assert set(finding) == {
        "path", "line", "column", "end_line", "end_column", "cell", "code", "name", "severity",
        "message", "outcome", "source", "sdk", "method", "model", "api_version", "backend", "url",
    }  # fmt: skip


@pytest.mark.once
def test_json_without_findings(checked: Checked) -> None:
    report = json.loads(checked("--output-format", "json", "--ignore", "ALL", "app.py").stdout)
    assert report["findings"] == []


def test_sarif_is_valid_and_complete(checked: Checked) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    log = json.loads(checked("--output-format", "sarif", "app.py").stdout)
    schema = Path(__file__).parent / "data" / "sarif-schema-2.1.0.json"
    jsonschema.validate(log, json.loads(schema.read_text(encoding="utf-8")))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert result["partialFingerprints"]["primaryLocationLineHash"].endswith(":1")


@pytest.mark.once
def test_sarif_tells_security_from_the_rest(checked: Checked) -> None:
    (run,) = json.loads(checked("--output-format", "sarif", "app.py").stdout)["runs"]
    properties = {rule["id"]: rule["properties"] for rule in run["tool"]["driver"]["rules"]}
    scored = {code for code, found in properties.items() if "security-severity" in found}
    assert scored == {"GEM701", "GEM702"}
    assert {code for code, found in properties.items() if "security" in found["tags"]} == scored
    assert all(0 < float(properties[code]["security-severity"]) < 10 for code in scored)


@pytest.mark.once
def test_fingerprints_do_not_change_when_lines_move(checked: Checked, tmp_path: Path) -> None:
    before = json.loads(checked("--output-format", "gitlab", "app.py").stdout)
    (tmp_path / "app.py").write_text("# a line above\n\n" + PROGRAM, encoding="utf-8")
    after = json.loads(checked("--output-format", "gitlab", "app.py").stdout)
    prints = [issue["fingerprint"] for issue in before]
    assert prints == [issue["fingerprint"] for issue in after]
    assert len(set(prints)) == len(prints)


def test_gitlab_has_what_a_merge_request_shows(checked: Checked) -> None:
    output = checked("--output-format", "gitlab", "--select", "GEM103", "app.py").stdout
    (issue,) = json.loads(output)
    assert issue["check_name"] == "top-p-out-of-range"
    assert issue["severity"] == "major"
    assert issue["location"]["path"] == "app.py"
    assert issue["location"]["lines"]["begin"] == 5


def test_github_shows_errors_first_and_counts_the_rest(tmp_path: Path) -> None:
    call = (
        'c.models.generate_content(model="gemini-2.5-flash", contents="Hi", config={{"{}": {}}})\n'
    )
    lines = [call.format("temperature", "1.5")] + [call.format("top_p", "7")] * 12
    text = "from google import genai\nc = genai.Client()\n" + "".join(lines)
    (tmp_path / "app.py").write_text(text, encoding="utf-8")
    options = ("--isolated", "--select", "GEM102,GEM103", "--output-format", "github")
    annotations = gemini_lint(*options, folder=tmp_path).stdout.splitlines()
    kinds = [line.split(" ")[0] for line in annotations]
    assert kinds == ["::error"] * 10 + ["::notice", "::warning"]
    assert annotations[10].endswith("::2 more errors")
    assert annotations[0].startswith("::error file=app.py,line=4,endLine=4,col=")


def test_rdjson_has_ranges_and_codes(checked: Checked) -> None:
    output = checked("--output-format", "rdjson", "--select", "GEM103", "app.py").stdout
    (diagnostic,) = json.loads(output)["diagnostics"]
    assert diagnostic["code"]["value"] == "GEM103"
    assert diagnostic["severity"] == "ERROR"
    assert diagnostic["location"]["range"]["start"] == {"line": 5, "column": 64}


def test_junit_counts_findings_as_failures(checked: Checked) -> None:
    root = ElementTree.fromstring(checked("--output-format", "junit", "app.py").stdout)
    failures = root.findall("./testsuite/testcase/failure")
    assert len(failures) == int(root.attrib["failures"]) > 1


@pytest.mark.once
def test_junit_passes_without_findings(checked: Checked) -> None:
    run = checked("--output-format", "junit", "--ignore", "ALL", "app.py")
    root = ElementTree.fromstring(run.stdout)
    assert root.attrib["failures"] == "0"
    assert root.findall("./testsuite/testcase")


def test_output_goes_to_a_file(checked: Checked, tmp_path: Path) -> None:
    run = checked("--output-format", "json", "-o", "report.json", "app.py")
    assert run.stdout == ""
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["findings"]


@pytest.mark.once
def test_an_unknown_format_is_wrong_usage(checked: Checked) -> None:
    run = checked("--output-format", "yaml", "app.py")
    assert run.status == 2
    assert "sarif" in run.stderr


@pytest.mark.once
def test_statistics_count_each_rule(checked: Checked) -> None:
    run = checked("--statistics", "--select", "GEM103,GEM102", "app.py")
    assert "1      GEM103 top-p-out-of-range" in run.stdout


def test_colour_is_for_terminals(checked: Checked) -> None:
    assert "\x1b[" not in checked("app.py").stdout
    assert "\x1b[" in checked("--color", "always", "app.py").stdout
    assert "\x1b[" in checked("app.py", FORCE_COLOR="1").stdout
    assert "\x1b[" not in checked("app.py", FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
def test_control_characters_of_a_name_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.py").write_text(PROGRAM, encoding="utf-8")
    output = gemini_lint("--isolated", folder=tmp_path).stdout
    assert "\x1b" not in output
    assert output.startswith("a\\x1b[31m.py:5:11: ")


@pytest.mark.once
@pytest.mark.parametrize(
    ("fault", "shown", "contradicting"),
    [
        ('model="gemini-3-pro-preview"', "use gemini-3.1-pro-preview", 'model="gemini-3.8-flash"'),
        ('model="gemini-3.8-flash", config={"system_prompt": "x"}', "system_instr", "max_output"),
        (
            'model="gemini-2.5-flash", config={"thinking_config": {"thinking_level": "low"}}',
            "has no thinking levels",
            'ThinkingConfig(thinking_level="low")',
        ),
    ],
)
def test_full_shows_no_remedy_against_its_message(
    tmp_path: Path, fault: str, shown: str, contradicting: str
) -> None:
    program = (
        "from google import genai\n"
        "genai_client = genai.Client()\n"
        f"genai_client.models.generate_content(contents='Hello', {fault})\n"
    )
    (tmp_path / "app.py").write_text(program, encoding="utf-8")
    options = ("--isolated", "--today", "2026-11-22", "--output-format", "full")
    output = gemini_lint("check", *options, "app.py", folder=tmp_path).stdout
    assert shown in output
    assert contradicting not in output


@pytest.mark.once
def test_full_masks_only_the_value_of_a_key_in_a_url(tmp_path: Path) -> None:
    program = (
        "import os, requests\n"
        'BASE = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash"\n'
        'requests.post(BASE + ":generateContent?key=" + os.environ["KEY"], json={})\n'
        'requests.post(BASE + ":generateContent?key=opensesame&alt=sse", json={})\n'
    )
    (tmp_path / "app.py").write_text(program, encoding="utf-8")
    options = ("--isolated", "--select", "GEM702", "--output-format", "full")
    output = gemini_lint("check", *options, "app.py", folder=tmp_path).stdout
    assert 'BASE + ":generateContent?key=" + os.environ["KEY"]' in output
    assert '":generateContent?key=**********&alt=sse"' in output
