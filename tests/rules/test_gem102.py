from __future__ import annotations

import pytest
from programs import faults, google_genai, google_generativeai


@pytest.mark.parametrize("temperature", ["0.0", "1", "1.0", "None", "input()"])
def test_noop(temperature: str) -> None:
    assert faults(google_genai(f"temperature={temperature}")) == []


def test_noop_dead_model() -> None:
    assert faults(google_genai("temperature=1.5", model="gemini-1.5-pro")) == []


def test_noop_ignored_anyway() -> None:
    assert faults(google_genai("temperature=1.5", model="gemini-3.8-flash")) == ["GEM115"]


@pytest.mark.parametrize("temperature", ["1.01", "1.4", "2", "2.0"])
def test_above_1(temperature: str) -> None:
    assert faults(google_genai(f"temperature={temperature}")) == ["GEM102"]


def test_unknown_model() -> None:
    assert faults(google_genai("temperature=1.4", model="gemini-9-unheard-of")) == ["GEM102"]


def test_old_library() -> None:
    assert faults(google_generativeai('{"temperature": 1.4}')) == ["GEM102"]
