"""A safety setting is for a harm category that Gemini does not take.

## What it does
Flags PaLM's harm categories and HARM_CATEGORY_UNSPECIFIED, the IMAGE_* and JAILBREAK categories
on the Gemini Developer API, and, as a warning, HARM_CATEGORY_CIVIC_INTEGRITY, which is
deprecated.

## Why is this bad?
The names exist in the client libraries, and the server answers 400 INVALID_ARGUMENT: "element
predicate failed: $.category in (…)". google-generativeai raises KeyError for all but its own
five categories.

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
                category=types.HarmCategory.HARM_CATEGORY_UNSPECIFIED,  # GEM502
                threshold=types.HarmBlockThreshold.BLOCK_ONLY_HIGH,
            ),
            types.SafetySetting(
                category="HARM_CATEGORY_CIVIC_INTEGRITY",  # GEM502
                threshold=types.HarmBlockThreshold.BLOCK_ONLY_HIGH,
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
                category=types.HarmCategory.HARM_CATEGORY_HATE_SPEECH,
                threshold=types.HarmBlockThreshold.BLOCK_ONLY_HIGH,
            ),
        ],
    ),
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/safety-settings (2026-09-20)
- google-ai-generativelanguage==0.12.1, google/ai/generativelanguage_v1beta/types/safety.py
  (2026-10)
- google-genai==3.4.0, google/genai/types.py (2026-11): "not supported in Gemini API"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.safety import OLD_SDK, Category, is_converted
from gemini_lint.findings import Severity
from gemini_lint.rules.backend_names import the
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.rules.safety_spellings import Written, category_of, written_categories

RULE = Rule(
    "GEM502",
    "harm-category-not-supported",
    "error",
    "A harm category that Gemini, or the backend, does not take",
    rank=40,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for setting, written in written_categories(call):
        category = category_of(written, call)
        if category is None or not _is_refused(category, call):
            continue
        yield Problem(
            place=written.place,
            message=f"{written.shown} {_reason(category, call)}",
            outcome=_outcome(category, written, call),
            source=category.sources,
            at=setting.at,
            severity=_severity(category, call),
        )


def _is_refused(category: Category, call: Call) -> bool:
    if category.status == "current":
        return False
    return category.status == "deprecated" or not category.backends & set(call.backends)


def _reason(category: Category, call: Call) -> str:
    if category.status == "palm":
        return "is a harm category of PaLM, and no Gemini model takes it"
    if category.status == "unspecified":
        return "is no harm category that a setting may have"
    if category.status == "deprecated":
        return "is a deprecated harm category"
    return f"is a harm category that {the(*call.backends)} does not take"


def _outcome(category: Category, written: Written, call: Call) -> str:
    if call.sdk == OLD_SDK and not _is_taken(category, written):
        return "google-generativeai raises KeyError"
    if category.status == "deprecated":
        return "the setting has no effect: the filter is no longer supported"
    if category.status == "palm" and written.is_member:
        return "AttributeError: the class has no such member"
    return INVALID_ARGUMENT


def _severity(category: Category, call: Call) -> Severity:
    is_sent = category.status == "deprecated" and call.sdk != OLD_SDK
    return "warning" if is_sent else "error"


def _is_taken(category: Category, written: Written) -> bool:
    return is_converted(category.name if written.is_member else written.spelling, OLD_SDK)
