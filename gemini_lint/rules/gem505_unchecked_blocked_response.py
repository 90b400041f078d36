"""A response's text is used as if it could not be blocked.

## What it does
Flags uses of `.text` that fail when the prompt or the answer was blocked, in code that looks
neither at prompt_feedback, candidates or finish_reason nor guards the use. With google-genai
only uses that break on None are flagged: a call on it, `len`, `json.loads`, `+`, a subscript.

## Why is this bad?
`.text` is None with google-genai when the prompt was blocked, when the answer was stopped by a
safety filter, and when it ran out of tokens before any text: the use raises TypeError or
AttributeError. With google-generativeai `.text` itself raises ValueError.

## Example
```python
import json

from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers as a JSON list.",
)
rivers = json.loads(response.text)  # GEM505
```

## Use instead
```python
import json

from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers as a JSON list.",
)
if response.text is None:
    raise RuntimeError(f"blocked: {response.prompt_feedback}")
rivers = json.loads(response.text)
```

## Source
- google-genai==3.4.0, google/genai/types.py, GenerateContentResponse.text (2026-11)
- google-generativeai==0.8.6, google/generativeai/types/generation_types.py (2025-12)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Reading, TextUse
from gemini_lint.catalog.safety import OLD_SDK
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM505",
    "unchecked-blocked-response",
    "warning",
    "A response's text used with no look at whether it was blocked",
    default=False,
    needs_text_uses=True,
)

_NONE = "google-genai==3.4.0, google/genai/types.py, GenerateContentResponse.text (2026-11)"
_RAISES = "google-generativeai==0.8.6, google/generativeai/types/generation_types.py (2025-12)"


def check_file(reading: Reading, context: Context) -> Iterator[Problem]:
    del context
    for use in reading.text_uses:
        if not use.checked:
            yield _problem(use)


def _problem(use: TextUse) -> Problem:
    if use.sdk == OLD_SDK:
        return Problem(
            place=use.place,
            message=".text raises ValueError when the response was blocked",
            outcome="google-generativeai raises ValueError",
            source=(_RAISES,),
        )
    return Problem(
        place=use.place,
        message=f".text is None when the response was blocked, and {use.use} fails on None",
        outcome="TypeError or AttributeError",
        source=(_NONE,),
    )
