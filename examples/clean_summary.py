"""Nothing to find here: a living model, values in range, an API version that has it all."""

import os

from google import genai
from google.genai import types

client = genai.Client(
    api_key=os.environ["GEMINI_API_KEY"],
    http_options=types.HttpOptions(api_version="v1beta", timeout=60_000),
)


def summarize(article: str) -> str:
    response = client.models.generate_content(
        model="gemini-3.8-flash",
        contents=["Summarize this article in three sentences:", article],
        config=types.GenerateContentConfig(
            max_output_tokens=1024,
            thinking_config=types.ThinkingConfig(thinking_level="low"),
            system_instruction="You write plainly and add nothing.",
        ),
    )
    return response.text or ""
