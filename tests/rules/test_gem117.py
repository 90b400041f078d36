from __future__ import annotations

import pytest
from programs import MODEL, faults, google_genai, google_generativeai, messages


@pytest.mark.parametrize(
    "config",
    [
        'thinking_config={"thinking_level": "high"}',
        "thinking_config=types.ThinkingConfig(thinking_level=types.ThinkingLevel.HIGH)",
        'response_mime_type="application/json"',
        'response_mime_type="text/x.enum"',
        'response_mime_type="application/xml"',
        'response_modalities=["text"]',
        'response_modalities=["TEXT", "IMAGE"]',
        "response_modalities=[types.Modality.TEXT]",
        'media_resolution="media_resolution_low"',
        'service_tier="FLEX"',
        'tool_config={"function_calling_config": {"mode": "any"}}',
        "response_mime_type=input()",
        "media_resolution=None",
    ],
)
def test_noop(config: str) -> None:
    assert faults(google_genai(config)) == []


def test_noop_task_types() -> None:
    for task_type in ("RETRIEVAL_QUERY", "retrieval_document", "CODE_RETRIEVAL_QUERY"):
        assert faults(embedding(task_type)) == []


@pytest.mark.parametrize(("caught", "expected"), [("AttributeError", []), ("OSError", ["GEM117"])])
def test_member_that_may_be_missing(caught: str, expected: list[str]) -> None:
    source = (
        "from google import genai\n"
        "from google.genai import types\n"
        "config = {}\n"
        "try:\n"
        '    config["media_resolution"] = types.MediaResolution.MEDIA_RESOLUTION_ULTRA_HIGH\n'
        f"except {caught}:\n"
        '    config["media_resolution"] = types.MediaResolution.MEDIA_RESOLUTION_HIGH\n'
        "genai.Client().models.generate_content(\n"
        f'    model="{MODEL}", contents="A river", config=types.GenerateContentConfig(**config)\n'
        ")\n"
    )
    assert faults(source) == expected


def test_noop_types_of_interactions() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        "client.interactions.create(\n"
        f'    model="{MODEL}", input="A river", response_mime_type="image/png"\n'
        ")\n"
    )
    assert faults(source) == []


@pytest.mark.parametrize(
    "config",
    [
        'thinking_config={"thinking_level": "ultra"}',
        "thinking_config=types.ThinkingConfig(thinking_level=types.ThinkingLevel.ULTRA)",
        'response_mime_type="json"',
        'response_mime_type="text/json"',
        'response_modalities=["SMELL"]',
        'response_modalities=["TEXT", "SMELL"]',
        'media_resolution="LOW"',
        'service_tier="turbo"',
        'tool_config={"function_calling_config": {"mode": "REQUIRED"}}',
    ],
)
def test_unknown_value(config: str) -> None:
    assert faults(google_genai(config)) == ["GEM117"]


def test_unknown_task_type() -> None:
    assert faults(embedding("SEARCH_QUERY")) == ["GEM117"]


def test_stronger_than_not_supported() -> None:
    config = 'thinking_config={"thinking_level": "ultra"}'
    assert faults(google_genai(config, model="gemini-2.5-flash")) == ["GEM117"]


def test_not_a_conflict_as_well() -> None:
    assert faults(google_genai('response_schema=River, response_mime_type="json"')) == ["GEM117"]


def test_old_library() -> None:
    assert faults(google_generativeai('{"response_mime_type": "json"}')) == ["GEM117"]


def test_did_you_mean() -> None:
    assert messages(google_genai('response_mime_type="aplication/json"')) == [
        "response_mime_type 'aplication/json' is no known value: did you mean application/json?"
    ]


def embedding(task_type: str) -> str:
    return (
        "from google import genai\n"
        "client = genai.Client()\n"
        "client.models.embed_content(\n"
        '    model="gemini-embedding-001",\n'
        '    contents="A river",\n'
        f'    config={{"task_type": "{task_type}"}},\n'
        ")\n"
    )
