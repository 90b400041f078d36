"""A safety setting is for a harm category that does not exist.

## What it does
Flags harm categories that the library at hand does not know. google-generativeai takes short
names ("harassment", "danger") and numbers; google-genai and the REST API take full names only.

## Why is this bad?
google-genai warns that the name is "not a valid HarmCategory", sends it, and the server answers
400 INVALID_ARGUMENT. google-generativeai raises KeyError. A member that the enum class does not
have is an AttributeError.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config=types.GenerateContentConfig(
        safety_settings=[
            types.SafetySetting(
                category="HARASSMENT",  # GEM501
                threshold="BLOCK_ONLY_HIGH",
            ),
        ],
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
        safety_settings=[
            types.SafetySetting(
                category="HARM_CATEGORY_HARASSMENT",
                threshold="BLOCK_ONLY_HIGH",
            ),
        ],
    ),
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/safety-settings (2026-09-20)
- google-genai==3.4.0, google/genai/types.py (2026-11)
- google-generativeai==0.8.6, google/generativeai/types/safety_types.py (2025-12)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.safety import OLD_SDK, categories, full_category, sources
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.rules.safety_spellings import (
    Written,
    category_of,
    failure,
    is_strict,
    meant,
    written_categories,
)

RULE = Rule(
    "GEM501",
    "unknown-harm-category",
    "error",
    "A harm category that does not exist",
    rank=20,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for setting, written in written_categories(call):
        if not _is_unknown(written, call):
            continue
        current = [name for name, known in categories().items() if known.status == "current"]
        advice = meant(written.spelling, full_category(str(written.spelling)), current)
        yield Problem(
            place=written.place,
            message=f"{written.shown} is no harm category{advice}",
            outcome=failure(written, call),
            source=sources("guide", OLD_SDK if call.sdk == OLD_SDK else "google-genai"),
            at=setting.at,
        )


def _is_unknown(written: Written, call: Call) -> bool:
    if call.sdk == "google-genai" and isinstance(written.spelling, int):
        return True
    if category_of(written, call) is not None:
        return False
    if written.is_member:
        return True
    if isinstance(written.spelling, int):
        return call.sdk == OLD_SDK
    return is_strict(call) or written.spelling.upper().startswith("HARM_CATEGORY_")
