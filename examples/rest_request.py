"""A request without any SDK."""

import os

import requests

URL = "https://generativelanguage.googleapis.com/v1/models/gemini-1.5-flash:generateContent"


def translate(text: str) -> str:
    body = {
        "systemInstruction": {"parts": [{"text": "You translate into English."}]},
        "contents": [{"role": "assistant", "parts": [{"text": text}]}],
        "generationConfig": {"temperature": 9, "topP": 0.9},
    }
    response = requests.post(
        URL, params={"key": os.environ["GEMINI_API_KEY"]}, json=body, timeout=60
    )
    return response.json()["candidates"][0]["content"]["parts"][0]["text"]
