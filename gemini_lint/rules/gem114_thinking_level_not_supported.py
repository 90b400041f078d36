"""thinking_level is one that the model refuses.

## What it does
Flags a thinking_level that the model does not have (minimal on gemini-3.8-flash and Gemini 4,
xhigh on all but gemini-4-hydrogen and gemini-4-neon), and any level on a model without levels.

## Why is this bad?
The server answers 400 INVALID_ARGUMENT: "Thinking level MINIMAL is not supported for this model."

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        thinking_config=types.ThinkingConfig(thinking_level="minimal"),  # GEM114
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
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        thinking_config=types.ThinkingConfig(thinking_level="low"),
    ),
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/thinking (2026-11): levels of each model
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Model
from gemini_lint.catalog.parameters import facts, model_limits
from gemini_lint.rules.enums import Given, given_values
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM114",
    "thinking-level-not-supported",
    "error",
    "A thinking_level that the model refuses",
    rank=40,
)

_PATH = "generationConfig.thinkingConfig.thinkingLevel"


def check(call: Call, context: Context) -> Iterator[Problem]:
    known = {value.lower() for value in facts(_PATH).values}
    for _, model in models_to_judge_by(call, context):
        levels = _levels(model, call)
        if levels is None:
            continue
        for given in given_values(call, _PATH):
            level = given.text.lower()
            if level in known and level not in levels:
                yield Problem(
                    place=given.place,
                    message=_message(given, model, levels),
                    outcome=INVALID_ARGUMENT,
                    source=model.sources,
                    at=given.parameter.at,
                    cause=_PATH,
                )


def _levels(model: Model, call: Call) -> tuple[str, ...] | None:
    """The levels that the model takes on any backend of the call; None where not known."""
    thinking = model.thinking
    if thinking is None or thinking.mode == "unknown":
        return None
    if thinking.mode in {"budget", "none"}:
        return ()
    more = (limit for limit in model_limits(_PATH, model.id) if limit.backend in call.backends)
    return (*thinking.levels, *(level for limit in more for level in limit.also))


def _message(given: Given, model: Model, levels: tuple[str, ...]) -> str:
    allowed = f"has {', '.join(levels)}" if levels else "has no thinking levels"
    return f"{given.parameter.name} {given.shown} is not supported: {model.id} {allowed}"
