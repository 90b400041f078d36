from __future__ import annotations

import pytest
from programs import faults, google_genai, google_generativeai


@pytest.mark.parametrize("penalty", ["-2.0", "0", "1.99", "None", "float(input())"])
def test_noop(penalty: str) -> None:
    assert faults(google_genai(f"presence_penalty={penalty}")) == []


@pytest.mark.parametrize("name", ["presence_penalty", "frequency_penalty"])
@pytest.mark.parametrize("penalty", ["2.0", "2", "-2.1", "5"])
def test_outside(name: str, penalty: str) -> None:
    assert faults(google_genai(f"{name}={penalty}")) == ["GEM108"]


def test_stronger_than_not_supported() -> None:
    assert faults(google_genai("presence_penalty=3", model="gemini-4-neon")) == ["GEM108"]


def test_old_library() -> None:
    assert faults(google_generativeai('{"presence_penalty": 3}')) == ["GEM108"]
