"""A parameter has a type that the library or the server refuses.

## What it does
Flags a literal of a type that does not fit its parameter, judged as the library at hand reads it.
google-genai turns `"0.5"` into 0.5 and `2.0` into 2, so these pass; google-generativeai does not.
The `parts` of a turn may be strings in google-generativeai alone.

## Why is this bad?
google-genai raises pydantic.ValidationError before anything is sent, google-generativeai a
TypeError, and the server answers 400 INVALID_ARGUMENT to wrong types in JSON.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        max_output_tokens="many",  # GEM110
        stop_sequences="END",  # GEM110
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
        max_output_tokens=1000,
        stop_sequences=["END"],
    ),
)
print(response.text)
```

## Source
- google-genai==3.4.0 with pydantic 2.14 (2026-11), google-generativeai==0.8.6 (2025-12): observed
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call, Parameter
from gemini_lint.catalog.parameters import facts, source
from gemini_lint.rules.judging import shown
from gemini_lint.rules.kinds import WrongType, is_split_string, refusal, wrong_types
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Literal, literals

RULE = Rule(
    "GEM110",
    "wrong-parameter-type",
    "error",
    "A literal of a type that the library or the server refuses",
    rank=10,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for parameter in call.parameters:
        for wrong in wrong_types(parameter, call.sdk):
            yield Problem(
                place=wrong.place,
                message=_message(parameter, wrong),
                outcome=refusal(call.sdk),
                source=(source("sdk" if call.sdk == "google-genai" else "reference"),),
                at=parameter.at,
                cause=parameter.path,
            )
        for literal in literals(parameter.value):
            if is_split_string(parameter, literal, call.sdk):
                yield _split(parameter, literal)


def _message(parameter: Parameter, wrong: WrongType) -> str:
    if wrong.literal is None:
        return f"{parameter.name} is {wrong.found}, not {wrong.expected}"
    return f"{parameter.name} {shown(wrong.literal)} is not {wrong.expected}"


def _split(parameter: Parameter, literal: Literal) -> Problem:
    """The old library makes one item of each character, which is too many of them or not
    what was meant."""
    most = facts(parameter.path).max_items if parameter.path.endswith("stopSequences") else None
    too_many = most is not None and len(str(literal.value)) > most
    return Problem(
        place=literal.place,
        message=f"{parameter.name} {shown(literal)} is not a list: each character becomes an item",
        outcome=INVALID_ARGUMENT if too_many else "the characters are sent one by one",
        source=(source("old-sdk"),),
        at=parameter.at,
        severity=None if too_many else "warning",
        cause=parameter.path,
    )
