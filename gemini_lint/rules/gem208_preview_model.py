"""A preview or experimental model.

## What it does
Flags models that Google has not released for production. Off by default.

## Why is this bad?
Preview models have stricter rate limits, change, and are shut down with two weeks' notice.

## Example
```python select=GEM208
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-pro-preview",  # GEM208
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
```python select=GEM208
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
- https://ai.google.dev/gemini-api/docs/deprecations (2026-10-09)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Lifecycle, Model
from gemini_lint.rules.named_models import models_in_question
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM208",
    "preview-model",
    "warning",
    "A preview or experimental model",
    default=False,
    rank=60,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each model of a call that is a preview on every backend that it may reach."""
    for item, model in models_in_question(call, context):
        if _is_preview(model, call):
            yield Problem(
                item.literal.place,
                f"{item.shown(model.id)} is a preview model",
                "it may change, or be shut down with two weeks' notice",
                model.sources,
                at=item.at,
            )


def _is_preview(model: Model, call: Call) -> bool:
    unknown = Lifecycle()
    return model.preview or all(
        model.lifecycles.get(backend, unknown).preview for backend in call.backends
    )
