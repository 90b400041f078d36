from __future__ import annotations

import pytest
from programs import faults, google_genai, google_generativeai


@pytest.mark.parametrize("top_k", ["1", "40", "40.0", "1000", "None", "int(input())"])
def test_noop(top_k: str) -> None:
    assert faults(google_genai(f"top_k={top_k}")) == []


@pytest.mark.parametrize("top_k", ["0", "-5", "0.5", "40.5"])
def test_no_whole_number_from_1(top_k: str) -> None:
    assert faults(google_genai(f"top_k={top_k}")) == ["GEM104"]


def test_old_library() -> None:
    assert faults(google_generativeai('{"top_k": 0}')) == ["GEM104"]
    assert faults(google_generativeai('{"top_k": 40.5}')) == ["GEM104"]
