"""A support assistant on google-genai: its configuration is built over several statements."""

import os

from google import genai
from google.genai import types

MODEL = "gemini-1.5-pro"
TEMPERATURE = 2.5

client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])


def answer(question: str) -> str:
    options = {"temperature": TEMPERATURE, "top_p": 1.1}
    options["candidate_count"] = 9
    response = client.models.generate_content(model=MODEL, contents=question, config=options)
    return response.text or ""


def summarize(article: str) -> str:
    response = client.models.generate_content(
        model=os.getenv("SUMMARY_MODEL", "gemini-2.0-flash"),
        contents=["Résume cet article en trois phrases, s'il te plaît :", article],
        config=types.GenerateContentConfig(
            max_output_tokens=0,
            thinking_config=types.ThinkingConfig(thinking_budget=512, thinking_level="LOW"),
        ),
    )
    return response.text or ""


if __name__ == "__main__":
    print(answer("How do I reset my password?"))
