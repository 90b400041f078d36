"""thinking_budget is outside what the model takes, or the model takes none.

## What it does
Flags a thinking_budget outside the model's range (128 to 32768 for gemini-2.5-pro, 0 to 24576
for gemini-2.5-flash, 0 or 512 to 24576 for gemini-2.5-flash-lite; -1 lets the model choose), and
any thinking_budget for models that refuse it, such as Gemini 4.

## Why is this bad?
The server answers 400 INVALID_ARGUMENT: "Budget 0 is invalid. This model only works in thinking
mode."

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-4-argon",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        thinking_config=types.ThinkingConfig(thinking_budget=1024),  # GEM113
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
    model="gemini-4-argon",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        thinking_config=types.ThinkingConfig(thinking_level="low"),
    ),
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/thinking (2026-11): ranges of Gemini 2.5
- https://apidog.com/blog/gemini-4-neon-api/ (2026-11-18): Gemini 4 refuses it
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Model, Thinking
from gemini_lint.catalog.parameters import model_limits
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import Sent, out_of_range, sent_numbers
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM113",
    "thinking-budget-out-of-range",
    "error",
    "thinking_budget outside the model's range, or on a model that refuses it",
    rank=30,
)

_PATH = "generationConfig.thinkingConfig.thinkingBudget"
_DYNAMIC = -1


def check(call: Call, context: Context) -> Iterator[Problem]:
    yield from out_of_range(call, _PATH)
    for _, model in models_to_judge_by(call, context):
        for sent in sent_numbers(call, _PATH):
            fault = _fault(sent, model, call)
            if fault and sent.number >= _DYNAMIC:
                yield sent.problem(fault, model.sources)


def _fault(sent: Sent, model: Model, call: Call) -> str:
    thinking = model.thinking
    if _is_rejected(sent, model, call):
        return f"is rejected by {model.id}, which always thinks"
    if thinking is None:
        return ""
    if thinking.rejects_budget:
        return f"is set, but {model.id} takes no thinking_budget"
    if thinking.mode == "none":
        # Vertex AI lets a budget of 0 pass, which says what is so anyway.
        accepts_zero = sent.number == 0 and "vertex" in call.backends
        return "" if accepts_zero else f"is set, but {model.id} does not think"
    if thinking.mode == "budget" and not _is_in_range(sent.number, thinking):
        return f"is outside {model.id}'s range of {_described(thinking)}"
    return ""


def _is_rejected(sent: Sent, model: Model, call: Call) -> bool:
    return any(
        call.backends == (limit.backend,) and str(int(sent.number)) in limit.rejects
        for limit in model_limits(_PATH, model.id)
    )


def _is_in_range(number: float, thinking: Thinking) -> bool:
    if number == _DYNAMIC:
        return thinking.dynamic
    if number == 0 and (thinking.can_disable or thinking.budget_min is None):
        return True
    if thinking.budget_min is not None and number < thinking.budget_min:
        return False
    return thinking.budget_max is None or number <= thinking.budget_max


def _described(thinking: Thinking) -> str:
    span = f"{thinking.budget_min} to {thinking.budget_max}"
    zero = "0 or " if thinking.can_disable and thinking.budget_min != 0 else ""
    return f"{zero}{span}"
