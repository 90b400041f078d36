"""google-generativeai 0.8.6, over REST: what leaves is what the reader sees."""

from __future__ import annotations

import pytest

from .agreement import disagreements
from .conftest import Runners

pytestmark = pytest.mark.live

HEAD = """
import google.generativeai as genai
from google.generativeai.types import HarmBlockThreshold, HarmCategory

genai.configure(api_key="x", transport="rest")
"""
PROGRAMS = {
    "name alone": """
model = genai.GenerativeModel("gemini-2.5-flash-lite")
model.generate_content("Name three rivers.")
""",
    "configuration of the model": """
model = genai.GenerativeModel(
    model_name="models/gemini-2.5-flash-lite",
    system_instruction="Be brief.",
    generation_config={"temperature": 0.5, "top_p": 1, "max_output_tokens": 64},
    safety_settings={"HARASSMENT": "block_none"},
)
model.generate_content("Name three rivers.")
""",
    "typed configuration of the call": """
model = genai.GenerativeModel("gemini-2.5-flash-lite", generation_config={"top_k": 3})
model.generate_content(
    ["Name three rivers.", "And two lakes."],
    generation_config=genai.GenerationConfig(
        temperature=0.25, stop_sequences=["END"], candidate_count=1
    ),
    safety_settings={
        HarmCategory.HARM_CATEGORY_HATE_SPEECH: HarmBlockThreshold.BLOCK_LOW_AND_ABOVE
    },
)
""",
    "stream": """
model = genai.GenerativeModel("gemini-2.5-flash-lite")
for chunk in model.generate_content("Name three rivers.", stream=True):
    chunk.text
""",
    "chat": """
model = genai.GenerativeModel("gemini-2.5-flash-lite", generation_config={"temperature": 0})
chat = model.start_chat(history=[{"role": "user", "parts": "Hello!"},
                                 {"role": "model", "parts": ["Hello."]}])
chat.send_message("Name three rivers.")
chat.send_message("And two lakes.", generation_config={"max_output_tokens": 5})
""",
    "tokens": """
genai.GenerativeModel("gemini-2.5-flash-lite").count_tokens("Name three rivers.")
""",
    "embedding": """
genai.embed_content(
    model="models/gemini-embedding-001",
    content="three rivers",
    task_type="retrieval_query",
    output_dimensionality=256,
)
""",
    "default model": """
genai.GenerativeModel().generate_content("Name three rivers.")
""",
}


@pytest.mark.parametrize(
    "program", [pytest.param(text, id=name) for name, text in PROGRAMS.items()]
)
def test_requests_are_those_that_the_reader_sees(program: str, runners: Runners) -> None:
    assert disagreements(runners("google-generativeai"), HEAD + program) == []
