"""There are more than 5 stop sequences.

## What it does
Flags a list of more than 5 stop sequences.

## Why is this bad?
The API takes up to 5. Client libraries send them all, and the server answers
400 INVALID_ARGUMENT.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={"stop_sequences": ["1", "2", "3", "4", "5", "6"]},  # GEM107
)
print(response.text)
```

## Use instead
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={"stop_sequences": ["1", "2", "3", "4", "5"]},
)
print(response.text)
```

## Source
- https://ai.google.dev/api/generate-content#generationconfig
  (google-ai-generativelanguage==0.12.1, 2026-10): "The set of character sequences (up to 5)"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.parameters import facts
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Sequence, possibilities

RULE = Rule(
    "GEM107",
    "stop-sequences-out-of-range",
    "error",
    "More than 5 stop sequences",
    rank=30,
)

_PATH = "generationConfig.stopSequences"


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    most = facts(_PATH).max_items or 0
    for parameter in call.parameters:
        if parameter.path != _PATH:
            continue
        for value in possibilities(parameter.value):
            if isinstance(value, Sequence) and len(value.items) > most:
                yield Problem(
                    place=value.place,
                    message=f"{parameter.name} has {len(value.items)} items, at most {most} pass",
                    outcome=INVALID_ARGUMENT,
                    source=facts(_PATH).sources,
                    at=parameter.at,
                    cause=_PATH,
                )
