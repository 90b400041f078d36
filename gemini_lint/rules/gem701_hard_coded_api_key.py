"""An API key is written in the source.

## What it does
Flags a literal that has the form of a real Google API key where a key is expected: a key
argument, a header, an environment assignment, the default of `os.getenv`, a URL. Placeholders
and masked keys pass. The key itself is never shown.

## Why is this bad?
Whoever can read the source, its history or its build can spend the quota. Google scans public
code and blocks what it finds: 403 PERMISSION_DENIED "Your API key was reported as leaked".

## Example
The key of this page is made up, and cut in two.
```python
from google import genai

client = genai.Client(api_key="AIza" + "Jd8sQw2Lx9Bv4Nz7Kp0Tm3Rf6Gh1Yc5Ua_e")  # GEM701
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
Delete the key where it was made, since whoever has the history has the key, and read a new one from
the environment:
```python
import os

from google import genai

client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/api-key (2026-11-22): "Never commit API keys to source
  control"; keys begin with "AIza" or, since 2026, "AQ."
- https://ai.google.dev/gemini-api/docs/troubleshooting (2026-11-22): leaked keys are blocked
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Argument, Call, Reading
from gemini_lint.rules.api_keys import KEY_DOCS, find_key
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Entry, Literal, Mapping, Place, Text, Value, possibilities

RULE = Rule(
    "GEM701",
    "hard-coded-api-key",
    "error",
    "A real API key in the source",
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for argument in (*call.keys, *call.urls):
        yield from _problems(argument)
    for parameter in call.under("url.query.key"):
        yield from _problems(Argument("key", parameter.value, parameter.key, parameter.at))
    for parameter in call.under("httpOptions.headers"):
        for header in _headers(parameter.value):
            yield from _problems(Argument("key", header.value, header.key_place, parameter.at))


def check_file(reading: Reading, context: Context) -> Iterator[Problem]:
    del context
    for argument in reading.key_literals:
        yield from _problems(argument)


def _problems(argument: Argument) -> Iterator[Problem]:
    for option in possibilities(argument.value):
        for literal in _literals(option):
            beginning = find_key(str(literal.value))
            if beginning is not None:
                yield Problem(
                    place=_place(literal),
                    message=f"hard-coded API key {beginning}",
                    outcome="the key leaks; leaked keys are blocked with 403 PERMISSION_DENIED",
                    source=(KEY_DOCS,),
                    at=argument.at,
                )


def _headers(value: Value) -> Iterator[Entry]:
    for option in possibilities(value):
        entries = option.entries if isinstance(option, Mapping) else ()
        yield from (entry for entry in entries if entry.key.lower() == "x-goog-api-key")


def _literals(value: Value) -> Iterator[Literal]:
    if isinstance(value, Text):
        yield from (piece for piece in value.pieces if piece is not None)
    elif isinstance(value, Literal):
        yield value


def _place(literal: Literal) -> Place:
    """Return the piece with the key, of a string that is put together from several."""
    with_key = (piece.place for piece in literal.pieces if find_key(str(piece.value)))
    return next(with_key, literal.place)
