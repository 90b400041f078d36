"""temperature is outside the range that the model takes.

## What it does
Flags a temperature outside 0.0 to 2.0, the range of the Gemini API, or outside the narrower
range of a model that has one (0.0 to 1.0 for aqa).

## Why is this bad?
No client library checks the value: it is sent as it is, and the server answers
400 INVALID_ARGUMENT to every request.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(temperature=2.1),  # GEM101
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
    config=types.GenerateContentConfig(temperature=1.0),
)
print(response.text)
```

## Source
- https://ai.google.dev/api/generate-content#generationconfig
  (google-ai-generativelanguage==0.12.1, 2026-10): "Values can range from [0.0, 2.0]"
- https://ai.google.dev/api/models (2026-10): max_temperature of a model
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.parameters import facts
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import out_of_range, sent_numbers
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM101",
    "temperature-out-of-range",
    "error",
    "temperature outside the model's range",
    rank=30,
)

_PATH = "generationConfig.temperature"


def check(call: Call, context: Context) -> Iterator[Problem]:
    yield from out_of_range(call, _PATH)
    for _, model in models_to_judge_by(call, context):
        limit = model.max_temperature
        if limit is None:
            continue
        for sent in sent_numbers(call, _PATH):
            if facts(_PATH).allows(sent.number) and sent.number > limit:
                yield sent.problem(
                    f"is outside {model.id}'s range of 0.0 to {limit}", model.sources
                )
