"""Calls that an argument of their own makes stream their answer."""

from __future__ import annotations

import pytest
from linting import findings

OLD = """\
import google.generativeai as genai
model = genai.GenerativeModel("gemini-3.8-flash")
model.generate_content("Say hello.", generation_config={{"temperature": 3}}, {given})
"""
CHAT = """\
import google.generativeai as genai
chat = genai.GenerativeModel("gemini-3.8-flash").start_chat()
chat.send_message("Say hello.", generation_config={{"temperature": 3}}, {given})
"""
VERTEX = """\
from vertexai.generative_models import GenerativeModel
model = GenerativeModel("gemini-3.8-flash")
model.generate_content("Say hello.", generation_config={{"temperature": 3}}, {given})
"""
OPENAI = """\
from openai import OpenAI
client = OpenAI(base_url="https://generativelanguage.googleapis.com/v1beta/openai/")
messages = [{{"role": "user", "content": "Say hello."}}]
client.chat.completions.create(
    model="gemini-3.8-flash", messages=messages, temperature=3, {given}
)
"""
LITELLM = """\
import litellm
messages = [{{"role": "user", "content": "Say hello."}}]
litellm.completion("gemini/gemini-2.5-pro", messages, temperature=3, {given})
"""


@pytest.mark.parametrize("program", [OLD, CHAT, VERTEX, OPENAI, LITELLM])
@pytest.mark.parametrize(
    ("given", "method"),
    [
        ("stream=True", "streamGenerateContent"),
        ("stream=False", "generateContent"),
        ("stream=asked", "generateContent"),
        ("", "generateContent"),
    ],
)
def test_method_that_is_sent(program: str, given: str, method: str) -> None:
    found = findings(program.format(given=given), select=("GEM101",))
    assert {item.method for item in found} == {method}
