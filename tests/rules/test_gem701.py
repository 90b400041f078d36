from __future__ import annotations

import pytest
from google_keys import AUTHORIZATION, STANDARD
from linting import codes, findings

CLIENT = """\
import os, pydantic

from google import genai

client = genai.Client(api_key={key})
response = client.models.generate_content(model="gemini-3.8-flash", contents="Name a river.")
"""


@pytest.mark.parametrize(
    "key",
    [
        pytest.param('os.environ["GEMINI_API_KEY"]', id="environment"),
        pytest.param('"YOUR_API_KEY"', id="placeholder"),
        pytest.param('""', id="empty"),
        pytest.param(repr("AIza" + "SyXXXXXXXX"), id="masked and short"),
        pytest.param(repr("AIza" + "Sy" + "X" * 33), id="masked"),
        pytest.param(repr("AIza" + "Sy_YOUR_API_KEY_GOES_IN_THIS_PLACE_1"), id="words"),
        pytest.param(repr("AIza" + "ab" * 17 + "c"), id="hardly random"),
        pytest.param(repr(STANDARD + "x"), id="too long"),
        pytest.param(repr("sk-proj-" + STANDARD[4:]), id="another vendor's"),
    ],
)
def test_no_real_key_is_silent(key: str) -> None:
    assert codes(CLIENT.format(key=key)) == []


@pytest.mark.parametrize(
    "key",
    [
        pytest.param(repr(STANDARD), id="standard key"),
        pytest.param(repr(AUTHORIZATION), id="authorization key"),
        pytest.param(f'os.getenv("GEMINI_API_KEY", {STANDARD!r})', id="default"),
        pytest.param(f"pydantic.SecretStr({STANDARD!r})", id="secret"),
        pytest.param(f"pydantic.SecretStr({STANDARD!r}).get_secret_value()", id="told secret"),
    ],
)
def test_real_key_is_reported_and_never_shown(key: str) -> None:
    (found,) = findings(CLIENT.format(key=key))
    assert (found.code, found.span.line) == ("GEM701", 5)
    said = " ".join([found.message, found.outcome, *found.source])
    assert STANDARD[4:10] not in said
    assert AUTHORIZATION[3:10] not in said


def test_constant_is_reported_where_it_stands() -> None:
    source = f'KEY = "{STANDARD}"\n' + CLIENT.format(key="KEY")
    assert codes(source) == ["GEM701:1"]


@pytest.mark.parametrize("options", ["types.HttpOptions(headers={})", '{{"headers": {}}}'])
def test_header_of_a_client_is_reported(options: str) -> None:
    program = """
        from google import genai
        from google.genai import types

        client = genai.Client(http_options={})
    """
    headers = f'{{"X-Goog-Api-Key": "{STANDARD}"}}'
    assert codes(program.format(options.format(headers))) == ["GEM701:5"]
    headers = f'{{"X-Request-Id": "{STANDARD}"}}'
    assert codes(program.format(options.format(headers))) == []


def test_environment_assignment_is_reported() -> None:
    source = f'import os\nos.environ["GEMINI_API_KEY"] = "{STANDARD}"\n' + CLIENT.format(key="None")
    assert "GEM701:2" in codes(source)


def test_old_sdk_is_configured_with_a_key() -> None:
    source = f"""\
        import google.generativeai as genai

        genai.configure(api_key="{STANDARD}")
        model = genai.GenerativeModel("gemini-3.8-flash")
        """
    assert codes(source, select=("GEM701",)) == ["GEM701:3"]


def test_key_in_a_header_is_reported() -> None:
    source = f"""\
        import requests

        requests.post(
            "https://generativelanguage.googleapis.com/v1/models/gemini-3.8-flash:generateContent",
            headers={{"x-goog-api-key": "{STANDARD}"}},
            json={{"contents": [{{"parts": [{{"text": "Name three rivers."}}]}}]}},
        )
        """
    assert codes(source) == ["GEM701:5"]
