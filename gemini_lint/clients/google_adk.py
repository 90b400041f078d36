"""google-adk, Google's Agent Development Kit.

Source: google-adk==2.13.0, agents/llm_agent.py, agents/base_agent.py and models/ (2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gemini_lint.clients.declaration import (
    BackendRule,
    Field,
    Function,
    Library,
    ModelNames,
    Shape,
)
from gemini_lint.clients.litellm import NAMES, SETTINGS
from gemini_lint.clients.spellings import fields, open_shape, shapes_of_google_genai

_AGENT = "google.adk.agents.LlmAgent"
_GEMINI = "google.adk.models.Gemini"
_LITELLM = "google.adk.models.lite_llm.LiteLlm"
_CONFIG = "GenerateContentConfig"
_PLANNER = "BuiltInPlanner"
_NAMES = ModelNames(
    bare=(
        ("gemini-", None),
        ("gemma-", None),
        ("models/", None),
        ("model-optimizer-", None),
        ("projects/", "vertex"),
        ("publishers/", "vertex"),
    ),
    assumed=True,
)
# What an agent's configuration must leave to the agent, and where it goes instead.
_THE_AGENTS_OWN = {
    "tools": "pass tools to the agent itself",
    "system_instruction": "pass instruction to the agent itself",
    "response_schema": "pass output_schema to the agent itself",
}
# What an agent refuses itself, as its pydantic class forbids fields that it does not declare.
_IN_CONFIG = (
    "temperature", "top_p", "top_k", "candidate_count", "max_output_tokens", "max_tokens",
    "stop_sequences", "seed", "presence_penalty", "frequency_penalty", "safety_settings",
    "response_mime_type", "thinking_config", "generation_config",
)  # fmt: skip
_NOT_THE_AGENTS = {
    **dict.fromkeys(_IN_CONFIG, "generate_content_config takes the settings of the request"),
    "system_instruction": "did you mean instruction?",
    "instructions": "did you mean instruction?",
    "model_name": "did you mean model?",
}


def _functions() -> Iterator[Function]:
    # Which method an agent's model is asked by is the runner's choice: run_async or run_live.
    yield Function(_AGENT, _agent_shape(), (), None, _AGENT)
    yield Function(_GEMINI, _gemini_shape(), (), None, _GEMINI)
    model = {"model": Field("model", "string", names=NAMES)}
    shape = open_shape("LiteLlm", {**model, **SETTINGS})
    yield Function(_LITELLM, shape, ("model",), "generateContent", _LITELLM)


def _agent_shape() -> Shape:
    known = {
        "model": Field("model", "string", names=_NAMES),
        "instruction": Field("systemInstruction"),
        "global_instruction": Field("systemInstruction"),
        "static_instruction": Field("systemInstruction"),
        "generate_content_config": Field(".", "object", _CONFIG),
        "planner": Field(".", "object", _PLANNER),
    }
    return Shape("LlmAgent", known, closed=False, hints=_NOT_THE_AGENTS)


def _gemini_shape() -> Shape:
    model = {"model": Field("model", "string")}
    return open_shape("Gemini", {**model, **fields("base_url", "api_version")})


@cache
def _shapes(name: str) -> Shape | None:
    found = shapes_of_google_genai(_CONFIG if name == _PLANNER else name)
    if found is not None and name == _PLANNER:
        return open_shape(name, {"thinking_config": found.fields["thinking_config"]})
    if name != _CONFIG or found is None:
        return found
    own = {key: field for key, field in found.fields.items() if key not in _THE_AGENTS_OWN}
    return Shape(_CONFIG, own, found.closed, found.camel, _THE_AGENTS_OWN)


LIBRARY = Library(
    sdk="google-adk",
    roots=("google.adk",),
    functions={function.name: function for function in _functions()},
    shapes=_shapes,
    aliases={
        "google.adk.Agent": _AGENT,
        "google.adk.agents.Agent": _AGENT,
        "google.adk.agents.llm_agent.Agent": _AGENT,
        "google.adk.agents.llm_agent.LlmAgent": _AGENT,
        "google.adk.models.google_llm.Gemini": _GEMINI,
        "google.adk.models.LiteLlm": _LITELLM,
    },
    backend=BackendRule(environment=("GOOGLE_GENAI_USE_VERTEXAI",)),
    version_variable="GOOGLE_GENAI_API_VERSION",
)
