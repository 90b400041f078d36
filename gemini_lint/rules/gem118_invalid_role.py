"""A turn of contents has a role that the API does not take.

## What it does
Flags a role other than user and model (function and tool pass as well) in contents.

## Why is this bad?
The server answers 400 INVALID_ARGUMENT: "Please use a valid role: user, model." What other APIs
put into a system turn belongs into system_instruction.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents=[
        {"role": "system", "parts": [{"text": "Be brief."}]},  # GEM118
        {"role": "user", "parts": [{"text": "Name three rivers."}]},
    ],
)
print(response.text)
```

## Use instead
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents=[
        {"role": "user", "parts": [{"text": "Name three rivers."}]},
    ],
    config={"system_instruction": "Be brief."},
)
print(response.text)
```

## Source
- https://ai.google.dev/api/caching#Content (2026-10): "Must be either 'user' or 'model'"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.parameters import roles
from gemini_lint.rules.judging import shown
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import literals

RULE = Rule(
    "GEM118",
    "invalid-role",
    "error",
    "A role in contents that the API does not take",
    rank=20,
)

_MEANT = {"assistant": "model", "ai": "model", "bot": "model", "human": "user"}


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for position, turn in enumerate(call.turns):
        for role in literals(turn.role):
            if isinstance(role.value, str) and not _is_taken(role.value):
                yield Problem(
                    place=role.place,
                    message=f"role {shown(role)} is not taken in contents: {_advice(role.value)}",
                    outcome='400 INVALID_ARGUMENT "Please use a valid role: user, model."',
                    source=roles().sources,
                    at=turn.at,
                    cause=f"role {position}",
                )


def _is_taken(role: str) -> bool:
    """No role at all is taken too, and other cases may be."""
    return not role or role.lower() in {*roles().values, *roles().also}


def _advice(role: str) -> str:
    if role.lower() in {"system", "developer"}:
        return "use system_instruction"
    meant = _MEANT.get(role.lower())
    return f"use {meant!r}" if meant else "use 'user' or 'model'"
