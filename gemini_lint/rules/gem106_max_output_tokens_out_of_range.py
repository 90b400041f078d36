"""max_output_tokens is below 1, or above the model's output limit.

## What it does
Flags a max_output_tokens below 1, and one above what the model can write: 65,536 for Gemini 2.5
and 3, less for speech and image models, 1,048,576 for Gemini 4.

## Why is this bad?
The server answers 400 INVALID_ARGUMENT: "it has a maxOutputTokens value of 100000 but the
supported range is from 1 (inclusive) to 65537 (exclusive)".

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(max_output_tokens=100_000),  # GEM106
)
print(response.text)
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(max_output_tokens=65_536),
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/troubleshooting (2026-09)
- https://ai.google.dev/gemini-api/docs/models (2026-11): output token limit of each model
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Model
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import out_of_range, sent_numbers
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM106",
    "max-output-tokens-out-of-range",
    "error",
    "max_output_tokens below 1 or above the model's output limit",
    rank=30,
)

_PATH = "generationConfig.maxOutputTokens"


def check(call: Call, context: Context) -> Iterator[Problem]:
    yield from out_of_range(call, _PATH)
    for _, model in models_to_judge_by(call, context):
        limit = _most(model)
        if limit is None:
            continue
        for sent in sent_numbers(call, _PATH):
            if sent.number > limit:
                yield sent.problem(
                    f"is outside {model.id}'s range of 1 to {limit:,}", model.sources
                )


def _most(model: Model) -> int | None:
    """The longest answer that the model gives in any mode."""
    if model.output_token_limit is None:
        return None
    return max(model.output_token_limit, model.long_output_limit or 0)
