from __future__ import annotations

import pytest
from linting import codes

PROGRAM = """\
from google import genai
from google.genai.types import HarmCategory

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={{"safety_settings": [
        {{"category": {first}, "threshold": "BLOCK_NONE"}},
        {{"category": {second}, "threshold": "OFF"}},
    ]}},
)
"""
HATE = '"HARM_CATEGORY_HATE_SPEECH"'
HARASSMENT = '"HARM_CATEGORY_HARASSMENT"'


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(HATE, HARASSMENT, id="two categories"),
        pytest.param(HATE, "category", id="unknown"),
        pytest.param(HATE, f"{HATE} if strict else {HARASSMENT}", id="perhaps another"),
    ],
)
def test_each_category_once_is_silent(first: str, second: str) -> None:
    assert codes(PROGRAM.format(first=first, second=second)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(HATE, HATE, id="same spelling"),
        pytest.param(HATE, "HarmCategory.HARM_CATEGORY_HATE_SPEECH", id="another spelling"),
    ],
)
def test_second_setting_is_reported(first: str, second: str) -> None:
    assert codes(PROGRAM.format(first=first, second=second)) == ["GEM504:10"]
