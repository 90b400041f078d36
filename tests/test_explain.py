"""`gemini-lint explain` and `gemini-lint rule`: from an error to its page, shown in a terminal."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path

import pytest
from command import gemini_lint
from linting import ROOT

from gemini_lint.catalog import errors
from gemini_lint.rules import registry

DATED = ("--today", "2026-11-22")
ROWS = json.loads((ROOT / "gemini_lint/catalog/data/errors.json").read_text(encoding="utf-8"))
GUIDE = (
    "400 INVALID_ARGUMENT", "400 FAILED_PRECONDITION", "403 PERMISSION_DENIED", "404 NOT_FOUND",
    "429 RESOURCE_EXHAUSTED", "500 INTERNAL", "503 UNAVAILABLE",
)  # fmt: skip
TRACEBACK = """\
Traceback (most recent call last):
  File "/home/me/app/main.py", line 404, in <module>
    response = client.models.generate_content(
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/venv/lib/python3.13/site-packages/google/genai/_api_client.py", line 429, in request
    raise e
  File "/venv/lib/python3.13/site-packages/google/genai/errors.py", line 503, in raise_error
    raise ClientError(status_code, response_json, response)
google.genai.errors.ClientError: 400 INVALID_ARGUMENT. {'error': {'code': 400, 'message': \
'Thinking level MINIMAL is not supported for this model. Please retry with other thinking \
level.', 'status': 'INVALID_ARGUMENT'}}
"""


def titles(text: str) -> list[str]:
    return [explanation.title for explanation in errors.explain(text)]


@pytest.mark.once
@pytest.mark.parametrize("title", GUIDE)
def test_every_error_of_the_guide_has_a_page(title: str, tmp_path: Path) -> None:
    run = gemini_lint("explain", title, folder=tmp_path)
    assert run.status == 0
    assert run.stdout.startswith(f"{title}\n\n")
    for heading in ("What to do", "What it cannot see", "Source"):
        assert f"\n\n{heading}\n\n" in run.stdout


@pytest.mark.parametrize("row", ROWS["errors"], ids=lambda row: f"{row['http']} {row['status']}")
def test_an_error_is_known_by_each_of_its_names(row: dict[str, object]) -> None:
    code, status = str(row["http"]), str(row["status"] or "")
    names = [f"{code} {status}", f"HTTP/1.1 {code}", *_strings(row["interactions_codes"])]
    if status:
        class_name = status.title().replace("_", "")
        names += [status, status.lower().replace("_", " "), f"exceptions.{class_name}: no"]
    if code != "499":
        names.append(f"{code} {HTTPStatus(int(code)).phrase}")
    for name in names:
        assert any(title.startswith(code) for title in titles(name)), name


def _strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(item) for item in value]


def test_the_numbers_of_a_traceback_are_no_statuses(tmp_path: Path) -> None:
    run = gemini_lint("explain", "-", folder=tmp_path, data=TRACEBACK.encode())
    assert titles(TRACEBACK) == [
        "“Thinking level … is not supported for this model”", "400 INVALID_ARGUMENT",
    ]  # fmt: skip
    assert run.stdout.count("\nSource\n") == 2
    assert "GEM114 thinking-level-not-supported" in run.stdout


@pytest.mark.parametrize(
    "text",
    [
        "blocked", "finish_reason: RECITATION", "<FinishReason.PROHIBITED_CONTENT: 8>",
        "BlockedPromptException", '{"promptFeedback": {"blockReason": "OTHER"}}', "MAX_TOKENS",
    ],
)  # fmt: skip
def test_an_answer_without_text_is_explained(text: str) -> None:
    assert titles(text) == ["Blocked response"]


def test_the_page_of_an_exception_says_its_cause_once(tmp_path: Path) -> None:
    shown = gemini_lint("explain", "ValueError", folder=tmp_path).stdout
    assert shown.count("rejected the call before sending it") == 1
    assert "GEM305 not-supported-by-backend" in shown


def test_reasons_are_no_everyday_words() -> None:
    assert titles("some other language") == []


def test_the_state_of_the_models_in_the_text_is_told(tmp_path: Path) -> None:
    text = "404 models/gemini-1.5-pro is not found for API version v1beta, or is not supported for"
    shown = gemini_lint("explain", *DATED, text, folder=tmp_path).stdout
    assert "- `gemini-1.5-pro`, Gemini Developer API: shut-down (2025-09-29), use gem" in shown
    assert "Models in that text" not in gemini_lint("explain", "404", folder=tmp_path).stdout


def test_without_a_text_all_errors_are_listed(tmp_path: Path) -> None:
    run = gemini_lint("explain", folder=tmp_path)
    assert run.status == 0
    listed = run.stdout.splitlines()[1:]
    assert len(listed) == len(ROWS["errors"]) + len(ROWS["outcomes"])
    assert set(GUIDE) <= {line.split("  ")[0] for line in listed}


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00nothing known"])
def test_what_is_not_known_is_one_line_and_status_2(data: bytes, tmp_path: Path) -> None:
    run = gemini_lint("explain", "-", folder=tmp_path, data=data)
    assert run.status == 2
    assert run.stderr.splitlines()[-1].startswith("error: ")
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("GEM101", "rule GEM101"),
        ("shut-down-model", "rule GEM202"),
        ("gemini-2.5-flash", "model gemini-2.5-flash"),
    ],
)
def test_rules_and_models_are_shown_elsewhere(text: str, command: str, tmp_path: Path) -> None:
    run = gemini_lint("explain", text, folder=tmp_path)
    assert run.status == 2
    assert f"`gemini-lint {command}`" in run.stderr


def test_pages_are_rendered_where_colour_is(tmp_path: Path) -> None:
    shown = gemini_lint("rule", "GEM305", folder=tmp_path, FORCE_COLOR="1").stdout
    assert "\x1b[1mWhat it does\x1b[0m" in shown
    assert "\x1b[36maudio_timestamp\x1b[0m" in shown
    assert '\x1b[32m"gemini-3.8-flash"\x1b[0m' in shown
    plain = gemini_lint("rule", "GEM305", folder=tmp_path, NO_COLOR="1").stdout
    assert "\x1b" not in plain
    assert "`audio_timestamp`" in plain


def test_links_of_pages_can_be_followed(tmp_path: Path) -> None:
    shown = gemini_lint("explain", "503", folder=tmp_path, FORCE_HYPERLINK="1").stdout
    assert "\x1b]8;;https://ai.google.dev/gemini-api/docs/api-errors\x1b\\" in shown


def test_every_named_rule_exists() -> None:
    causes = [
        cause for row in (*ROWS["errors"], *ROWS["outcomes"]) for cause in row["causes_in_code"]
    ]
    rows = [*causes, *ROWS["exceptions"], *ROWS["messages"]]
    assert {code for row in rows for code in row["rules"]} <= set(registry.names())
