"""A model that has been shut down.

## What it does
Flags models whose shutdown date has passed on the backend that the call reaches: the dates of the
Gemini Developer API and of Vertex AI differ. The message names a replacement that is alive on that
backend today. Where Google routes the requests to another model instead of refusing them, it says
so, and is a warning.

## Why is this bad?
The server answers 404 NOT_FOUND: "This model models/gemini-2.0-flash is no longer available." A
routed request is answered, and billed, as another model.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-1.5-pro",  # GEM202
    contents="Name three rivers.",
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
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/deprecations (2026-10-09)
- https://ai.google.dev/gemini-api/docs/changelog (2026-10-13)
- https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions (2026-10-20)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Model
from gemini_lint.rules import model_lifecycle
from gemini_lint.rules.model_lifecycle import Life
from gemini_lint.rules.named_models import NamedModel, known
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM202",
    "shut-down-model",
    "error",
    "A model that has been shut down on the backend of the call",
    rank=25,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each model of a call that is over on every backend that the call may reach."""
    for item, model in known(call, context):
        found = model_lifecycle.lives(model, call.backends, context)
        if all(model_lifecycle.is_over(life, model, context) for life in found):
            yield _problem(item, model, found, context, call.method)


def _problem(
    item: NamedModel, model: Model, found: list[Life], context: Context, method: str | None
) -> Problem:
    routed = [life for life in found if life.state.kind == "routed"]
    backends = tuple(life.backend for life in found)
    return Problem(
        item.literal.place,
        f"{item.shown(model.id)} {model_lifecycle.obituary(model, found, context)}"
        f"{model_lifecycle.remedy(found, model, context, method)}",
        model_lifecycle.fate((routed or found)[0]),
        model_lifecycle.sources(model, backends),
        at=item.at,
        severity="warning" if routed else None,
        cause="model",
    )
