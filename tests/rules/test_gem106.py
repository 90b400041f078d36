from __future__ import annotations

import pytest
from programs import faults, google_genai, google_generativeai, messages


@pytest.mark.parametrize(
    "tokens", ["1", "65536", "65_536", "1 << 16", '"100"', "None", "int(input())"]
)
def test_noop(tokens: str) -> None:
    assert faults(google_genai(f"max_output_tokens={tokens}")) == []


def test_noop_long_answers_of_gemini_4() -> None:
    assert faults(google_genai("max_output_tokens=1_048_576", model="gemini-4-neon")) == []


def test_noop_unknown_model() -> None:
    assert faults(google_genai("max_output_tokens=10**7", model="gemini-9-unheard-of")) == []


@pytest.mark.parametrize("tokens", ["0", "-1"])
def test_below_1(tokens: str) -> None:
    assert faults(google_genai(f"max_output_tokens={tokens}")) == ["GEM106"]


@pytest.mark.parametrize(
    ("model", "tokens"),
    [
        ("gemini-3.8-flash", "65_537"),
        ("gemini-3.8-flash", "1 << 17"),
        ("gemini-3.1-flash-image", "65_536"),
        ("gemini-4-neon", "1_048_577"),
    ],
)
def test_above_the_models_limit(model: str, tokens: str) -> None:
    source = google_genai(f"max_output_tokens={tokens}", model=model)
    assert faults(source) == ["GEM106"]
    assert model in messages(source)[0]


def test_old_library() -> None:
    assert faults(google_generativeai('{"max_output_tokens": 0}')) == ["GEM106"]
