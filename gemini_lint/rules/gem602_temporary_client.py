"""A client is made, used and lost within one expression.

## What it does
Flags synchronous calls on a client that nothing else holds: `genai.Client().models.…`. Calls
through `.aio` are not affected, nor are releases before 1.39.

## Why is this bad?
Python collects the client as soon as its `models` is taken from it, and a client that is
collected closes its connections: "RuntimeError: Cannot send a request, as the client has been
closed."

## Example
```python
from google import genai

response = genai.Client().models.generate_content(  # GEM602
    model="gemini-3.8-flash",
    contents="Name three rivers.",
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
)
print(response.text)
```

## Source
- google-genai==3.4.0, observed (2026-11-22)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules import releases
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM602",
    "temporary-client",
    "error",
    "A client that is collected before its request is sent",
    rank=40,
)

_CLOSES_SINCE = "1.39"


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield a synchronous call on a client made within the same expression."""
    if call.sdk != "google-genai" or not call.temporary_client:
        return
    if releases.may_be(context.pin, _CLOSES_SINCE):
        yield Problem(
            call.place,
            "nothing keeps the client alive, so it is closed before the request is sent; "
            "bind it to a name",
            "RuntimeError: Cannot send a request, as the client has been closed.",
            ("google-genai==3.4.0, observed (2026-11-22)",),
        )
