from __future__ import annotations

import pytest
from framework_programs import FRENCH, found
from linting import findings


def test_noop_other_vendors() -> None:
    assert found(f"""
        # not gemini
        from llama_index.llms.openai import OpenAI

        OpenAI(model="gemini-1.5-pro", temperature=5).complete("{FRENCH}")
    """) == []  # fmt: skip


@pytest.mark.parametrize(
    ("module", "made", "backend"),
    [
        ("google_genai", 'GoogleGenAI("gemini-1.5-pro", temperature=5)', "Gemini Developer API"),
        (
            "google_genai",
            'GoogleGenAI("gemini-1.5-pro", temperature=5, vertexai_config={"project": "p"})',
            "Vertex AI",
        ),
        ("gemini", 'Gemini(None, "models/gemini-1.5-pro", temperature=5)', "Gemini Developer API"),
        ("vertex", 'Vertex(model="gemini-1.5-pro", temperature=5)', "Vertex AI"),
    ],
)
def test_llm(module: str, made: str, backend: str) -> None:
    program = f"""
        from llama_index.core.llms import ChatMessage, MessageRole
        from llama_index.llms.{module} import {made.partition("(")[0]}

        llm = {made}
        llm.complete("Hello")
        llm.chat([
            ChatMessage(role="system", content="You help."),
            ChatMessage(role=MessageRole.USER, content="{FRENCH}"),
        ])
    """
    assert found(program) == ["GEM101", "GEM202", "GEM401"]
    assert any(backend in item.message for item in findings(program))


def test_completion() -> None:
    assert found(f"""
        from llama_index.llms.google_genai import GoogleGenAI

        print(GoogleGenAI(model="gemini-3.8-flash").complete("{FRENCH}"))
    """) == ["GEM401"]  # fmt: skip


def test_embedding() -> None:
    assert found("""
        from llama_index.embeddings.gemini import GeminiEmbedding

        embedding = GeminiEmbedding(model_name="models/embedding-001")
    """) == ["GEM202"]  # fmt: skip
