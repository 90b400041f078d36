"""Speech and search through the stable API version, which lacks some of what is used here."""

from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1", timeout=30))


def speak(text: str) -> types.GenerateContentResponse:
    return client.models.generate_content(
        model="gemini-2.5-flash-preview-tts",
        contents=text,
        config=types.GenerateContentConfig(
            response_modalities=["AUDIO"],
            speech_config=types.SpeechConfig(
                voice_config=types.VoiceConfig(
                    prebuilt_voice_config=types.PrebuiltVoiceConfig(voice_name="Kore")
                )
            ),
        ),
    )


def classify(note: str) -> types.GenerateContentResponse:
    return client.models.generate_content(
        model="gemini-3.8-flash",
        contents=note,
        config={"response_schema": {"type": "STRING", "enum": ["todo", "idea"]}},
    )
