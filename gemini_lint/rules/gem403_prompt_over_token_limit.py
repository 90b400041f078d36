"""A prompt is longer than the model's input limit by any estimate.

## What it does
Flags a literal text that exceeds the model's input token limit even if every token were eight
characters long. English has about four characters to a token, other languages have fewer.

## Why is this bad?
The server answers 400 INVALID_ARGUMENT, or, for embeddings, silently cuts the text off.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.embed_content(
    model="gemini-embedding-001",
    contents="All work and no play makes Jack a dull boy. " * 400,  # GEM403
)
print(response.embeddings)
```

## Use instead
```python
from google import genai

client = genai.Client()
response = client.models.embed_content(
    model="gemini-embedding-001",
    contents="All work and no play makes Jack a dull boy. " * 40,
)
print(response.embeddings)
```

## Source
- https://ai.google.dev/gemini-api/docs/tokens (2026-11-22): "A token is equivalent to about 4
  characters for Gemini models"
- https://ai.google.dev/gemini-api/docs/models (2026-11-22): input token limits
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Model
from gemini_lint.rules.judging import models_to_judge_by
from gemini_lint.rules.prompt_pieces import texts
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Place, possibilities

RULE = Rule(
    "GEM403",
    "prompt-over-token-limit",
    "warning",
    "A literal prompt that is longer than the model's input limit",
    rank=30,
)

_CHARACTERS_A_TOKEN = 8


def check(call: Call, context: Context) -> Iterator[Problem]:
    models = [model for _, model in models_to_judge_by(call, context)]
    for text, place, at in _texts(call):
        model = next((model for model in models if _is_over(text, model)), None)
        if model is not None:
            yield Problem(
                place=place,
                message=f"prompt of {len(text):,} characters is over the "
                f"{model.input_token_limit:,} tokens that {model.id} takes",
                outcome=f"{INVALID_ARGUMENT}, or the text is cut off",
                source=model.sources,
                at=at,
            )


def _texts(call: Call) -> Iterator[tuple[str, Place, Place]]:
    for prompt in call.prompts:
        for value in prompt.texts:
            for option in possibilities(value):
                place = getattr(option, "place", prompt.place)
                for text in texts(option):
                    yield text, place, prompt.at


def _is_over(text: str, model: Model) -> bool:
    limit = model.input_token_limit
    return limit is not None and len(text) > limit * _CHARACTERS_A_TOKEN
