"""logprobs is outside 0 to 20.

## What it does
Flags a logprobs below 0 or above 20.

## Why is this bad?
logprobs is the number of top candidate tokens to return at each step. Client libraries send any
number, and the server answers 400 INVALID_ARGUMENT.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        response_logprobs=True,
        logprobs=21,  # GEM109
    ),
)
print(response.candidates)
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        response_logprobs=True,
        logprobs=20,
    ),
)
print(response.candidates)
```

## Source
- https://ai.google.dev/api/generate-content#generationconfig
  (google-ai-generativelanguage==0.12.1, 2026-10): "The number must be in the range of [0, 20]"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules.ranges import out_of_range
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM109",
    "logprobs-out-of-range",
    "error",
    "logprobs outside 0 to 20",
    rank=30,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    yield from out_of_range(call, "generationConfig.logprobs")
