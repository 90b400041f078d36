"""Every report is valid for the service that reads it: empty, with one finding, with thousands."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gemini_lint.findings import Finding, Report, Span
from gemini_lint.reports import render
from gemini_lint.reports.view import View
from gemini_lint.rules import registry

pytestmark = pytest.mark.once

DATA = Path(__file__).parent / "data"
COUNTS = pytest.mark.parametrize("count", [0, 1, 5000])
LINES = ("model = MODEL", "temperature = 3", "prompt = 'été 🙂'", "")


def report(count: int) -> Report:
    """Many findings of every rule: some in notebooks, some of equal lines, odd names."""
    return Report(tuple(finding(number) for number in range(count)), date(2026, 11, 22), 7, 3)


def finding(number: int) -> Finding:
    names = list(registry.names().items())
    code, name = names[number % len(names)]
    path = f"app/a b,{number // 1000}.py"
    cell = 2 if number % 7 == 0 else None
    return Finding(
        Span(path, cell, number + 1, 1, number + 1 + number % 2, 9),
        code,
        name,
        registry.rule(code).rule.severity,
        "“été”: 50% of <it> is\tnot ]]> allowed | here",
        "400 INVALID_ARGUMENT",
        ("https://example.com (2026-10)",),
    )


def rendered(output_format: str, count: int) -> str:
    view = View(line=lambda span: LINES[span.line % len(LINES)])
    return "\n".join(render(output_format, report(count), view))


def schema(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@COUNTS
def test_sarif_is_valid(count: int) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    log = json.loads(rendered("sarif", count))
    jsonschema.Draft7Validator(schema("sarif-schema-2.1.0.json")).validate(log)
    (run,) = log["runs"]
    results = run["results"]
    assert len(results) == count
    marks = {result["partialFingerprints"]["primaryLocationLineHash"] for result in results}
    assert len(marks) == count


def test_sarif_shows_pages_as_markdown() -> None:
    (run,) = json.loads(rendered("sarif", 0))["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(rules) == set(registry.names())
    for rule in rules.values():
        fences = [line for line in rule["help"]["markdown"].splitlines() if "```" in line]
        assert set(fences) <= {"```python", "```"}
        assert rule["properties"]["precision"] in {"high", "medium"}


def test_sarif_says_what_could_not_be_checked() -> None:
    broken = Report((), date(2026, 11, 22), problems=("a.py: cannot be read",))
    (run,) = json.loads("\n".join(render("sarif", broken, View())))["runs"]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert "a.py" in invocation["toolExecutionNotifications"][0]["message"]["text"]


@COUNTS
def test_gitlab_is_valid(count: int) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(schema("gitlab-codequality.json"))
    issues = json.loads(rendered("gitlab", count))
    for issue in issues:
        validator.validate(issue)
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
    assert len({issue["fingerprint"] for issue in issues}) == count


@COUNTS
def test_rdjson_is_valid(count: int) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    result = json.loads(rendered("rdjson", count))
    jsonschema.Draft4Validator(schema("rdjson-schema.json")).validate(result)
    assert len(result["diagnostics"]) == count


def test_rdjson_columns_count_bytes() -> None:
    one = Finding(Span("a.py", None, 2, 17, 2, 18), "GEM101", "x", "error", "y", "", ())
    view = View(line=lambda span: LINES[2])
    (written,) = render("rdjson", Report((one,), date(2026, 11, 22)), view)
    (diagnostic,) = json.loads(written)["diagnostics"]
    start = diagnostic["location"]["range"]["start"]
    assert start["column"] == len(LINES[2][:16].encode()) + 1 == 22


@COUNTS
def test_junit_is_valid(count: int) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    document = rendered("junit", count)
    xmlschema.XMLSchema(str(DATA / "junit-10.xsd")).validate(io.StringIO(document))
    assert document.count("<failure ") == count


def test_github_leaves_columns_out_over_several_lines() -> None:
    annotations = rendered("github", 60).splitlines()
    for annotation in annotations:
        over_lines = "line=" in annotation and _property(annotation, "line") != _property(
            annotation, "endLine"
        )
        assert not (over_lines and "col=" in annotation)


def _property(annotation: str, name: str) -> str:
    head = annotation.split("::")[1].split(" ", 1)[1]
    return dict(item.split("=", 1) for item in head.split(","))[name]
