"""The OpenAI client at Gemini's compatible address: what leaves is what the reader sees."""

from __future__ import annotations

import pytest

from .agreement import disagreements
from .conftest import Runners

pytestmark = pytest.mark.live

HEAD = """
import asyncio, os
from openai import AsyncOpenAI, OpenAI

URL = "https://generativelanguage.googleapis.com/v1beta/openai/"
client = OpenAI(api_key="x", base_url=URL)
"""
PROGRAMS = {
    "chat": """
client.chat.completions.create(
    model="gemini-3.1-pro-preview",
    messages=[
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Name three rivers."},
    ],
    temperature=0.5,
    top_p=0.9,
    max_tokens=64,
    n=1,
    stop=["END"],
)
""",
    "reasoning": """
client.chat.completions.create(
    model="gemini-3.8-flash",
    messages=[{"role": "user", "content": "Name three rivers."}],
    reasoning_effort="low",
    max_completion_tokens=64,
)
""",
    "stream": """
stream = client.chat.completions.create(
    model="models/gemini-3.8-flash",
    messages=[{"role": "user", "content": "Name three rivers."}],
    stream=True,
)
for chunk in stream:
    chunk.choices
""",
    "asynchronous": """
async def main():
    await AsyncOpenAI(
        api_key="x", base_url="https://generativelanguage.googleapis.com/v1beta/openai/"
    ).chat.completions.create(
        model="gemini-3.8-flash",
        messages=[{"role": "user", "content": [{"type": "text", "text": "Name three rivers."}]}],
    )

asyncio.run(main())
""",
    "address of the environment": """
os.environ["OPENAI_BASE_URL"] = "https://generativelanguage.googleapis.com/v1beta/openai/"
OpenAI(api_key="x").chat.completions.create(
    model="gemini-3.8-flash", messages=[{"role": "user", "content": "Name three rivers."}]
)
""",
    "embeddings": """
client.embeddings.create(model="gemini-embedding-001", input="three rivers", dimensions=256)
""",
}


@pytest.mark.parametrize(
    "program", [pytest.param(text, id=name) for name, text in PROGRAMS.items()]
)
def test_requests_are_those_that_the_reader_sees(program: str, runners: Runners) -> None:
    assert disagreements(runners("openai"), HEAD + program) == []
