"""What the code needs exists in v1beta alone, and the installed SDK decides the version.

## What it does
Flags a feature, method or model of v1beta where the code names no API version and the project's
requirement of google-genai lets the installer take a release before 3.0, which sends to v1beta,
as well as a later one, which sends to v1.

## Why is this bad?
The same code works with google-genai 2 and fails with google-genai 3: 400 INVALID_ARGUMENT for a
feature, 404 NOT_FOUND for a method or a model.

## Example
With `google-genai>=1.40` in requirements.txt:

```python requires=google-genai>=1.40
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-flash-latest",  # GEM306
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
```python requires=google-genai>=1.40
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
- https://ai.google.dev/gemini-api/docs/api-versions (2026-09)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules import judging, version_gaps
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.rules.version_gaps import Gap

RULE = Rule(
    "GEM306",
    "api-version-depends-on-sdk",
    "warning",
    "Something of v1beta, where the installed google-genai decides the API version",
    rank=40,
)

# The version that google-genai takes by default from 3.0 on.
_NEW_DEFAULT = "v1"


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield what a call needs that the newer of the two possible versions lacks."""
    if not judging.api_version(call, context).either:
        return
    methods = tuple(version_gaps.of_method(call, _NEW_DEFAULT))
    if methods:
        yield from (_problem(gap, context, "404 NOT_FOUND") for gap in methods)
        return
    for gap in version_gaps.of_parameters(call, _NEW_DEFAULT):
        yield _problem(gap, context, "400 INVALID_ARGUMENT")
    for gap in version_gaps.of_model(call, _NEW_DEFAULT, context):
        yield _problem(gap, context, "404 NOT_FOUND")


def _problem(gap: Gap, context: Context, answer: str) -> Problem:
    return Problem(
        gap.place,
        f"{gap.name} is only in API version {gap.having}, and {_requirement(context)} leaves open"
        f" whether the request goes to v1beta or {_NEW_DEFAULT}",
        f"works with google-genai 2, {answer} with google-genai 3",
        gap.sources,
        at=gap.at,
    )


def _requirement(context: Context) -> str:
    if context.pin is None:
        return "the requirement of google-genai"
    where = f" in {context.pin.origin}" if context.pin.origin else ""
    return f"google-genai{context.pin.specifier}{where}"
