"""What was probably meant by a parameter that does not exist."""

from __future__ import annotations

import re

from gemini_lint.call import UnknownKey
from gemini_lint.closest_names import nearest

# Names of other libraries' parameters, in snake case, and what they are called here.
_OTHER_NAMES = {
    "max_tokens": ("max_output_tokens",),
    "max_completion_tokens": ("max_output_tokens",),
    "max_new_tokens": ("max_output_tokens",),
    "max_length": ("max_output_tokens",),
    "stop": ("stop_sequences",),
    "stop_words": ("stop_sequences",),
    "n": ("candidate_count",),
    "num_candidates": ("candidate_count",),
    "number_of_candidates": ("candidate_count",),
    "system": ("system_instruction",),
    "system_prompt": ("system_instruction",),
    "instructions": ("system_instruction",),
    "prompt": ("contents", "content", "message", "input"),
    "messages": ("contents", "content", "message", "input"),
    "content": ("contents", "message", "parts", "text"),
    "contents": ("content", "message", "input"),
    "input": ("contents", "content", "message"),
    "model_name": ("model",),
    "model": ("model_name",),
    "tool_choice": ("tool_config",),
    "functions": ("tools",),
    "response_format": ("response_mime_type",),
    "json_schema": ("response_json_schema",),
    "schema": ("response_schema",),
    "mime_type": ("response_mime_type",),
    "top_logprobs": ("logprobs",),
    "reasoning_effort": ("thinking_config", "thinking_level"),
    "thinking": ("thinking_config",),
    "thinking_budget": ("thinking_config",),
    "thinking_level": ("thinking_config",),
    "include_thoughts": ("thinking_config",),
    "budget": ("thinking_budget",),
    "level": ("thinking_level",),
    "safety": ("safety_settings",),
    "voice": ("speech_config", "voice_config"),
    "timeout": ("http_options", "request_options"),
    "api_version": ("http_options",),
    "base_url": ("http_options",),
    "uri": ("file_uri",),
    "url": ("file_uri",),
    "mime": ("mime_type",),
    "dimensions": ("output_dimensionality",),
    "text": ("content", "contents", "parts"),
}
# Configuration that is often given to the call itself.
_CONFIGURATION = frozenset(
    {
        "automatic_function_calling", "cached_content", "candidate_count", "frequency_penalty",
        "generation_config", "logprobs", "max_output_tokens", "max_tokens", "presence_penalty",
        "response_mime_type", "response_modalities", "response_schema", "safety_settings", "seed",
        "stop_sequences", "system_instruction", "temperature", "thinking_config", "tool_config",
        "tools", "top_k", "top_p",
    }
)  # fmt: skip
# What the older SDKs take where the model is made.
_OLDER_SDKS = ("google-generativeai", "google-cloud-aiplatform")
_THE_MODELS = frozenset({"safety_settings", "system_instruction", "tool_config", "tools"})
_CLOSE_ENOUGH = 0.75


def advice(key: UnknownKey, sdk: str) -> str:
    """Say what was probably meant; nothing where nothing is near."""
    if key.hint:
        return key.hint
    known = {snake(name): name for name in key.known}
    wanted = snake(key.name)
    special = _special(key, wanted, sdk)
    if special:
        return special
    for name in _OTHER_NAMES.get(wanted, ()):
        if name in known:
            return f"did you mean {known[name]}?"
    holder = next((name for name in ("config", "generation_config") if name in known), None)
    if holder is not None and wanted in _CONFIGURATION:
        return f"give it in {known[holder]}="
    close = nearest(wanted, known, _CLOSE_ENOUGH)
    return f"did you mean {known[close]}?" if close else ""


def snake(name: str) -> str:
    """Return a camelCase name in snake case."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _special(key: UnknownKey, wanted: str, sdk: str) -> str:
    if wanted == "stream" and sdk == "google-genai" and "previous_interaction_id" not in key.known:
        return "call generate_content_stream instead"
    if wanted == "generation_config" and key.owner.endswith("Config"):
        return f"its keys belong in {key.owner} itself"
    if wanted in _THE_MODELS and sdk in _OLDER_SDKS and key.owner != "GenerativeModel":
        return "give it to GenerativeModel instead"
    return ""
