from __future__ import annotations

import pytest
from model_programs import VERTEX, of_model

SELECT = ("GEM208",)


@pytest.mark.parametrize(
    "model", ["gemini-3.8-flash", "gemini-2.0-flash-exp", "gemini-pro-latest", "my-model"]
)
def test_noop(model: str) -> None:
    assert of_model(model, select=SELECT) == []


def test_noop_by_default() -> None:
    assert of_model("gemini-3.1-pro-preview") == []


@pytest.mark.parametrize("model", ["gemini-3.1-pro-preview", "gemini-3-flash-preview"])
def test_preview(model: str) -> None:
    assert of_model(model, select=SELECT) == ["GEM208"]


def test_preview_on_one_backend() -> None:
    assert of_model("gemini-omni-1.1-flash", select=SELECT) == []
    assert of_model("gemini-omni-1.1-flash", client=VERTEX, select=SELECT) == ["GEM208"]
