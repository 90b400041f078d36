"""Keys that do not exist are seen in safety settings and in tools, however they are written."""

from __future__ import annotations

import pytest
from linting import codes

CALL = """
from google import genai
from google.genai import types

client = genai.Client()
client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={config},
)
"""
CATEGORY = '"HARM_CATEGORY_HARASSMENT"'


@pytest.mark.parametrize(
    "config",
    [
        f'{{"safety_settings": [{{"category": {CATEGORY}, "threshold": "OFF"}}]}}',
        '{"tools": [{"google_search": {}}, {"codeExecution": {}}]}',
        '{"tools": [{"googleSearch": {"timeRangeFilter": {"startTime": "2026-01-01T00:00:00Z"}}}]}',
        (
            '{"tools": [{"function_declarations": [{"name": "level", "parameters": {'
            '"type": "OBJECT", "properties": {"river": {"type": "STRING", "title": "Name"}}}}]}]}'
        ),
    ],
)
def test_known_keys(config: str) -> None:
    assert codes(CALL.replace("{config}", config)) == []


@pytest.mark.parametrize(
    "config",
    [
        f'{{"safety_settings": [{{"category": {CATEGORY}, "threshold": "OFF", "level": 1}}]}}',
        (
            "types.GenerateContentConfig(safety_settings=["
            f'types.SafetySetting(category={CATEGORY}, threshold="OFF", level=1)])'
        ),
        '{"tools": [{"google_search": {"query": "rivers"}}]}',
        "types.GenerateContentConfig(tools=[types.Tool(google_search=types.GoogleSearch(query=1))])",
        '{"tools": [{"function_declarations": [{"name": "level", "params": {}}]}]}',
    ],
)
def test_unknown_keys(config: str) -> None:
    assert codes(CALL.replace("{config}", config)) == ["GEM111:9"]
