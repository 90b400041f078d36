"""Small programs around one request, and the parameter findings that they get."""

from __future__ import annotations

from typing import Any

from linting import findings

MODEL = "gemini-3.1-flash-lite"
QUESTION = '"Name three rivers."'


def google_genai(
    config: str = "", *, model: str = MODEL, contents: str = QUESTION, client: str = ""
) -> str:
    """A request with google-genai, its configuration given as keyword arguments."""
    return "\n".join(
        (
            "from google import genai",
            "from google.genai import types",
            "from pydantic import BaseModel",
            "class River(BaseModel):",
            "    name: str",
            "def look_up(name: str) -> str:",
            "    return name",
            f"client = genai.Client({client})",
            "response = client.models.generate_content(",
            f'    model="{model}",',
            f"    contents={contents},",
            f"    config=types.GenerateContentConfig({config}),",
            ")",
        )
    )


def google_generativeai(config: str, *, model: str = MODEL) -> str:
    """A request with google-generativeai, its configuration given as a dictionary."""
    return "\n".join(
        (
            "import google.generativeai as genai",
            f'model = genai.GenerativeModel("{model}")',
            f"response = model.generate_content({QUESTION}, generation_config={config})",
        )
    )


def rest(body: str, *, model: str = MODEL) -> str:
    """A request without a library; the body lacks only its contents."""
    url = f"https://generativelanguage.googleapis.com/v1beta/models/{model}:generateContent"
    return "\n".join(
        (
            "import requests",
            f'body = {{"contents": [{{"parts": [{{"text": {QUESTION}}}]}}], {body}}}',
            f'response = requests.post("{url}", json=body)',
        )
    )


def faults(source: str, **settings: Any) -> list[str]:
    """Return the codes of the parameter findings of a program."""
    return [finding.code for finding in findings(source, select=("GEM1",), **settings)]


def messages(source: str, **settings: Any) -> list[str]:
    """Return the messages of the parameter findings of a program."""
    return [finding.message for finding in findings(source, select=("GEM1",), **settings)]
