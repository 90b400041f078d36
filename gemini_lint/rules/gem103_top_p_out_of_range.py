"""top_p is outside 0.0 to 1.0.

## What it does
Flags a top_p below 0.0 or above 1.0.

## Why is this bad?
top_p is a share of the probability. Client libraries send any number, and the server answers
400 INVALID_ARGUMENT.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config={"topP": 95},  # GEM103
)
print(response.text)
```

## Use instead
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config={"topP": 0.95},
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/troubleshooting (2026-09): "TopP: 0.0-1.0"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules.ranges import out_of_range
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM103",
    "top-p-out-of-range",
    "error",
    "top_p outside 0.0 to 1.0",
    rank=30,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    yield from out_of_range(call, "generationConfig.topP")
