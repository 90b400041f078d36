"""The model answers 400 to a parameter, to a cache, or to a model turn at the end.

## What it does
Flags, for models that refuse them, presence_penalty and frequency_penalty, logprobs, explicit
caching (a cached_content, or making a cache), and contents that end with a model turn. Only what
is known of the model counts.

## Why is this bad?
The server answers 400 INVALID_ARGUMENT: "Penalty is not enabled for this model".

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        presence_penalty=0.5,  # GEM116
    ),
)
print(response.text)
```

## Use instead
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers. Do not repeat yourself.",
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/latest-model (2026-09): model turns at the end
- https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/guides/gemini-3-8-flash
  (2026-09): penalties
- https://apidog.com/blog/gemini-4-neon-api/ (2026-11-18): explicit caching on Gemini 4
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call, Parameter
from gemini_lint.catalog import Model
from gemini_lint.rules.conflicts import is_something
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Literal, Place, literals

RULE = Rule(
    "GEM116",
    "parameter-not-supported",
    "error",
    "A parameter that the model answers 400 to",
    rank=40,
)

_GENERATE = ("generateContent", "streamGenerateContent")
_FEATURES = {
    "generationConfig.presencePenalty": "penalties",
    "generationConfig.frequencyPenalty": "penalties",
    "generationConfig.logprobs": "logprobs",
    "generationConfig.responseLogprobs": "logprobs",
    "cachedContent": "caching",
}


def check(call: Call, context: Context) -> Iterator[Problem]:
    for name, model in models_to_judge_by(call, context):
        for parameter in call.parameters:
            feature = _FEATURES.get(parameter.path)
            if feature is not None and model.features.get(feature) is False:
                yield from _refused(parameter, model)
        if call.method == "createCachedContent" and model.features.get("caching") is False:
            at = call.model.at if call.model is not None else None
            yield Problem(
                place=name.place,
                message=f"{model.id} does not support explicit caching",
                outcome=INVALID_ARGUMENT,
                source=model.sources,
                at=at,
                cause="caching",
            )
        yield from _prefilled(call, model)


def _refused(parameter: Parameter, model: Model) -> Iterator[Problem]:
    for place in _given_places(parameter):
        yield Problem(
            place=place,
            message=f"{parameter.name} is not supported by {model.id}",
            outcome=INVALID_ARGUMENT,
            source=model.sources,
            at=parameter.at,
            cause=parameter.path,
        )


def _given_places(parameter: Parameter) -> Iterator[Place]:
    """None is not sent, and False asks for nothing."""
    known = list(literals(parameter.value))
    for literal in known:
        if literal.value is not None and literal.value is not False:
            yield literal.place
    if not known and is_something(parameter.value):
        yield parameter.key


def _prefilled(call: Call, model: Model) -> Iterator[Problem]:
    if call.chat or call.method not in _GENERATE or not call.turns_complete or not call.turns:
        return
    last = call.turns[-1]
    is_model = isinstance(last.role, Literal) and last.role.value == "model"
    if not is_model or last.empty or model.features.get("prefill") is not False:
        return
    yield Problem(
        place=last.place,
        message=f"contents end with a model turn, which {model.id} does not continue",
        outcome=INVALID_ARGUMENT,
        source=model.sources,
        at=last.at,
        cause="contents",
    )
