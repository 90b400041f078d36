"""langchain-google-genai: what leaves is what the reader sees."""

from __future__ import annotations

import pytest

from .agreement import disagreements
from .conftest import Runners

pytestmark = pytest.mark.live

HEAD = """
import asyncio
from langchain_google_genai import (
    ChatGoogleGenerativeAI, GoogleGenerativeAIEmbeddings, HarmBlockThreshold, HarmCategory
)
"""
# sent by every object; the temperature (0.7) for models before Gemini 3 alone
DEFAULTS = ("generationConfig.candidateCount", "generationConfig.temperature")
PROGRAMS = {
    "text": """
llm = ChatGoogleGenerativeAI(model="gemini-3.8-flash", google_api_key="x")
llm.invoke("Name three rivers.")
""",
    "parameters": """
llm = ChatGoogleGenerativeAI(
    model="gemini-3.1-pro-preview",
    api_key="x",
    temperature=0.5,
    top_p=0.9,
    top_k=20,
    max_tokens=64,
    thinking_level="low",
    safety_settings={
        HarmCategory.HARM_CATEGORY_HARASSMENT: HarmBlockThreshold.BLOCK_NONE,
    },
)
llm.invoke("Name three rivers.")
""",
    "messages": """
llm = ChatGoogleGenerativeAI(model="models/gemini-3.8-flash", api_key="x", max_output_tokens=64)
llm.invoke([("system", "Be brief."), ("human", "Name three rivers.")])
""",
    "asynchronous": """
async def main():
    llm = ChatGoogleGenerativeAI(model="gemini-2.5-flash-lite", api_key="x", thinking_budget=0)
    await llm.ainvoke("Name three rivers.")

asyncio.run(main())
""",
    "stream": """
llm = ChatGoogleGenerativeAI(model="gemini-3.8-flash", api_key="x")
for chunk in llm.stream("Name three rivers."):
    chunk.content
""",
    "Vertex AI": """
llm = ChatGoogleGenerativeAI(model="gemini-3.1-pro-preview", api_key="x", vertexai=True)
llm.invoke("Name three rivers.")
""",
    "embeddings": """
embeddings = GoogleGenerativeAIEmbeddings(
    model="gemini-embedding-001", google_api_key="x", task_type="RETRIEVAL_QUERY"
)
embeddings.embed_query("three rivers")
""",
}


@pytest.mark.parametrize(
    "program", [pytest.param(text, id=name) for name, text in PROGRAMS.items()]
)
def test_requests_are_those_that_the_reader_sees(program: str, runners: Runners) -> None:
    # since 4.4.3 it takes google-genai 3, whose default version is v1
    runner = runners("langchain-google-genai")
    assert disagreements(runner, HEAD + program, "3.6.1", DEFAULTS) == []
