from __future__ import annotations

import pytest
from linting import codes
from model_programs import call, faults


def configured(config: str, *, model: str = "gemini-3.8-flash") -> str:
    return call(
        "models.generate_content",
        f'model="{model}", contents="x", config=types.GenerateContentConfig({config})',
    )


def tool(spelling: str) -> str:
    return f"tools=[types.Tool({spelling})]"


@pytest.mark.parametrize(
    "source",
    [
        configured('response_modalities=["TEXT"]'),
        configured('response_modalities=["TEXT", "IMAGE"]', model="gemini-3.1-flash-image"),
        configured('response_modalities=["IMAGE"]', model="gemini-3.1-flash-image"),
        configured('response_modalities=["AUDIO"]', model="gemini-3.8-flash-tts"),
        configured('response_modalities=["IMAGE"]', model="gemini-9-unheard-of"),
        configured('response_modalities=["SMELL"]'),
        configured(tool("google_search=types.GoogleSearch()")),
        configured(tool("code_execution=types.ToolCodeExecution()")),
        configured('image_config=types.ImageConfig(image_size="4K")', model="gemini-3-pro-image"),
    ],
)
def test_noop(source: str) -> None:
    assert faults(source, select=("GEM205",)) == []


@pytest.mark.parametrize(
    "source",
    [
        configured('response_modalities=["TEXT", "IMAGE"]'),
        configured("response_modalities=[types.Modality.IMAGE]"),
        configured('response_modalities=["AUDIO"]'),
        configured('response_modalities=["TEXT"]', model="gemini-3.8-flash-tts"),
        configured(tool("google_search_retrieval=types.GoogleSearchRetrieval()")),
        configured(tool("google_search=types.GoogleSearch()"), model="gemini-2.5-flash-image"),
        configured(
            'image_config=types.ImageConfig(image_size="4K")', model="gemini-3.1-flash-lite-image"
        ),
        call(
            "aio.live.connect",
            'model="gemini-3.8-live", config={"response_modalities": ["TEXT"]}',
        ),
    ],
)
def test_not_supported(source: str) -> None:
    assert faults(source, select=("GEM205",)) == ["GEM205"]


@pytest.mark.parametrize("test", ["draws_images(model)", '"image" in model'])
@pytest.mark.parametrize(
    "change",
    [
        'config["response_modalities"] = ["TEXT", "IMAGE"]',
        'config["tools"] = [types.Tool(google_search_retrieval=types.GoogleSearchRetrieval())]',
    ],
)
def test_noop_for_some_models(test: str, change: str) -> None:
    source = f"""
        from google import genai
        from google.genai import types

        client = genai.Client()

        def run(text, model="gemini-3.8-flash"):
            config = {{"system_instruction": "You draw."}}
            if {test}:
                {change}
            return client.models.generate_content(model=model, contents=text, config=config)
    """
    assert faults(source, select=("GEM205",)) == []


def test_noop_where_the_method_is_not_served() -> None:
    source = configured('response_modalities=["TEXT"]', model="gemini-3.8-live")
    assert faults(source) == ["GEM204"]


def test_at_the_literal() -> None:
    source = """
        from google import genai
        client = genai.Client()
        config = {
            "response_modalities": ["TEXT", "IMAGE"],
        }
        client.models.generate_content(model="gemini-3.8-flash", contents="x", config=config)
    """
    assert codes(source, select=("GEM205",)) == ["GEM205:5"]


def test_noop_speech_from_an_experimental_model() -> None:
    source = """
        from google import genai
        client = genai.Client(vertexai=True, project="p")
        config = {"response_modalities": ["AUDIO"]}
        session = client.aio.live.connect(model="gemini-2.0-flash-exp", config=config)
    """
    assert codes(source, select=("GEM205",)) == []
