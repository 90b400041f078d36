from __future__ import annotations

import pytest
from linting import codes, findings
from safety_programs import genai, old, vertexai

ONLY = ("GEM502",)
VERTEX = 'vertexai=True, project="p", location="us-central1"'


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(genai(), id="current"),
        pytest.param(genai('"HARM_CATEGORY_IMAGE_HATE"', client=VERTEX), id="images on Vertex"),
        pytest.param(genai('"HARM_CATEGORY_JAILBREAK"', client=VERTEX), id="jailbreak on Vertex"),
        pytest.param(old('"HARM_CATEGORY_SEXUAL"'), id="the old SDK translates"),
        pytest.param(vertexai("HarmCategory.HARM_CATEGORY_JAILBREAK"), id="vertexai"),
    ],
)
def test_supported_category_is_silent(source: str) -> None:
    assert codes(source, select=ONLY) == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        pytest.param(genai('"HARM_CATEGORY_TOXICITY"'), 10, id="PaLM"),
        pytest.param(genai("HarmCategory.HARM_CATEGORY_UNSPECIFIED"), 10, id="unspecified"),
        pytest.param(genai('"HARM_CATEGORY_IMAGE_HATE"'), 10, id="images"),
        pytest.param(genai('"HARM_CATEGORY_JAILBREAK"'), 10, id="jailbreak"),
        pytest.param(old('"unspecified"'), 6, id="old SDK, unspecified"),
        pytest.param(old("HarmCategory.HARM_CATEGORY_DEROGATORY"), 6, id="old SDK, PaLM"),
        pytest.param(
            vertexai("HarmCategory.HARM_CATEGORY_UNSPECIFIED"), 10, id="vertexai, unspecified"
        ),
    ],
)
def test_refused_category_is_an_error(source: str, line: int) -> None:
    (found,) = findings(source, select=ONLY)
    assert (found.code, found.span.line, found.severity) == ("GEM502", line, "error")


def test_deprecated_category_is_a_warning() -> None:
    (found,) = findings(genai('"HARM_CATEGORY_CIVIC_INTEGRITY"'), select=ONLY)
    assert found.severity == "warning"
