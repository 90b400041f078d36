"""A bot that still uses google-generativeai."""

import google.generativeai as genai

model = genai.GenerativeModel(
    "gemini-pro",
    generation_config={"temperature": 3, "max_tokens": 256},
    safety_settings={"HARM_CATEGORY_HARASSMENT": "BLOCK_NOTHING"},
)
chat = model.start_chat()


def reply(message: str) -> str:
    return chat.send_message(message).text
