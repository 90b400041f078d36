"""LiteLLM: what leaves is what the reader sees, without what it drops."""

from __future__ import annotations

import pytest

from .agreement import disagreements
from .conftest import Runners

pytestmark = pytest.mark.live

HEAD = """
import asyncio
import litellm
from litellm import acompletion, completion, embedding
"""
PROGRAMS = {
    "parameters": """
completion(
    model="gemini/gemini-2.5-flash-lite",
    api_key="x",
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
    "what is dropped for later models": """
completion(
    model="gemini/gemini-3.8-flash",
    api_key="x",
    messages=[{"role": "user", "content": "Name three rivers."}],
    temperature=0.5,
    max_tokens=64,
    drop_params=True,
)
""",
    "preview": """
litellm.completion(
    model="gemini/gemini-3.1-pro-preview",
    api_key="x",
    messages=[{"role": "user", "content": "Name three rivers."}],
    temperature=0.5,
)
""",
    "stream": """
for chunk in completion(
    model="gemini/gemini-2.5-flash-lite",
    api_key="x",
    messages=[{"role": "user", "content": "Name three rivers."}],
    stream=True,
):
    chunk.choices
""",
    "asynchronous": """
async def main():
    await acompletion(
        model="gemini/gemini-2.5-flash-lite",
        api_key="x",
        messages=[{"role": "user", "content": "Name three rivers."}],
        seed=3,
    )

asyncio.run(main())
""",
    "embedding": """
embedding(model="gemini/gemini-embedding-001", api_key="x", input=["three rivers"])
""",
}


@pytest.mark.parametrize(
    "program", [pytest.param(text, id=name) for name, text in PROGRAMS.items()]
)
def test_requests_are_those_that_the_reader_sees(program: str, runners: Runners) -> None:
    assert disagreements(runners("litellm"), HEAD + program) == []
