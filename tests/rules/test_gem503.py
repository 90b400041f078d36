from __future__ import annotations

import pytest
from linting import codes, findings
from safety_programs import genai, old, vertexai

ONLY = ("GEM503",)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(genai(), id="name"),
        pytest.param(genai(threshold='"block_none"'), id="case does not matter"),
        pytest.param(genai(threshold='"OFF"'), id="off"),
        pytest.param(genai(threshold="HarmBlockThreshold.BLOCK_ONLY_HIGH"), id="member"),
        pytest.param(genai(threshold="level"), id="unknown"),
        pytest.param(old(threshold='"low"'), id="short name of the old SDK"),
        pytest.param(old(threshold="4"), id="number of the old SDK"),
        pytest.param(vertexai(threshold="HarmBlockThreshold.BLOCK_NONE"), id="vertexai"),
    ],
)
def test_known_threshold_is_silent(source: str) -> None:
    assert codes(source, select=ONLY) == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        pytest.param(genai(threshold='"BLOCK_ALL"'), 10, id="invented"),
        pytest.param(genai(threshold='"low"'), 10, id="short name"),
        pytest.param(genai(threshold="HarmBlockThreshold.BLOCK_HIGH"), 10, id="no such member"),
        pytest.param(old(threshold='"off"'), 6, id="the old SDK has no off"),
    ],
)
def test_unknown_threshold_is_reported(source: str, line: int) -> None:
    assert codes(source, select=ONLY) == [f"GEM503:{line}"]


def test_message_names_the_likeliest_threshold() -> None:
    (found,) = findings(genai(threshold='"high"'), select=ONLY)
    assert "did you mean BLOCK_ONLY_HIGH" in found.message


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("BLOCK_LOW", "BLOCK_LOW_AND_ABOVE", id="cut short, BLOCK_NONE is nearer"),
        pytest.param("block_medium", "BLOCK_MEDIUM_AND_ABOVE", id="cut short, lower case"),
        pytest.param("BLOCK_NOTHING", "BLOCK_NONE", id="misspelt"),
        pytest.param("BLOCK_HIGH", "BLOCK_ONLY_HIGH", id="a word left out"),
    ],
)
def test_message_names_what_the_spelling_begins_before_what_is_near(
    written: str, name: str
) -> None:
    (found,) = findings(genai(threshold=f'"{written}"'), select=ONLY)
    assert f"did you mean {name}?" in found.message


def test_message_names_no_threshold_that_the_old_sdk_does_not_have() -> None:
    (found,) = findings(old(threshold='"OFF"'), select=ONLY)
    assert "did you mean" not in found.message
