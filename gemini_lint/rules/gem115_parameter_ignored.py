"""The model accepts a sampling parameter and ignores it.

## What it does
Flags temperature, top_p and top_k for models that ignore them: gemini-3.6-flash,
gemini-3.5-flash-lite and all later ones.

## Why is this bad?
The value does nothing. Google deprecated the three parameters on 2026-07-21 and has announced
that future models will answer 400 to them.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        temperature=0.2,  # GEM115
        max_output_tokens=1000,
    ),
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
    contents="Name three rivers. Always give the same answer.",
    config=types.GenerateContentConfig(
        max_output_tokens=1000,
    ),
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/changelog (2026-07-21): "Deprecated parameters"
- https://ai.google.dev/gemini-api/docs/latest-model (2026-09)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.parameters import source
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import sent_numbers
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM115",
    "parameter-ignored",
    "warning",
    "temperature, top_p or top_k on a model that ignores them",
    rank=50,
)

_PATHS = (
    "generationConfig.temperature",
    "generationConfig.topP",
    "generationConfig.topK",
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    for _, model in models_to_judge_by(call, context):
        if model.features.get("sampling_params") != "deprecated-ignored":
            continue
        for path in _PATHS:
            for sent in sent_numbers(call, path):
                yield sent.problem(
                    f"is ignored by {model.id}",
                    (source("changelog"), source("latest-model")),
                    outcome="ignored; 400 is announced for future models",
                )
