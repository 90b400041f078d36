"""candidate_count is not a whole number from 1 to 8, or more than the model gives.

## What it does
Flags a candidate_count below 1 or above 8, and one above the model's own maximum. Models from
Gemini 3 on give one candidate.

## Why is this bad?
The server answers 400 INVALID_ARGUMENT; from Gemini 3 on it says "Multiple candidates is not
enabled for this model".

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(candidate_count=2),  # GEM105
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
    config=types.GenerateContentConfig(candidate_count=1),
)
print(response.text)
```

Whoever wants several answers asks several times.

## Source
- https://ai.google.dev/gemini-api/docs/troubleshooting (2026-09): "Candidate count: 1-8 (integer)"
- https://ai.google.dev/gemini-api/docs/latest-model (2026-09): unsupported in Gemini 3 and later
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.parameters import facts, source
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import out_of_range, sent_numbers
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM105",
    "candidate-count-out-of-range",
    "error",
    "candidate_count outside 1 to 8, or above the model's maximum",
    rank=30,
)

_PATH = "generationConfig.candidateCount"
_OUTCOME = '400 INVALID_ARGUMENT "Multiple candidates is not enabled for this model"'


def check(call: Call, context: Context) -> Iterator[Problem]:
    yield from out_of_range(call, _PATH)
    for _, model in models_to_judge_by(call, context):
        limit = model.candidate_count_max
        if limit is None:
            continue
        for sent in sent_numbers(call, _PATH):
            if facts(_PATH).allows(sent.number) and sent.number > limit:
                yield sent.problem(
                    f"is above {model.id}'s maximum of {limit}",
                    (source("latest-model"), *model.sources),
                    outcome=_OUTCOME,
                )
