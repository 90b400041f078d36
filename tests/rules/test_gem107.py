from __future__ import annotations

import pytest
from programs import faults, google_genai, google_generativeai


@pytest.mark.parametrize(
    "sequences",
    [
        pytest.param("[]", id="none"),
        pytest.param('["1", "2", "3", "4", "5"]', id="five"),
        pytest.param('("1", "2")', id="a tuple"),
        pytest.param("input().split()", id="not known"),
        pytest.param('["1"] * 5', id="five times one"),
        pytest.param('["1"] * len(input())', id="not known how often"),
        pytest.param('["1", *input().split()]', id="not wholly known"),
    ],
)
def test_noop(sequences: str) -> None:
    assert faults(google_genai(f"stop_sequences={sequences}")) == []


def test_six() -> None:
    six = '["1", "2", "3", "4", "5", "6"]'
    assert faults(google_genai(f"stop_sequences={six}")) == ["GEM107"]
    assert faults(google_generativeai(f'{{"stop_sequences": {six}}}')) == ["GEM107"]


@pytest.mark.parametrize("sequences", ['["1"] * 6', '3 * ["1", "2"]', '("1",) * 5 + ("2",)'])
def test_repeated(sequences: str) -> None:
    assert faults(google_genai(f"stop_sequences={sequences}")) == ["GEM107"]


def test_six_and_more() -> None:
    more = '["1", "2", "3", "4", "5", "6", *input().split()]'
    assert faults(google_genai(f"stop_sequences={more}")) == ["GEM107"]
