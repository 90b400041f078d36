"""An API key is sent in the URL.

## What it does
Flags `?key=` in the URL of a request to the Gemini API, in the URL itself or as `params`.

## Why is this bad?
URLs end up in the logs of servers and proxies, in error messages and in browser histories, and
the key with them. The `x-goog-api-key` header does not.

## Example
```python
import os

import requests

BASE = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent"
response = requests.post(
    BASE,
    params={"key": os.environ["GEMINI_API_KEY"]},  # GEM702
    json={"contents": [{"parts": [{"text": "Name three rivers."}]}]},
    timeout=60,
)
print(response.json())
```

## Use instead
```python
import os

import requests

BASE = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent"
response = requests.post(
    BASE,
    headers={"x-goog-api-key": os.environ["GEMINI_API_KEY"]},
    json={"contents": [{"parts": [{"text": "Name three rivers."}]}]},
    timeout=60,
)
print(response.json())
```

## Source
- https://ai.google.dev/gemini-api/docs/api-key (2026-11-22): requests carry the key in the
  x-goog-api-key header
- https://cloud.google.com/docs/authentication/api-keys-best-practices (2026-11-22): "Don't
  include API keys in the URL"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.regexes import regex
from gemini_lint.rules.api_keys import KEY_DOCS, find_key
from gemini_lint.rules.prompt_pieces import Piece, literal_pieces, texts
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Place, Value, possibilities

RULE = Rule(
    "GEM702",
    "api-key-in-url",
    "warning",
    "An API key sent in the URL",
)

_KEY = regex(r"[?&]key=")
_KEY_IN_PIECE = regex(r"(?:^|[?&])key=")
_SOURCE = (
    "https://cloud.google.com/docs/authentication/api-keys-best-practices (2026-11-22)",
    KEY_DOCS,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for url in call.urls:
        for option in possibilities(url.value):
            if _has_key_of_its_own(option):
                yield _problem(_place(option, url.at), url.at)
    for parameter in call.under("url.query.key"):
        yield _problem(parameter.key, parameter.at)


def _has_key_of_its_own(url: Value) -> bool:
    """Tell whether the URL carries a key; a real one in it is a finding of its own."""
    return any(_KEY.search(text) and not find_key(text) for text in texts(url))


def _place(url: Value, otherwise: Place) -> Place:
    found: list[Piece] = [
        piece for piece in literal_pieces(url) if _KEY_IN_PIECE.search(piece.text)
    ]
    return found[0].place if found else otherwise


def _problem(place: Place, at: Place) -> Problem:
    return Problem(
        place=place,
        message="API key in the URL; send it in the x-goog-api-key header",
        outcome="the key ends up in logs",
        source=_SOURCE,
        at=at,
    )
