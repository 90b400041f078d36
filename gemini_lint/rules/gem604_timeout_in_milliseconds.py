"""A timeout in HttpOptions looks like seconds; the unit is milliseconds.

## What it does
Flags a `timeout` below 1000 in the `HttpOptions` of google-genai. The timeouts of other libraries,
and that of the Interactions API's own methods, are in seconds.

## Why is this bad?
`HttpOptions(timeout=30)` gives the server 30 milliseconds: nearly every request fails with a
timeout.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(timeout=30))  # GEM604
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(timeout=30_000))
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

## Source
- google-genai==3.4.0 google/genai/types.py, HttpOptions (2026-11)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules import judging
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Scalar, literals

RULE = Rule(
    "GEM604",
    "timeout-in-milliseconds",
    "warning",
    "A timeout of milliseconds that was probably meant as seconds",
    rank=60,
)

_PATH = "httpOptions.timeout"
_IN_MILLISECONDS = frozenset({"google-genai", "google-adk"})
_SECOND = 1000


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each timeout of a call or its client that is shorter than a second."""
    timeout = call.parameter(_PATH)
    if timeout is None or call.sdk not in _IN_MILLISECONDS:
        return
    for literal in literals(timeout.value):
        if _is_short(literal.value):
            yield Problem(
                literal.place,
                f"timeout {judging.shown(literal)} is in milliseconds; "
                f"for seconds multiply it by {_SECOND}",
                "nearly every request times out",
                ("google-genai==3.4.0 google/genai/types.py (2026-11)",),
                at=timeout.at,
                cause=_PATH,
            )


def _is_short(value: Scalar) -> bool:
    return isinstance(value, int | float) and value is not True and 0 < value < _SECOND
