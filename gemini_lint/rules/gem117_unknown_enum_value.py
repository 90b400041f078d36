"""A string is no member of the parameter's enum.

## What it does
Flags unknown values of thinking_level, response_mime_type, response_modalities,
media_resolution, a function-calling mode, service_tier and task_type. Upper and lower case are
the same to google-genai and to this rule.

## Why is this bad?
google-genai warns ("ULTRA is not a valid MediaResolution") and sends the value; the server answers
400 INVALID_ARGUMENT.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        response_mime_type="json",  # GEM117
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
        response_mime_type="application/json",
    ),
)
print(response.text)
```

## Source
- google-genai==3.4.0, google/genai/types.py (2026-11)
- https://ai.google.dev/api/generate-content#generationconfig
  (google-ai-generativelanguage==0.12.1, 2026-10)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.parameters import ParameterFacts, with_values
from gemini_lint.closest_names import nearest
from gemini_lint.rules.enums import Given, given_values
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM117",
    "unknown-enum-value",
    "error",
    "A string that is no member of the parameter's enum",
    rank=20,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for known in with_values():
        for given in given_values(call, known.path):
            if _is_judged(given, known, call) and not known.knows(given.text, call.sdk):
                yield Problem(
                    place=given.place,
                    message=_message(given, known),
                    outcome=_outcome(given, call.sdk),
                    source=known.sources,
                    at=given.parameter.at,
                    cause=known.path,
                )


def _is_judged(given: Given, known: ParameterFacts, call: Call) -> bool:
    """A member of an enum class is only judged if the class is the one that is known; the
    Interactions API has MIME types of its own, for images and audio."""
    if known.path.endswith("responseMimeType") and (call.method or "").startswith("interactions"):
        return False
    return not given.owner or given.owner == f"google.genai.types.{known.enum_class}"


def _message(given: Given, known: ParameterFacts) -> str:
    near = {value.lower(): value for value in known.values}
    close = nearest(given.text.lower(), near)
    meant = f"did you mean {near[close]}?" if close else f"known are {', '.join(known.values)}"
    return f"{given.parameter.name} {given.shown} is no known value: {meant}"


def _outcome(given: Given, sdk: str) -> str:
    if given.owner:
        return "AttributeError: the class has no such member"
    if sdk == "google-generativeai" and not given.parameter.path.endswith("responseMimeType"):
        return "google-generativeai raises KeyError"
    return INVALID_ARGUMENT
