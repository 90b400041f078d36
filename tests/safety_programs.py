"""Programs with one safety setting, in the libraries' own forms."""

from __future__ import annotations

GENAI = """\
from google import genai
from google.genai import types
from google.genai.types import HarmBlockThreshold, HarmCategory

client = genai.Client({client})
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(safety_settings=[
        types.SafetySetting(category={category}, threshold={threshold}),
    ]),
)
"""

OLD = """\
import google.generativeai as genai
from google.generativeai.types import HarmBlockThreshold, HarmCategory

model = genai.GenerativeModel(
    "gemini-3.8-flash",
    safety_settings={{{category}: {threshold}}},
)
model.generate_content("Name three rivers.")
"""

VERTEXAI = """\
import vertexai
from vertexai.generative_models import (
    GenerativeModel, HarmBlockThreshold, HarmCategory, SafetySetting
)

vertexai.init(project="p")
model = GenerativeModel(
    "gemini-3.8-flash",
    safety_settings=[
        SafetySetting(category={category}, threshold={threshold}),
    ],
)
model.generate_content("Name three rivers.")
"""

HARASSMENT = '"HARM_CATEGORY_HARASSMENT"'
BLOCK_NONE = '"BLOCK_NONE"'


def genai(category: str = HARASSMENT, threshold: str = BLOCK_NONE, client: str = "") -> str:
    """The setting is on line 10."""
    return GENAI.format(category=category, threshold=threshold, client=client)


def old(category: str = HARASSMENT, threshold: str = BLOCK_NONE) -> str:
    """The setting is on line 6."""
    return OLD.format(category=category, threshold=threshold)


def vertexai(category: str = HARASSMENT, threshold: str = BLOCK_NONE) -> str:
    """The setting is on line 10."""
    return VERTEXAI.format(category=category, threshold=threshold)
