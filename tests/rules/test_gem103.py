from __future__ import annotations

import pytest
from programs import faults, google_genai, google_generativeai, rest


@pytest.mark.parametrize("top_p", ["0", "0.95", "1.0", "None", "float(input())"])
def test_noop(top_p: str) -> None:
    assert faults(google_genai(f"top_p={top_p}")) == []


@pytest.mark.parametrize("top_p", ["-0.1", "1.1", "95"])
def test_outside_0_to_1(top_p: str) -> None:
    assert faults(google_genai(f"top_p={top_p}")) == ["GEM103"]


def test_other_clients() -> None:
    assert faults(google_generativeai('{"top_p": 1.1}')) == ["GEM103"]
    assert faults(rest('"generationConfig": {"topP": 1.1}')) == ["GEM103"]
