"""Parameters exclude one another, or one needs another.

## What it does
Flags parameters that the API does not take together, and parameters that need another one:

- response_schema and response_json_schema need a JSON MIME type and exclude one another,
- logprobs needs response_logprobs=True,
- thinking_budget and thinking_level exclude one another,
- cached_content excludes system_instruction, tools and tool_config,
- voice_config and multi_speaker_voice_config exclude one another,
- allowed_function_names needs mode ANY or VALIDATED,
- model_armor_config and safety_settings, a cache's ttl and expire_time, and a function's
  parameters and parameters_json_schema exclude one another,
- functions cannot be combined with built-in tools or a JSON MIME type on Gemini 2, and on
  Gemini 3 with built-in tools only if include_server_side_tool_invocations is set.

## Why is this bad?
Client libraries send all of them, and the server answers 400 INVALID_ARGUMENT.

## Example
```python
from google import genai
from google.genai import types
from pydantic import BaseModel


class River(BaseModel):
    name: str


client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Describe a river.",
    config=types.GenerateContentConfig(
        response_schema=River,  # GEM112
        thinking_config=types.ThinkingConfig(
            thinking_budget=0,
            thinking_level="low",  # GEM112
        ),
    ),
)
print(response.text)
```

## Use instead
```python
from google import genai
from google.genai import types
from pydantic import BaseModel


class River(BaseModel):
    name: str


client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Describe a river.",
    config=types.GenerateContentConfig(
        response_mime_type="application/json",
        response_schema=River,
        thinking_config=types.ThinkingConfig(thinking_level="low"),
    ),
)
print(response.text)
```

## Source
- https://ai.google.dev/api/generate-content#generationconfig
  (google-ai-generativelanguage==0.12.1, 2026-10)
- https://ai.google.dev/gemini-api/docs/gemini-3 (2026-09): thinking_budget with thinking_level
- https://ai.google.dev/api/caching (2026-10): ttl with expire_time
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import parameters
from gemini_lint.rules.conflicts import excluded, unmet
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.rules.tool_conflicts import excluded_within_tools, refused_combinations

RULE = Rule(
    "GEM112",
    "conflicting-parameters",
    "error",
    "Parameters that exclude or need one another",
    rank=30,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    for conflict in parameters.conflicts():
        yield from excluded(call, conflict)
        yield from excluded_within_tools(call, conflict)
        if conflict.needs:
            yield from unmet(call, conflict)
    for tool_conflict in parameters.tool_conflicts():
        yield from refused_combinations(call, tool_conflict, context)
