"""A configuration key or keyword does not exist there.

## What it does
Flags a key of a configuration, a turn or a part, or a keyword of a call, that the library or the
API does not know there, and says what was probably meant.

## Why is this bad?
google-genai raises pydantic.ValidationError ("Extra inputs are not permitted") for a key of a
configuration and TypeError for a keyword; the server answers 400 to an unknown name in JSON.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={"max_tokens": 100},  # GEM111
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
    config={"max_output_tokens": 100},
)
print(response.text)
```

## Source
- google-genai==3.4.0 (2026-11), google-generativeai==0.8.6 (2025-12): observed
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call, UnknownKey
from gemini_lint.catalog.parameters import source
from gemini_lint.rules.confusions import advice
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM111",
    "unknown-parameter",
    "error",
    "A configuration key or keyword that does not exist there",
    rank=10,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for key in () if call.ambiguous else call.unknown_keys:
        meant = advice(key, call.sdk)
        message = f"unknown parameter {key.name} of {key.owner}"
        yield Problem(
            place=key.key,
            message=f"{message}: {meant}" if meant else message,
            outcome=_outcome(key, call.sdk),
            source=(source("old-sdk" if call.sdk == "google-generativeai" else "sdk"),),
            at=key.at,
            cause=f"unknown {key.owner}.{key.name}",
        )


def _outcome(key: UnknownKey, sdk: str) -> str:
    if sdk == "google-genai":
        return f"google-genai raises {_exception(key.owner)}"
    if sdk == "google-adk":
        return "google-adk raises pydantic.ValidationError"
    if sdk in {"google-generativeai", "google-cloud-aiplatform"}:
        return f"{sdk} raises TypeError or ValueError"
    if sdk == "rest":
        return '400 INVALID_ARGUMENT "Unknown name"'
    return f"{sdk} or the server refuses it"


def _exception(owner: str) -> str:
    """Keyword arguments of a function are checked by Python, fields of a model by pydantic."""
    name = owner.rpartition(".")[2]
    return "pydantic.ValidationError" if name[:1].isupper() and name != "Client" else "TypeError"
