"""How client libraries spell what every one of them can say of a request."""

from __future__ import annotations

from collections.abc import Mapping

from gemini_lint.clients import google_genai
from gemini_lint.clients.declaration import Field, Shape

_CONFIG = "generationConfig"
_THINKING = f"{_CONFIG}.thinkingConfig"

_FIELDS: Mapping[str, Field] = {
    "temperature": Field(f"{_CONFIG}.temperature", "number"),
    "top_p": Field(f"{_CONFIG}.topP", "number"),
    "top_k": Field(f"{_CONFIG}.topK", "number"),
    "max_output_tokens": Field(f"{_CONFIG}.maxOutputTokens", "integer"),
    "max_tokens": Field(f"{_CONFIG}.maxOutputTokens", "integer"),
    "max_completion_tokens": Field(f"{_CONFIG}.maxOutputTokens", "integer"),
    "candidate_count": Field(f"{_CONFIG}.candidateCount", "integer"),
    "n": Field(f"{_CONFIG}.candidateCount", "integer"),
    "stop": Field(f"{_CONFIG}.stopSequences"),
    "stop_sequences": Field(f"{_CONFIG}.stopSequences"),
    "seed": Field(f"{_CONFIG}.seed", "integer"),
    "presence_penalty": Field(f"{_CONFIG}.presencePenalty", "number"),
    "frequency_penalty": Field(f"{_CONFIG}.frequencyPenalty", "number"),
    "response_mime_type": Field(f"{_CONFIG}.responseMimeType", "string"),
    "response_schema": Field(f"{_CONFIG}.responseSchema"),
    "response_modalities": Field(f"{_CONFIG}.responseModalities"),
    "media_resolution": Field(f"{_CONFIG}.mediaResolution"),
    "thinking_budget": Field(f"{_THINKING}.thinkingBudget", "integer"),
    "thinking_level": Field(f"{_THINKING}.thinkingLevel", "enum", "ThinkingLevel"),
    "include_thoughts": Field(f"{_THINKING}.includeThoughts", "boolean"),
    "thinking_config": Field(_THINKING, "object", "ThinkingConfig"),
    "cached_content": Field("cachedContent", "string"),
    "labels": Field("labels", "mapping"),
    "safety_settings": Field("safetySettings"),
    "system_instruction": Field("systemInstruction"),
    "api_key": Field("apiKey"),
    "google_api_key": Field("apiKey"),
    "vertexai": Field("client.vertexai", "boolean"),
    "project": Field("client.project", "string"),
    "location": Field("client.location", "string"),
    "base_url": Field("httpOptions.baseUrl", "string"),
    "api_version": Field("httpOptions.apiVersion", "string"),
    "http_options": Field("httpOptions", "object", "HttpOptions"),
    "task_type": Field("embedContentRequest.taskType", "string"),
    "title": Field("embedContentRequest.title", "string"),
    "output_dimensionality": Field("embedContentRequest.outputDimensionality", "integer"),
    "dimensions": Field("embedContentRequest.outputDimensionality", "integer"),
}  # fmt: skip
OPENAI = (
    "temperature", "top_p", "n", "max_tokens", "max_completion_tokens", "stop", "seed",
    "presence_penalty", "frequency_penalty",
)  # fmt: skip


def fields(*names: str, **others: str | Field) -> dict[str, Field]:
    """Return the fields of those names; `others` are spelled as the named one is."""
    found = {name: _FIELDS[name] for name in names}
    for name, like in others.items():
        found[name] = _FIELDS[like] if isinstance(like, str) else like
    return found


def open_shape(name: str, fields: Mapping[str, Field], *, camel: bool = False) -> Shape:
    """Return a shape that may hold other keys, too."""
    return Shape(name, fields, closed=False, camel=camel)


def shapes_of_google_genai(name: str) -> Shape | None:
    """Return the shape of one of google-genai's types, by its last name."""
    return google_genai.LIBRARY.shapes(name.rpartition(".")[2])
