from __future__ import annotations

import pytest
from programs import faults, google_genai, google_generativeai, messages


@pytest.mark.parametrize("count", ["1", "2", "8", "2.0", "None", "int(input())"])
def test_noop(count: str) -> None:
    assert faults(google_genai(f"candidate_count={count}", model="gemini-2.5-flash")) == []


def test_noop_unknown_model() -> None:
    assert faults(google_genai("candidate_count=2", model="gemini-9-unheard-of")) == []


def test_noop_shut_down_model() -> None:
    assert faults(google_genai("candidate_count=2", model="gemini-1.0-pro")) == []


def test_noop_model_is_tested() -> None:
    source = (
        "from google import genai\n"
        'def ask(model: str = "gemini-3.8-flash") -> None:\n'
        '    if model.startswith("gemini-2"):\n'
        "        genai.Client().models.generate_content(\n"
        '            model=model, contents="Hello", config={"candidate_count": 2}\n'
        "        )\n"
    )
    assert faults(source) == []


@pytest.mark.parametrize("count", ["0", "9", "-1"])
def test_outside_1_to_8(count: str) -> None:
    assert faults(google_genai(f"candidate_count={count}", model="gemini-2.5-flash")) == ["GEM105"]


@pytest.mark.parametrize(
    "model", ["gemini-3.8-flash", "gemini-3.1-flash-lite", "gemini-3.5-flash", "gemini-4-neon"]
)
def test_one_candidate_from_gemini_3_on(model: str) -> None:
    source = google_genai("candidate_count=2", model=model)
    assert faults(source) == ["GEM105"]
    assert model in messages(source)[0]


def test_old_library() -> None:
    assert faults(google_generativeai('{"candidate_count": 0}')) == ["GEM105"]
