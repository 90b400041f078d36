from __future__ import annotations

import pytest
from google_keys import STANDARD
from linting import codes

MODELS = "https://generativelanguage.googleapis.com/v1/models"
POST = """\
import os

import requests

key = os.environ["GEMINI_API_KEY"]
requests.post(
    {url},
    json={{"contents": [{{"parts": [{{"text": "Name three rivers."}}]}}]}},
    {more}
)
"""
PLAIN = f'"{MODELS}/gemini-3.8-flash:generateContent"'


def program(url: str = PLAIN, more: str = "") -> str:
    return POST.format(url=url, more=more)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(program(more='headers={"x-goog-api-key": key},'), id="header"),
        pytest.param(program(more='params={"alt": "sse"},'), id="other parameters"),
        pytest.param(program('"https://example.com/v1/models?key=abc"'), id="another service"),
        pytest.param(
            "from urllib.parse import urlencode\n"
            + program(f'{PLAIN} + "?" + urlencode({{"alt": "sse", "monkey": key}})'),
            id="another key of urlencode",
        ),
    ],
)
def test_key_elsewhere_is_silent(source: str) -> None:
    assert codes(source, select=("GEM7",)) == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        pytest.param(
            program(f'f"{MODELS}/gemini-3.8-flash:generateContent?key={{key}}"'), 7, id="f-string"
        ),
        pytest.param(
            program(f'"{MODELS}/gemini-3.8-flash:generateContent?key=" + key'), 7, id="sum"
        ),
        pytest.param(
            program(f'"{MODELS}/gemini-3.8-flash:generateContent?alt=sse&key=" + key'), 7, id="last"
        ),
        pytest.param(program(more='params={"key": key},'), 9, id="params"),
        pytest.param(
            "from urllib.parse import urlencode\n"
            + program(f'{PLAIN} + "?" + urlencode({{"alt": "sse", "key": key}})'),
            8,
            id="urlencode",
        ),
    ],
)
def test_key_in_the_url_is_reported(source: str, line: int) -> None:
    assert codes(source, select=("GEM7",)) == [f"GEM702:{line}"]


def test_real_key_in_the_url_is_a_hard_coded_one_alone() -> None:
    source = program(f'"{MODELS}/gemini-3.8-flash:generateContent?key={STANDARD}"')
    assert codes(source, select=("GEM7",)) == ["GEM701:7"]
