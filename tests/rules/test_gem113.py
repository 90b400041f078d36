from __future__ import annotations

import pytest
from programs import faults, google_genai

VERTEX = "vertexai=True"


def budget(tokens: str) -> str:
    return f"thinking_config=types.ThinkingConfig(thinking_budget={tokens})"


@pytest.mark.parametrize(
    ("model", "tokens"),
    [
        ("gemini-2.5-pro", "128"),
        ("gemini-2.5-pro", "32768"),
        ("gemini-2.5-pro", "-1"),
        ("gemini-2.5-flash", "0"),
        ("gemini-2.5-flash", "24576"),
        ("gemini-2.5-flash-lite", "0"),
        ("gemini-2.5-flash-lite", "512"),
        ("gemini-3.6-flash", "128"),
        ("gemini-3.8-flash", "0"),
        ("gemini-9-unheard-of", "0"),
        ("gemini-2.5-flash-preview-04-17", "50000"),
    ],
)
def test_noop(model: str, tokens: str) -> None:
    assert faults(google_genai(budget(tokens), model=model)) == []


def test_noop_other_backend() -> None:
    source = google_genai(budget("0"), model="gemini-3.1-pro-preview", client=VERTEX)
    assert faults(source) == []


def test_noop_model_is_tested() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        "def ask(model='gemini-4-neon'):\n"
        "    if model.startswith('gemini-2'):\n"
        "        client.models.generate_content(model=model, contents='Hello',\n"
        "            config={'thinking_config': {'thinking_budget': 0}})\n"
    )
    assert faults(source) == []


@pytest.mark.parametrize(
    ("model", "tokens"),
    [
        ("gemini-2.5-pro", "0"),
        ("gemini-2.5-pro", "127"),
        ("gemini-2.5-pro", "32769"),
        ("gemini-2.5-flash", "24577"),
        ("gemini-2.5-flash", "-2"),
        ("gemini-2.5-flash-lite", "511"),
        ("gemini-4-neon", "-1"),
        ("gemini-4-argon", "1024"),
        ("gemma-4-31b-it", "0"),
        ("gemini-3.6-flash", "0"),
        ("gemini-3.1-pro-preview", "0"),
        ("gemini-2.5-flash-image", "1024"),
        ("gemini-9-unheard-of", "-5"),
    ],
)
def test_outside_the_models_range(model: str, tokens: str) -> None:
    assert faults(google_genai(budget(tokens), model=model)) == ["GEM113"]
