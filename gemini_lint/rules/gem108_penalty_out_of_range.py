"""presence_penalty or frequency_penalty is outside -2.0 to 2.0, 2.0 not included.

## What it does
Flags a presence_penalty or frequency_penalty below -2.0, or of 2.0 and more.

## Why is this bad?
Client libraries send any number, and the server answers 400 INVALID_ARGUMENT.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(presence_penalty=5.0),  # GEM108
)
print(response.text)
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(presence_penalty=0.5),
)
print(response.text)
```

## Source
- https://cloud.google.com/vertex-ai/generative-ai/docs/reference/nodejs/1.8.1/vertexai/generationconfig
  (2026-09): "up to, but not including, 2.0. Its minimum value is -2.0"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules.ranges import out_of_range
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM108",
    "penalty-out-of-range",
    "error",
    "presence_penalty or frequency_penalty outside -2.0 ≤ x < 2.0",
    rank=30,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    yield from out_of_range(call, "generationConfig.presencePenalty")
    yield from out_of_range(call, "generationConfig.frequencyPenalty")
