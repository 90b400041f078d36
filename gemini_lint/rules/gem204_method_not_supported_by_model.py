"""A method that the model does not serve.

## What it does
Flags `generate_content` on an embedding, image-prediction or live model, `embed_content` on a text
model, a text model in `live.connect`, and an agent's id as `model=`.

## Why is this bad?
The server answers 404 NOT_FOUND: "models/gemini-embedding-2 is not found for API version v1beta,
or is not supported for generateContent."

## Example
```python
from google import genai

client = genai.Client()
result = client.models.embed_content(
    model="gemini-3.8-flash",  # GEM204
    contents="Name three rivers.",
)
print(result.embeddings)
```

## Use instead
```python
from google import genai

client = genai.Client()
result = client.models.embed_content(
    model="gemini-embedding-2",
    contents="Name three rivers.",
)
print(result.embeddings)
```

## Source
- https://generativelanguage.googleapis.com/v1beta/models (answers of 2026-09 and 2026-10)
- https://ai.google.dev/gemini-api/docs/models (2026-11-22)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Model
from gemini_lint.rules.model_methods import refused
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM204",
    "method-not-supported-by-model",
    "error",
    "A method that the model does not serve",
    rank=40,
)

_ACCOMPANYING = frozenset({"countTokens", "countTextTokens"})


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each model of a call that does not serve its method."""
    for item, model in refused(call, context):
        yield Problem(
            item.literal.place,
            f"{item.shown(model.id)} {_fault(model, call)}",
            "404 NOT_FOUND",
            model.sources,
            at=item.at,
            cause="model",
        )


def _fault(model: Model, call: Call) -> str:
    if model.kind == "agent":
        return "is an agent, not a model; name it in interactions.create(agent=…)"
    served = ", ".join(sorted(model.methods - _ACCOMPANYING))
    return f"does not serve {call.method}; it serves {served}"
