"""google-genai: the requests of three releases are those that the reader sees."""

from __future__ import annotations

import pytest

from .agreement import disagreements
from .conftest import Runners

pytestmark = pytest.mark.live

HEAD = """
import asyncio, os
from google import genai
from google.genai import types

client = genai.Client(api_key="x")
"""

SAME_IN_ALL = {
    "keyword": """
client.models.generate_content(model="gemini-3.8-flash", contents="Name three rivers.")
""",
    "typed config": """
client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        system_instruction="Be brief.",
        temperature=0.2,
        top_p=0.9,
        top_k=20,
        candidate_count=1,
        max_output_tokens=64,
        stop_sequences=["END", "STOP"],
        seed=7,
        response_mime_type="application/json",
        thinking_config=types.ThinkingConfig(thinking_level=types.ThinkingLevel.LOW),
        safety_settings=[
            types.SafetySetting(
                category=types.HarmCategory.HARM_CATEGORY_HARASSMENT,
                threshold="BLOCK_NONE",
            ),
        ],
    ),
)
""",
    "dictionary": """
client.models.generate_content(
    model="models/gemini-3.1-pro-preview",
    contents=["Name three rivers.", "And two lakes."],
    config={
        "temperature": 1,
        "max_output_tokens": 64,
        "response_modalities": ["TEXT"],
        "thinking_config": {"thinking_level": "low", "include_thoughts": True},
        "tools": [{"google_search": {}}, {"code_execution": {}}],
    },
)
""",
    "camelCase": """
client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents=[{"role": "user", "parts": [{"text": "Name three rivers."}]}],
    config={
        "systemInstruction": "Be brief.",
        "topP": 0.5,
        "maxOutputTokens": 64,
        "thinkingConfig": {"thinkingBudget": 1000},
        "toolConfig": {"functionCallingConfig": {"mode": "AUTO"}},
        "safetySettings": [
            {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "BLOCK_ONLY_HIGH"}
        ],
    },
)
""",
    "typed contents": """
client.models.generate_content(
    model="gemini-3.8-flash",
    contents=[
        types.Content(role="user", parts=[types.Part(text="Name three rivers.")]),
        types.Content(role="model", parts=[types.Part.from_text(text="Rhine.")]),
        types.UserContent("And two lakes."),
    ],
)
""",
    "constants and updates": """
MODEL = "gemini-3.1-pro-preview"
PROMPT = "Name " + "three rivers."
config = {"temperature": 0.1}
config["top_k"] = 5
config.update(seed=3, max_output_tokens=10)
client.models.generate_content(model=MODEL, contents=PROMPT, config=config)
""",
    "spread": """
base = {"temperature": 0.1, "seed": 1}
request = {"model": "gemini-3.1-pro-preview", "contents": f"Name {3} rivers."}
client.models.generate_content(**request, config={**base, "seed": 2})
""",
    "environment default": """
model = os.getenv("NO_SUCH_MODEL_VARIABLE", "gemini-3.8-flash")
limit = int(os.environ.get("NO_SUCH_LIMIT", "12"))
client.models.generate_content(
    model=model, contents="Name three rivers.", config={"max_output_tokens": limit}
)
""",
    "attributes of a config": """
config = types.GenerateContentConfig(seed=1)
config.max_output_tokens = 10
config.thinking_config = types.ThinkingConfig(thinking_budget=0)
client.models.generate_content(model="gemini-2.5-flash-lite", contents="Rivers?", config=config)
""",
    "class": """
class Rivers:
    model = "gemini-3.8-flash"

    def __init__(self):
        self.client = genai.Client(api_key="x")
        self.config = types.GenerateContentConfig(max_output_tokens=20)

    def name(self):
        return self.client.models.generate_content(
            model=self.model, contents="Name three rivers.", config=self.config
        )

Rivers().name()
""",
    "stream": """
for chunk in client.models.generate_content_stream(
    model="gemini-3.8-flash", contents="Name three rivers.", config={"seed": 4}
):
    chunk.text
""",
    "asynchronous": """
async def main():
    await client.aio.models.generate_content(
        model="gemini-3.8-flash", contents="Name three rivers.", config={"seed": 4}
    )

asyncio.run(main())
""",
    "asynchronous stream": """
async def main():
    stream = await client.aio.models.generate_content_stream(
        model="gemini-3.8-flash", contents="Name three rivers."
    )
    async for chunk in stream:
        chunk.text

asyncio.run(main())
""",
    "chat": """
chat = client.chats.create(
    model="gemini-3.8-flash",
    config={"system_instruction": "Be brief.", "max_output_tokens": 20},
    history=[
        types.Content(role="user", parts=[types.Part(text="Hello!")]),
        types.Content(role="model", parts=[types.Part(text="Hello.")]),
    ],
)
chat.send_message("Name three rivers.")
for chunk in chat.send_message_stream("And two lakes."):
    chunk.text
""",
    "configuration of a message": """
chat = client.chats.create(model="gemini-3.8-flash", config={"max_output_tokens": 20})
chat.send_message("Name three rivers.", config=types.GenerateContentConfig(seed=1))
""",
    "version of the client": """
other = genai.Client(api_key="x", http_options=types.HttpOptions(api_version="v1alpha"))
other.models.generate_content(model="gemini-3.8-flash", contents="Name three rivers.")
""",
    "version of the call": """
other = genai.Client(api_key="x", http_options={"api_version": "v1"})
other.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={"http_options": {"api_version": "v1beta"}},
)
""",
    "Vertex AI": """
vertex = genai.Client(vertexai=True, api_key="x")
vertex.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config={"audio_timestamp": True, "labels": {"team": "rivers"}},
)
""",
    "Vertex AI of the environment": """
os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "true"
vertex = genai.Client(api_key="x")
vertex.models.generate_content(
    model="gemini-3.1-pro-preview", contents="Name three rivers.", config={"seed": 5}
)
""",
    "count tokens": """
client.models.count_tokens(model="gemini-3.8-flash", contents="Name three rivers.")
""",
    "count tokens on Vertex AI": """
vertex = genai.Client(vertexai=True, api_key="x")
vertex.models.count_tokens(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config={"system_instruction": "Be brief."},
)
""",
    "embeddings": """
client.models.embed_content(
    model="gemini-embedding-001",
    contents=["three rivers", "two lakes"],
    config=types.EmbedContentConfig(task_type="RETRIEVAL_QUERY", output_dimensionality=768),
)
""",
    "embeddings on Vertex AI": """
vertex = genai.Client(vertexai=True, api_key="x")
vertex.models.embed_content(
    model="text-embedding-005",
    contents="three rivers",
    config={"task_type": "RETRIEVAL_QUERY", "output_dimensionality": 256, "auto_truncate": True},
)
""",
    "cache": """
cache = client.caches.create(
    model="gemini-3.8-flash",
    config=types.CreateCachedContentConfig(
        contents=["A long text about rivers."],
        system_instruction="Be brief.",
        ttl="3600s",
        display_name="rivers",
    ),
)
client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={"cached_content": "cachedContents/one"},
)
client.caches.get(name="cachedContents/one")
client.caches.update(name="cachedContents/one", config={"ttl": "60s"})
client.caches.delete(name="cachedContents/one")
""",
    "batch": """
client.batches.create(
    model="gemini-3.8-flash",
    src=[{"contents": [{"role": "user", "parts": [{"text": "Name three rivers."}]}]}],
    config={"display_name": "rivers"},
)
client.batches.get(name="batches/one")
""",
    "functions": """
def level_of(river: str) -> float:
    '''Say how high a river is.'''
    return 1.0

client.models.generate_content(
    model="gemini-3.8-flash",
    contents="How high is the Rhine?",
    config=types.GenerateContentConfig(
        tools=[level_of],
        tool_config=types.ToolConfig(
            function_calling_config=types.FunctionCallingConfig(
                mode="ANY", allowed_function_names=["level_of"]
            )
        ),
    ),
)
""",
    "schema": """
from pydantic import BaseModel

class River(BaseModel):
    name: str

client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={"response_mime_type": "application/json", "response_schema": list[River]},
)
""",
    "speech": """
client.models.generate_content(
    model="gemini-3.8-flash-tts",
    contents="Say cheerfully: good morning.",
    config=types.GenerateContentConfig(
        response_modalities=["AUDIO"],
        speech_config=types.SpeechConfig(
            voice_config=types.VoiceConfig(
                prebuilt_voice_config=types.PrebuiltVoiceConfig(voice_name="Kore")
            )
        ),
    ),
)
""",
    "image": """
client.models.generate_content(
    model="gemini-3.1-flash-image",
    contents=["A river.", types.Part.from_bytes(data=b"png", mime_type="image/png")],
    config={"response_modalities": ["IMAGE"], "image_config": {"aspect_ratio": "16:9"}},
)
""",
    "coerced": """
client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config={"temperature": "0.5", "max_output_tokens": 10.0, "response_logprobs": "no"},
)
""",
}
ONLY_FROM_2 = {
    "labels": """
client.models.generate_content(
    model="gemini-3.8-flash", contents="Name three rivers.", config={"labels": {"team": "rivers"}}
)
""",
    "interaction": """
client.interactions.create(
    model="gemini-3.8-flash",
    input="Name three rivers.",
    system_instruction="Be brief.",
    generation_config={"thinking_level": "low", "max_output_tokens": 50},
)
""",
}
ONLY_FROM_3 = {
    "version of the environment": """
os.environ["GOOGLE_GENAI_API_VERSION"] = "v1beta"
other = genai.Client(api_key="x")
other.models.generate_content(model="gemini-3.8-flash", contents="Name three rivers.")
""",
}


def cases(*programs: dict[str, str]) -> pytest.MarkDecorator:
    named = [(name, text) for group in programs for name, text in group.items()]
    return pytest.mark.parametrize("program", [pytest.param(text, id=name) for name, text in named])


@cases(SAME_IN_ALL)
def test_1_75(program: str, runners: Runners) -> None:
    assert disagreements(runners("google-genai-1.75"), HEAD + program, "1.75.0") == []


@cases(SAME_IN_ALL, ONLY_FROM_2)
def test_2_34(program: str, runners: Runners) -> None:
    assert disagreements(runners("google-genai-2.34"), HEAD + program, "2.34.0") == []


@cases(SAME_IN_ALL, ONLY_FROM_2, ONLY_FROM_3)
def test_3_6(program: str, runners: Runners) -> None:
    assert disagreements(runners("google-genai-3.6"), HEAD + program, "3.6.1") == []
