"""temperature is accepted by the API, but outside what the troubleshooting guide gives.

## What it does
Flags a temperature above 1.0 and up to 2.0.

## Why is this bad?
Google's troubleshooting guide gives 0.0 to 1.0 for the temperature. The API reference gives
0.0 to 2.0, and the server accepts it; answers get less reliable the further the value is above 1.0.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",
    contents="Name three rivers.",
    config={"temperature": 1.2},  # GEM102
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
    config={"temperature": 0.7},
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/troubleshooting (2026-09): "Temperature: 0.0-1.0"
- https://ai.google.dev/api/generate-content#generationconfig (2026-10): 0.0 to 2.0
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.parameters import facts, source
from gemini_lint.rules.judging import has_dead_model
from gemini_lint.rules.ranges import sent_numbers
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM102",
    "temperature-outside-guide",
    "warning",
    "temperature above the 1.0 that the troubleshooting guide gives",
    rank=60,
)

_PATH = "generationConfig.temperature"
_GUIDE_MAXIMUM = 1.0


def check(call: Call, context: Context) -> Iterator[Problem]:
    if has_dead_model(call, context):
        return
    for sent in sent_numbers(call, _PATH):
        if sent.number > _GUIDE_MAXIMUM and facts(_PATH).allows(sent.number):
            yield sent.problem(
                "is above the 0.0 to 1.0 of the troubleshooting guide",
                (source("guide"), *facts(_PATH).sources),
                outcome="the API accepts it; the guide advises against it",
            )
