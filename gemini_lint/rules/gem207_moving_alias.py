"""An alias that Google points at another model from time to time.

## What it does
Flags `gemini-flash-latest` and the like. Off by default.

## Why is this bad?
The model changes under the caller, with two weeks' notice by e-mail: answers, limits, prices and
the parameters that it takes are another model's from one day to the next.

## Example
```python select=GEM207
import google.generativeai as genai

model = genai.GenerativeModel("gemini-flash-latest")  # GEM207
print(model.generate_content("Name three rivers.").text)
```

## Use instead
```python select=GEM207
import google.generativeai as genai

model = genai.GenerativeModel("gemini-3.8-flash")
print(model.generate_content("Name three rivers.").text)
```

## Source
- https://ai.google.dev/gemini-api/docs/models (2026-11-22)
- https://ai.google.dev/gemini-api/docs/changelog (2026-10-13)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules.named_models import living
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
    for item, model in living(call, context):
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
