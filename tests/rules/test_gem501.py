from __future__ import annotations

import pytest
from linting import codes, findings
from safety_programs import genai, old, vertexai

ONLY = ("GEM501",)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(genai(), id="full name"),
        pytest.param(genai('"harm_category_harassment"'), id="case does not matter"),
        pytest.param(genai("HarmCategory.HARM_CATEGORY_HARASSMENT"), id="member"),
        pytest.param(genai("category"), id="unknown"),
        pytest.param(genai("settings.CATEGORY"), id="unknown member"),
        pytest.param(old('"danger"'), id="short name of the old SDK"),
        pytest.param(old('"HARM_CATEGORY_DANGEROUS"'), id="old name of the old SDK"),
        pytest.param(old('"SEX"'), id="old SDK, any case"),
        pytest.param(old("7"), id="number of the old SDK"),
        pytest.param(old("HarmCategory.HARM_CATEGORY_HATE_SPEECH"), id="member of the old SDK"),
        pytest.param(vertexai("HarmCategory.HARM_CATEGORY_HARASSMENT"), id="vertexai"),
    ],
)
def test_known_category_is_silent(source: str) -> None:
    assert codes(source, select=ONLY) == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        pytest.param(genai('"HARASSMENT"'), 10, id="short name"),
        pytest.param(genai('"HARM_CATEGORY_VIOLENT"'), 10, id="invented"),
        pytest.param(genai("HarmCategory.HARASSMENT"), 10, id="no such member"),
        pytest.param(genai("7"), 10, id="number"),
        pytest.param(old('"violence"'), 6, id="old SDK"),
        pytest.param(old("HarmCategory.HATE"), 6, id="no such member of the old SDK"),
    ],
)
def test_unknown_category_is_reported(source: str, line: int) -> None:
    assert codes(source, select=ONLY) == [f"GEM501:{line}"]


@pytest.mark.parametrize(
    "program",
    [
        """
        from openai import OpenAI
        client = OpenAI(base_url="https://generativelanguage.googleapis.com/v1beta/openai/")
        client.chat.completions.create(
            model="gemini-3.8-flash",
            messages=[{"role": "user", "content": "Name three rivers."}],
            extra_body={"google": {"safety_settings": [{"category": "HATE"}]}},
        )
        """,
        """
        from pydantic_ai import Agent
        from pydantic_ai.models.google import GoogleModel, GoogleModelSettings

        agent = Agent(
            GoogleModel("gemini-3.8-flash"),
            model_settings=GoogleModelSettings(google_safety_settings=[{"category": "HATE"}]),
        )
        """,
    ],
)
def test_settings_that_are_passed_on_as_they_are(program: str) -> None:
    assert codes(program, select=ONLY) == ["GEM501:7"]


def test_message_names_the_full_name() -> None:
    (found,) = findings(genai('"danger"'), select=ONLY)
    assert "did you mean HARM_CATEGORY_DANGEROUS_CONTENT" in found.message
    (found,) = findings(genai('"HARM_CATEGORY_HATESPEECH"'), select=ONLY)
    assert "did you mean HARM_CATEGORY_HATE_SPEECH" in found.message


def test_imagen_has_safety_levels_of_its_own() -> None:
    source = """\
        from google import genai
        from google.genai import types

        client = genai.Client(vertexai=True, project="p", location="us-central1")
        client.models.generate_images(
            model="imagen-4.0-generate-001",
            prompt="a river",
            config=types.GenerateImagesConfig(safety_filter_level="BLOCK_LOW_AND_ABOVE"),
        )
        """
    assert codes(source, select=("GEM5",)) == []
