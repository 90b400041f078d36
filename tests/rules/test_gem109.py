from __future__ import annotations

import pytest
from programs import faults, google_genai


@pytest.mark.parametrize("logprobs", ["0", "20", "None", "int(input())"])
def test_noop(logprobs: str) -> None:
    assert faults(google_genai(f"response_logprobs=True, logprobs={logprobs}")) == []


@pytest.mark.parametrize("logprobs", ["-1", "21"])
def test_outside_0_to_20(logprobs: str) -> None:
    assert faults(google_genai(f"response_logprobs=True, logprobs={logprobs}")) == ["GEM109"]


def test_beside_the_missing_flag() -> None:
    assert sorted(faults(google_genai("logprobs=21"))) == ["GEM109", "GEM112"]
