from __future__ import annotations

import pytest
from linting import findings
from programs import faults, google_genai


@pytest.mark.parametrize(
    ("model", "config"),
    [
        ("gemini-3.1-flash-lite", "temperature=0.5, top_p=0.5, top_k=40"),
        ("gemini-3.5-flash", "temperature=0.5"),
        ("gemini-2.5-flash", "temperature=0.5"),
        ("gemini-flash-latest", "temperature=0.5"),
        ("gemini-9-unheard-of", "temperature=0.5"),
        ("gemini-3.8-flash", "temperature=None"),
        ("gemini-3.8-flash", "temperature=read_temperature()"),
        ("gemini-3.8-flash", "max_output_tokens=100"),
    ],
)
def test_noop(model: str, config: str) -> None:
    assert faults(google_genai(config, model=model)) == []


@pytest.mark.parametrize(
    "model", ["gemini-3.8-flash", "gemini-3.6-flash", "gemini-3.5-flash-lite", "gemini-4-neon"]
)
@pytest.mark.parametrize("config", ["temperature=0.5", "top_p=0.5", "top_k=40"])
def test_ignored(model: str, config: str) -> None:
    source = google_genai(config, model=model)
    assert faults(source) == ["GEM115"]
    assert {finding.severity for finding in findings(source, select=("GEM115",))} == {"warning"}


def test_one_for_each_parameter() -> None:
    source = google_genai("temperature=0.5, top_p=0.5, top_k=40", model="gemini-3.8-flash")
    assert faults(source) == ["GEM115"] * 3
