"""top_k is below 1, not whole, or above the model's limit.

## What it does
Flags a top_k below 1, a fraction, or a top_k above the limit of a model that has one.

## Why is this bad?
top_k counts tokens. google-genai declares it as a float and sends any number; the server takes
whole numbers from 1 on and answers 400 INVALID_ARGUMENT to others.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(top_k=0),  # GEM104
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
    config=types.GenerateContentConfig(top_k=40),
)
print(response.text)
```

## Source
- https://ai.google.dev/api/generate-content#generationconfig
  (google-ai-generativelanguage==0.12.1, 2026-10): top_k is an int32
- https://github.com/genkit-ai/genkit/issues/1397 (2024-11): "topK value of 64 but the supported
  range is from 1 (inclusive) to 41 (exclusive)"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.parameters import facts
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import out_of_range, sent_numbers
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM104",
    "top-k-out-of-range",
    "error",
    "top_k below 1, not whole, or above the model's limit",
    rank=30,
)

_PATH = "generationConfig.topK"


def check(call: Call, context: Context) -> Iterator[Problem]:
    yield from out_of_range(call, _PATH)
    for sent in sent_numbers(call, _PATH):
        if facts(_PATH).allows(sent.number) and sent.number % 1 != 0:
            yield sent.problem("is not a whole number", facts(_PATH).sources)
    for _, model in models_to_judge_by(call, context):
        limit = model.top_k_max
        if limit is None:
            continue
        for sent in sent_numbers(call, _PATH):
            if sent.number > limit:
                yield sent.problem(f"is outside {model.id}'s range of 1 to {limit}", model.sources)
