from __future__ import annotations

import pytest
from linting import codes

GENAI = """\
import json

from google import genai

client = genai.Client()
response = client.models.generate_content(model="gemini-3.8-flash", contents="Name a river.")
{use}
"""
OLD = """\
import google.generativeai as genai

model = genai.GenerativeModel("gemini-3.8-flash")
response = model.generate_content("Name a river.")
{use}
"""
ONLY = ("GEM505",)


@pytest.mark.parametrize(
    "use",
    [
        pytest.param("print(response.text)", id="prints None"),
        pytest.param("if response.text:\n    print(response.text.upper())", id="guarded"),
        pytest.param(
            "print(response.prompt_feedback)\nprint(response.text.upper())", id="looked at"
        ),
    ],
)
def test_use_that_cannot_fail_is_silent(use: str) -> None:
    assert codes(GENAI.format(use=use), select=ONLY) == []


@pytest.mark.parametrize(
    ("exception", "is_guard"),
    [
        ("ValueError", True),
        ("(KeyError, ValueError)", True),
        ("Exception as error", True),
        ("", True),
        ("KeyError", False),
    ],
)
def test_exception_that_is_caught_is_a_guard(exception: str, is_guard: bool) -> None:
    use = f"try:\n    print(response.text)\nexcept {exception}:\n    pass"
    assert codes(OLD.format(use=use), select=ONLY) == ([] if is_guard else ["GEM505:6"])


def test_exception_of_a_call_on_none_is_caught() -> None:
    use = "try:\n    response.text.upper()\nexcept {}:\n    pass"
    assert codes(GENAI.format(use=use.format("AttributeError")), select=ONLY) == []
    assert codes(GENAI.format(use=use.format("ValueError")), select=ONLY) == ["GEM505:8"]


@pytest.mark.parametrize(
    "use",
    [
        "response.text.upper()",
        "len(response.text)",
        "json.loads(response.text)",
        'response.text + "!"',
        "response.text[0]",
    ],
)
def test_use_that_fails_on_none_is_reported(use: str) -> None:
    assert codes(GENAI.format(use=use), select=ONLY) == ["GEM505:7"]


def test_any_use_fails_with_the_old_sdk() -> None:
    assert codes(OLD.format(use="print(response.text)"), select=ONLY) == ["GEM505:5"]


def test_rule_is_off_by_default() -> None:
    assert codes(GENAI.format(use="len(response.text)")) == []
