"""A method of v1beta is called in v1.

## What it does
Flags calls of methods and resources that the API version of the request does not have: the Live
API, live music, ephemeral tokens, context caches, agents and webhooks in v1 of the Gemini
Developer API.

## Why is this bad?
google-genai sends everything to the one version that the client has, also what this version
lacks. The server answers 404 NOT_FOUND.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1"))
cache = client.caches.create(  # GEM302
    model="gemini-3.8-flash",
    config=types.CreateCachedContentConfig(contents=["A long text."], ttl="300s"),
)
print(cache.name)
```

The default of google-genai 3 is v1:

```python sdk=3.4.0
import asyncio

from google import genai

client = genai.Client()


async def main() -> None:
    async with client.aio.live.connect(model="gemini-3.8-live") as session:  # GEM302
        print(session)


asyncio.run(main())
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1beta"))
cache = client.caches.create(
    model="gemini-3.8-flash",
    config=types.CreateCachedContentConfig(contents=["A long text."], ttl="300s"),
)
print(cache.name)
```

## Source
- https://ai.google.dev/gemini-api/docs/api-versions (2026-09)
- https://github.com/googleapis/python-genai/releases/tag/v3.0.0 (2026-11-05)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.rules import judging, version_gaps
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.rules.version_gaps import Gap

RULE = Rule(
    "GEM302",
    "method-not-in-api-version",
    "error",
    "A method or resource of v1beta, called in v1",
    rank=40,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield the method of a call that the version of the request lacks."""
    version = judging.api_version(call, context).name
    if version is None:
        return
    for gap in version_gaps.of_method(call, version):
        yield _problem(gap, version_gaps.named(version, call, context))


def _problem(gap: Gap, version: str) -> Problem:
    return Problem(
        gap.place,
        f"{gap.feature}: {gap.name} is not in API version {version}, only in {gap.having}",
        "404 NOT_FOUND",
        gap.sources,
        at=gap.at,
    )
