"""google-genai's declarations, where the tables of its types do not decide."""

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
    config=types.GenerateContentConfig(
        automatic_function_calling={config},
    ),
)
"""


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("types.AutomaticFunctionCallingConfig(disable=True)", []),
        ('{"maximumRemoteCalls": 3}', []),
        ("types.AutomaticFunctionCallingConfig(enabled=True)", ["GEM111:10"]),
        ('{"disable": "perhaps"}', ["GEM110:10"]),
    ],
)
def test_what_only_the_sdk_reads_is_checked_by_it(config: str, expected: list[str]) -> None:
    assert codes(CALL.replace("{config}", config)) == expected
