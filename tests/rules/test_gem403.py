from __future__ import annotations

import pytest
from linting import codes

CALL = """\
from google import genai

client = genai.Client()
client.models.{method}(
    model="{model}",
    contents={contents},
)
"""


def program(model: str, method: str, words: int) -> str:
    text = "word " * words
    return CALL.format(method=method, model=model, contents=repr(text))


@pytest.mark.parametrize(
    ("model", "method", "words"),
    [
        pytest.param("gemini-embedding-001", "embed_content", 3_000, id="short enough"),
        pytest.param("gemini-3.8-flash", "generate_content", 50_000, id="a large limit"),
        pytest.param("gemini-9-unheard-of", "generate_content", 50_000, id="unknown model"),
    ],
)
def test_what_may_fit_is_silent(model: str, method: str, words: int) -> None:
    assert codes(program(model, method, words), select=("GEM403",)) == []


def test_what_cannot_fit_is_reported() -> None:
    source = program("gemini-embedding-001", "embed_content", 4_000)
    assert codes(source, select=("GEM403",)) == ["GEM403:6"]


def test_texts_are_judged_one_by_one() -> None:
    half = "word " * 2_000
    source = CALL.format(
        method="embed_content", model="gemini-embedding-001", contents=repr([half, half])
    )
    assert codes(source, select=("GEM403",)) == []
