"""A feature of v1beta is used in a request to v1.

## What it does
Flags parameters and tools that the API version of the request does not have: `speech_config`,
`service_tier`, `cached_content`, the computer-use and MCP tools in a request to v1 of the Gemini
Developer API. The version is the one that the code names, or the default of the google-genai
release that the project requires: v1beta before 3.0, v1 since.

## Why is this bad?
google-genai sends the request as it is; the server knows no such feature in v1 and answers
400 INVALID_ARGUMENT.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1"))
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(service_tier="flex"),  # GEM301
)
print(response.text)
```

The default of google-genai 3 is v1:

```python sdk=3.4.0
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash-tts",
    contents="Say cheerfully: have a wonderful day!",
    config=types.GenerateContentConfig(
        response_modalities=["AUDIO"],
        speech_config=types.SpeechConfig(  # GEM301
            voice_config=types.VoiceConfig(
                prebuilt_voice_config=types.PrebuiltVoiceConfig(voice_name="Kore")
            )
        ),
    ),
)
print(response.candidates[0].content.parts[0].inline_data.mime_type)
```

## Use instead
```python
from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(api_version="v1beta"))
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(service_tier="flex"),
)
print(response.text)
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
    "GEM301",
    "feature-not-in-api-version",
    "error",
    "A feature of v1beta in a request to v1",
    rank=40,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each parameter and tool that the version of the request lacks."""
    version = judging.api_version(call, context).name
    if version is None or any(version_gaps.of_method(call, version)):
        return
    for gap in version_gaps.of_parameters(call, version):
        yield _problem(gap, version_gaps.named(version, call, context))


def _problem(gap: Gap, version: str) -> Problem:
    return Problem(
        gap.place,
        f"{gap.name} is not in API version {version}, only in {gap.having}",
        "400 INVALID_ARGUMENT",
        gap.sources,
        at=gap.at,
    )
