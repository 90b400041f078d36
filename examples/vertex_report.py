"""A report on Vertex AI, half of it on the module that is to be removed."""

import vertexai
from google import genai
from vertexai.generative_models import GenerationConfig, GenerativeModel

vertexai.init(project="reports", location="us-central1")
writer = GenerativeModel("gemini-1.0-pro", generation_config=GenerationConfig(top_k=0))
client = genai.Client(vertexai=True, project="reports", location="global")


def report(figures: str) -> str:
    return writer.generate_content(f"Write a short report on these figures: {figures}").text


def embed(paragraphs: list[str]) -> list[list[float]]:
    response = client.models.embed_content(model="models/gemini-2.5-flash", contents=paragraphs)
    return [item.values or [] for item in response.embeddings or []]
