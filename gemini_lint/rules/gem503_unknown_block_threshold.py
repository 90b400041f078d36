"""A safety setting has a threshold that does not exist.

## What it does
Flags block thresholds that the library at hand does not know. google-generativeai takes short
names ("low", "high") and numbers, and no "OFF"; google-genai and the REST API take full names.

## Why is this bad?
google-genai warns that the name is "not a valid HarmBlockThreshold", sends it, and the server
answers 400 INVALID_ARGUMENT. google-generativeai raises KeyError.

## Example
```python
from google import genai
from google.genai import types

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
    config={
        "safety_settings": [
            {
                "category": "HARM_CATEGORY_HARASSMENT",
                "threshold": "BLOCK_LOW",  # GEM503
            },
        ],
    },
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
    config={
        "safety_settings": [
            {
                "category": "HARM_CATEGORY_HARASSMENT",
                "threshold": "BLOCK_LOW_AND_ABOVE",
            },
        ],
    },
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
from gemini_lint.catalog.safety import (
    OLD_SDK,
    full_threshold,
    sources,
    threshold_name,
    thresholds,
)
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.rules.safety_spellings import (
    Written,
    failure,
    is_strict,
    meant,
    written_thresholds,
)

RULE = Rule(
    "GEM503",
    "unknown-block-threshold",
    "error",
    "A block threshold that does not exist",
    rank=20,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for setting, written in written_thresholds(call):
        if not _is_unknown(written, call):
            continue
        names = [name for name in thresholds() if threshold_name(name, call.sdk) is not None]
        advice = meant(written.spelling, full_threshold(str(written.spelling)), names)
        yield Problem(
            place=written.place,
            message=f"{written.shown} is no block threshold{advice}",
            outcome=failure(written, call),
            source=sources("guide", OLD_SDK if call.sdk == OLD_SDK else "google-genai"),
            at=setting.at,
        )


def _is_unknown(written: Written, call: Call) -> bool:
    if call.sdk == "google-genai" and isinstance(written.spelling, int):
        return True
    if threshold_name(written.spelling, call.sdk) is not None:
        return False
    if written.is_member or is_strict(call):
        return True
    return isinstance(written.spelling, str) and written.spelling.upper().startswith("BLOCK_")
