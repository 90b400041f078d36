"""A name that the client library no longer has, or that always raises.

## What it does
Flags functions of the PaLM API in google-generativeai (`generate_text`, `chat`,
`generate_embeddings`), and what google-genai has lost: `files.upload(path=…)`,
`Part.from_video_metadata`, and on the Gemini Developer API `generate_images` (2.20) and
`generate_videos` (3.0), where the project's requirement leads to such a release. `configure` and
`GenerativeModel` are names of google-generativeai that google-genai has never had, and
`client.generate_content` stands in `client.models`. `Part.from_text("…")` and most methods take
keywords only. The other way round, google-generativeai has no `Client`.

## Why is this bad?
AttributeError for a name that is gone, TypeError for a keyword, ValueError for a method that the
release refuses.

## Example
```python
from google import genai

client = genai.Client()
report = client.files.upload(path="report.pdf")  # GEM802
print(report.name)
```

A method that the Developer API has had, with a release that refuses it:

```python sdk=3.4.0
from google import genai

client = genai.Client()
response = client.models.generate_images(  # GEM802
    model="imagen-5.0-generate-001",
    prompt="A lighthouse in a storm",
)
print(len(response.generated_images))
```

Names and arguments that were guessed:

```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.generate_content(  # GEM802
    model="gemini-3.8-flash",
    contents=types.Part.from_text("Name three rivers."),  # GEM802
)
```

## Use instead
```python
from google import genai

client = genai.Client()
report = client.files.upload(file="report.pdf")
print(report.name)
```

```python sdk=3.4.0
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.1-flash-image",
    contents="A lighthouse in a storm",
)
print(response.parts)
```

```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents=types.Part.from_text(text="Name three rivers."),
)
print(response.text)
```

## Source
- google-genai==0.8.0, ==1.10.0, ==2.20.0 and ==3.0.0 (2025-02 to 2026-11)
- google-generativeai==0.8.0 google/generativeai/__init__.py (2024-09)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from gemini_lint.call import Call
from gemini_lint.catalog.members import RemovedMember, removed
from gemini_lint.rules import releases
from gemini_lint.rules.backend_names import the
from gemini_lint.rules.members import is_member
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM802",
    "removed-sdk-member",
    "error",
    "A name that the client library no longer has",
    rank=10,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield the callee of a call that the library no longer has."""
    members = () if call.ambiguous else _named(call.sdk, call.callee)
    gone = (item for item in members if _is_called(item, call) and _is_gone(item, context))
    for member in islice(gone, 1):
        yield Problem(call.name_place, _message(member), member.outcome, member.sources)


@lru_cache(1024)
def _named(sdk: str, callee: str) -> tuple[RemovedMember, ...]:
    """Return the removed members that have the name of a callee."""
    return tuple(item for item in removed() if item.sdk == sdk and is_member(callee, item.member))


def _is_called(member: RemovedMember, call: Call) -> bool:
    if member.backends is not None and call.backends != member.backends:
        return False
    if member.by_position and not call.overfull:
        return False
    return member.argument is None or _has_argument(call, member.argument)


def _has_argument(call: Call, name: str) -> bool:
    return any(key.name == name for key in call.unknown_keys) or any(
        parameter.name == name for parameter in call.parameters
    )


def _is_gone(member: RemovedMember, context: Context) -> bool:
    """The requirement is google-genai's; google-generativeai is at its last release."""
    if member.sdk != "google-genai" or member.since is None:
        return True
    if member.by_release:
        return releases.must_be(context.pin, member.since)
    return releases.may_be(context.pin, member.since)


def _message(member: RemovedMember) -> str:
    if member.by_position:
        return f"{member.member} takes keywords only since {member.sdk} {member.since}"
    name = f"{member.member}({member.argument}=…)" if member.argument else member.member
    fate = f"always raises on {the(*member.backends)}" if member.backends else "is gone"
    reason = f", {member.reason}," if member.reason else ""
    instead = f"; use {member.instead}" if member.instead else ""
    if member.since is None:
        return f"{name}{reason} is not in {member.sdk}{instead}"
    return f"{name}{reason} {fate} since {member.sdk} {member.since}{instead}"
