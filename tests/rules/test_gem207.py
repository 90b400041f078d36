from __future__ import annotations

import pytest
from linting import findings
from model_programs import VERTEX, of_model
from programs import google_genai

SELECT = ("GEM207",)


@pytest.mark.parametrize("model", ["gemini-3.8-flash", "gemini-1.5-pro-latest", "gemini-9-latest"])
def test_noop(model: str) -> None:
    assert of_model(model, select=SELECT) == []


def test_noop_by_default() -> None:
    found = findings(google_genai(model="gemini-flash-latest"), sdk_version="2.20.0")
    assert [finding.code for finding in found] == []


def test_noop_shut_down_on_vertex() -> None:
    assert of_model("gemini-flash-latest", client=VERTEX, select=SELECT) == []


@pytest.mark.parametrize("model", ["gemini-flash-latest", "models/gemini-pro-latest"])
def test_moving_alias(model: str) -> None:
    assert of_model(model, select=SELECT) == ["GEM207"]
