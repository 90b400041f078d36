from __future__ import annotations

import pytest
from model_programs import UNKNOWN_BACKEND, VERTEX, faults, of_model, said
from programs import google_generativeai


@pytest.mark.parametrize(
    "model",
    [
        pytest.param("gemini-3.8-flash", id="known"),
        pytest.param("gemini-5-pro", id="newer generation"),
        pytest.param("gemini-3.9-flash", id="newer than the newest of its tier"),
        pytest.param("gemini-4-flash", id="tier that may come"),
        pytest.param("gemini-4-xenon", id="unknown tier"),
        pytest.param("gemini-2.5-flash-preview-11-2025", id="unknown dated preview"),
        pytest.param("my-model", id="no family"),
        pytest.param("tunedModels/my-model", id="tuned"),
    ],
)
def test_noop(model: str) -> None:
    assert of_model(model) == []


def test_noop_users_own() -> None:
    assert of_model("gemini-3-pro", models=("gemini-3-*",)) == []
    assert of_model("models/gemini-3-pro", models=("gemini-3-pro",)) == []


def test_noop_guarded() -> None:
    source = """
        from google import genai
        client = genai.Client()
        model = "gemini-3-pro"
        if model.startswith("gemini-2"):
            client.models.generate_content(model=model, contents="Name three rivers.")
    """
    assert faults(source) == []


@pytest.mark.parametrize("client", ["", VERTEX, UNKNOWN_BACKEND])
@pytest.mark.parametrize("model", ["gemini-3-pro", "gemini-3.2-flash", "gemini-3.8-flsh"])
def test_never_existed(model: str, client: str) -> None:
    assert of_model(model, client=client) == ["GEM201"]


def test_says_what_was_meant() -> None:
    assert said("gemini-3.8-flsh").endswith("; did you mean gemini-3.8-flash?")
    assert said("gemini-1.5-flsh").endswith("; did you mean gemini-3.8-flash?")
    assert said("gemini-3-pro").endswith("; did you mean gemini-3.1-pro-preview?")


def test_other_vendors_with_googles_sdks() -> None:
    assert of_model("gpt-4o") == ["GEM201"]
    assert faults(google_generativeai("{}", model="claude-3-opus")) == ["GEM201"]


def test_noop_other_vendors_elsewhere() -> None:
    assert of_model("claude-3-opus", client=VERTEX) == []
    assert of_model("claude-3-opus", client=UNKNOWN_BACKEND) == []


def test_noop_default_of_another_provider() -> None:
    source = """
        import google.generativeai as genai

        def start(provider="openai", model=None):
            name = model or {"openai": "gpt-4o", "google": "gemini-3.8-flash"}[provider]
            return genai.GenerativeModel(name)
    """
    assert faults(source) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param('"https://gateway.example"', [], id="gateway"),
        pytest.param('os.environ["GATEWAY"]', [], id="unknown"),
        pytest.param('"https://generativelanguage.googleapis.com"', ["GEM201"], id="Google"),
        pytest.param(
            'os.getenv("GATEWAY", "https://generativelanguage.googleapis.com")',
            ["GEM201"],
            id="Google by default",
        ),
        pytest.param("None", ["GEM201"], id="none"),
    ],
)
@pytest.mark.parametrize("model", ["gemini-flash", "gpt-4o"])
def test_names_of_a_gateway(address: str, expected: list[str], model: str) -> None:
    source = f"""
        import os
        from google import genai
        client = genai.Client(http_options={{"base_url": {address}}})
        client.models.generate_content(model="{model}", contents="Name three rivers.")
    """
    assert faults(source) == expected
