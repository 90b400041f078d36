"""A model is asked for in an API version that does not serve it.

## What it does
Flags models and aliases that another version of the Gemini Developer API serves alone, such as
`gemini-flash-latest`, `gemini-flash-lite-latest` and `gemini-pro-latest` in v1.

## Why is this bad?
The server answers 404 NOT_FOUND: "models/gemini-flash-latest is not found for API version v1, or
is not supported for generateContent."

## Example
With google-genai 3, which sends to v1 by itself:

```python sdk=3.4.0
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-flash-latest",  # GEM303
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
```python sdk=3.4.0
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

Or name the version that serves it:

```python sdk=3.4.0
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1beta"))
response = client.models.generate_content(
    model="gemini-flash-latest",
    contents="Name three rivers.",
)
print(response.text)
```

## Source
- https://github.com/googleapis/python-genai/releases/tag/v3.0.0 (2026-11-05)
- https://github.com/googleapis/go-genai/releases/tag/v1.78.0 (2026-11-17)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules import judging, version_gaps
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.rules.version_gaps import Gap

RULE = Rule(
    "GEM303",
    "model-not-in-api-version",
    "error",
    "A model or alias that another API version serves alone",
    rank=40,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each model of a call that the version of the request does not serve."""
    version = judging.api_version(call, context).name
    if version is None or any(version_gaps.of_method(call, version)):
        return
    for gap in version_gaps.of_model(call, version, context):
        yield _problem(gap, version_gaps.named(version, call, context))


def _problem(gap: Gap, version: str) -> Problem:
    return Problem(
        gap.place,
        f"model {gap.name} is not in API version {version}, only in {gap.having}",
        "404 NOT_FOUND",
        gap.sources,
        at=gap.at,
    )
