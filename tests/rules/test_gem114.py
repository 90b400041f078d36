from __future__ import annotations

import pytest
from programs import faults, google_genai


def level(value: str) -> str:
    return f"thinking_config=types.ThinkingConfig(thinking_level={value})"


@pytest.mark.parametrize(
    ("model", "value"),
    [
        ("gemini-3.8-flash", '"low"'),
        ("gemini-3.8-flash", '"HIGH"'),
        ("gemini-3.8-flash", "types.ThinkingLevel.MEDIUM"),
        ("gemini-3.8-flash", '"THINKING_LEVEL_UNSPECIFIED"'),
        ("gemini-3.8-flash", "input()"),
        ("gemini-3.6-flash", '"minimal"'),
        ("gemini-4-neon", '"xhigh"'),
        ("gemini-4-hydrogen", "types.ThinkingLevel.XHIGH"),
        ("gemini-9-unheard-of", '"minimal"'),
        ("gemini-robotics-er-2-preview", '"minimal"'),
        ("gemini-2.5-flash-preview-04-17", '"low"'),
    ],
)
def test_noop(model: str, value: str) -> None:
    assert faults(google_genai(level(value), model=model)) == []


@pytest.mark.parametrize(
    ("model", "value"),
    [
        ("gemini-3.8-flash", '"minimal"'),
        ("gemini-3.7-flash", '"MINIMAL"'),
        ("gemini-3.1-pro-preview", "types.ThinkingLevel.MINIMAL"),
        ("gemini-4-argon", '"minimal"'),
        ("gemini-4-carbon", '"xhigh"'),
        ("gemini-3.8-flash", '"xhigh"'),
        ("gemini-2.5-flash", '"low"'),
        ("gemini-2.5-flash-image", '"low"'),
        ("gemini-flash-latest", '"minimal"'),
        ("gemma-4-31b-it", '"low"'),
    ],
)
def test_level_that_the_model_refuses(model: str, value: str) -> None:
    assert faults(google_genai(level(value), model=model)) == ["GEM114"]


def test_levels_of_the_backend() -> None:
    model = "gemini-3.1-flash-image"
    assert faults(google_genai(level('"low"'), model=model)) == ["GEM114"]
    assert faults(google_genai(level('"low"'), model=model, client="vertexai=True")) == []


def interaction(level: str) -> str:
    return (
        "from google import genai\n"
        "client = genai.Client()\n"
        "client.interactions.create(\n"
        '    model="gemini-3.8-flash",\n'
        '    input="Hi",\n'
        f'    generation_config={{"thinking_level": "{level}"}},\n'
        ")\n"
    )


def test_level_of_an_interaction() -> None:
    assert faults(interaction("low")) == []
    assert faults(interaction("minimal")) == ["GEM114"]
    assert faults(interaction("ultra")) == ["GEM117"]
