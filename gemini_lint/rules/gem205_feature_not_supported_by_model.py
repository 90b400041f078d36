"""A tool, modality or output that the model does not have.

## What it does
Flags image or audio output from a text model, TEXT from a speech model, tools that the model
refuses (`google_search_retrieval` on every model after Gemini 1.5, `code_execution` on a live
model), and image sizes that the model does not draw.

## Why is this bad?
The server answers 400 INVALID_ARGUMENT, such as "google_search_retrieval is not supported. Please
use google_search tool instead."; a live session is closed with code 1007.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Draw a river.",
    config=types.GenerateContentConfig(
        response_modalities=["TEXT", "IMAGE"],  # GEM205
    ),
)
print(response.parts)
```

A tool that only older models have:

```python
from google import genai
from google.genai import types

client = genai.Client()
search = types.Tool(google_search_retrieval=types.GoogleSearchRetrieval())  # GEM205
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Who won the last election in Portugal?",
    config=types.GenerateContentConfig(tools=[search]),
)
print(response.text)
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-flash-image",
    contents="Draw a river.",
    config=types.GenerateContentConfig(
        response_modalities=["TEXT", "IMAGE"],
    ),
)
print(response.parts)
```

And the tool that has taken the old one's place:

```python
from google import genai
from google.genai import types

client = genai.Client()
search = types.Tool(google_search=types.GoogleSearch())
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Who won the last election in Portugal?",
    config=types.GenerateContentConfig(tools=[search]),
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/models (2026-11-22)
- https://github.com/vercel/ai/issues/10348 (2025-11-18)
- https://github.com/spring-projects/spring-ai/issues/2185 (2025-02-06)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Model
from gemini_lint.rules.model_features import Missing, missing
from gemini_lint.rules.model_methods import refused
from gemini_lint.rules.named_models import models_in_question
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM205",
    "feature-not-supported-by-model",
    "error",
    "A tool, modality or output that the model does not have",
    rank=40,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield what each model of a call does not have, if it serves the method at all."""
    if call.guarded:
        return
    refusing = {model.id for _, model in refused(call, context)}
    for item, model in models_in_question(call, context):
        if not item.is_agent and model.id not in refusing:
            for lack in missing(call, model):
                yield _problem(lack, model, call)


def _problem(lack: Missing, model: Model, call: Call) -> Problem:
    is_live = "bidiGenerateContent" in model.methods
    return Problem(
        lack.place,
        f"{model.id} does not support {lack.what}{lack.hint}",
        "the live session is closed with code 1007" if is_live else "400 INVALID_ARGUMENT",
        lack.sources or model.sources,
        at=lack.at,
        cause=lack.cause,
    )
