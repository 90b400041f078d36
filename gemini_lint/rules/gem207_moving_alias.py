"""An alias that Google points at another model from time to time.

## What it does
Flags `gemini-flash-latest` and the like. Off by default.

## Why is this bad?
The model changes under the caller, with two weeks' notice by e-mail: answers, limits, prices and
the parameters that it takes are another model's from one day to the next.

## Example
```python select=GEM207
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1beta"))
response = client.models.generate_content(
    model="gemini-flash-latest",  # GEM207
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
```python select=GEM207
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/models (2026-11-22)
- https://ai.google.dev/gemini-api/docs/changelog (2026-10-13)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules.named_models import models_in_question
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM207",
    "moving-alias",
    "warning",
    "An alias whose model changes under the caller",
    default=False,
    rank=60,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each moving alias that a call names."""
    for item, model in models_in_question(call, context):
        if not model.moving_alias:
            continue
        target = f", lately {model.alias_of}" if model.alias_of else ""
        yield Problem(
            item.literal.place,
            f"{item.shown(model.id)} is a moving alias{target}",
            "another model answers from one day to the next",
            model.sources,
            at=item.at,
        )
