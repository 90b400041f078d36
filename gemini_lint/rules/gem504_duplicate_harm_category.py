"""Two safety settings are for the same harm category.

## What it does
Flags the second of two safety settings of one request that name the same harm category.

## Why is this bad?
"There should not be more than one setting for each SafetyCategory": the server answers
400 INVALID_ARGUMENT. google-generativeai sends the last one alone.

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
            types.SafetySetting(category="HARM_CATEGORY_HARASSMENT", threshold="BLOCK_NONE"),
            types.SafetySetting(category="HARM_CATEGORY_HARASSMENT", threshold="OFF"),  # GEM504
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
            types.SafetySetting(category="HARM_CATEGORY_HARASSMENT", threshold="BLOCK_NONE"),
            types.SafetySetting(category="HARM_CATEGORY_HATE_SPEECH", threshold="OFF"),
        ],
    ),
)
print(response.text)
```

## Source
- google-ai-generativelanguage==0.12.1, google/ai/generativelanguage_v1beta/types/safety.py
  (2026-10): "There should not be more than one setting for each SafetyCategory type"
- google-generativeai==0.8.6, google/generativeai/types/safety_types.py (2025-12)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.safety import OLD_SDK, sources
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.rules.safety_spellings import category_of, written_categories
from gemini_lint.values import Choice

RULE = Rule(
    "GEM504",
    "duplicate-harm-category",
    "error",
    "Two safety settings for one harm category",
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    is_old = call.sdk == OLD_SDK
    seen: Counter[str] = Counter()
    for setting, written in written_categories(call):
        category = category_of(written, call)
        if category is None or not setting.certain or isinstance(setting.category, Choice):
            continue
        seen[category.name] += 1
        if seen[category.name] > 1:
            yield Problem(
                place=setting.place,
                message=f"a second safety setting for {category.name}",
                outcome="the last setting alone is sent" if is_old else INVALID_ARGUMENT,
                source=sources(OLD_SDK if is_old else "proto"),
                at=setting.at,
                severity="warning" if is_old else None,
            )
