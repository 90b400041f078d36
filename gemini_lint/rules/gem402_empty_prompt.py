"""A prompt has no content.

## What it does
Flags contents, messages and inputs that hold nothing: an empty or blank string, an empty list, a
list of blank strings, a turn without parts. An empty system instruction is allowed.

## Why is this bad?
google-genai raises ValueError for an empty list, google-generativeai TypeError; whatever else is
empty is sent, and the server answers 400 INVALID_ARGUMENT.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents=[],  # GEM402
)
print(response.text)
```

## Use instead
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents=["Name three rivers."],
)
print(response.text)
```

## Source
- google-genai==3.4.0, google/genai/_transformers.py (2026-11): "contents are required."
- google-generativeai==0.8.6, google/generativeai/generative_models.py (2025-12): "contents must
  not be empty"
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call, Prompt
from gemini_lint.catalog.safety import OLD_SDK
from gemini_lint.rules.prompt_pieces import texts
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Literal, Value

RULE = Rule(
    "GEM402",
    "empty-prompt",
    "error",
    "A prompt without content",
    rank=30,
)

_SOURCE = (
    "google-genai==3.4.0, google/genai/_transformers.py (2026-11)",
    "google-generativeai==0.8.6, google/generativeai/generative_models.py (2025-12)",
)

# Methods that work on an image or a video alone, and those of a live connection: a blank is
# sent there to have the model speak.
_WITHOUT_PROMPT = (
    "edit_image", "recontext_image", "segment_image", "generate_videos", "send_realtime_input",
    "AsyncSession.send",
)  # fmt: skip


def check(call: Call, context: Context) -> Iterator[Problem]:
    del context
    for prompt in call.prompts:
        if _is_judged(prompt, call) and _is_empty(prompt, call):
            yield Problem(
                place=prompt.place,
                message=f"the {'history' if prompt.kind == 'history' else 'prompt'} is empty",
                outcome=_outcome(prompt, call),
                source=_SOURCE,
                at=prompt.at,
            )


def _is_judged(prompt: Prompt, call: Call) -> bool:
    """An initial `""` or `[]` that is replaced or filled before the call is no empty prompt."""
    if prompt.kind == "system" or call.callee.endswith(_WITHOUT_PROMPT):
        return False
    return prompt.certain and (bool(prompt.texts) or prompt.inline)


def _is_empty(prompt: Prompt, call: Call) -> bool:
    if not prompt.complete or prompt.other:
        return False
    if not prompt.texts:
        return not _says_something_else(prompt, call)
    return all(_is_blank(text) for text in prompt.texts)


def _says_something_else(prompt: Prompt, call: Call) -> bool:
    """Tell whether the argument holds turns that are no prompt: the model's, the system's."""
    if any(not turn.empty for turn in call.turns):
        return True
    return any(other is not prompt and other.at == prompt.at for other in call.prompts)


def _is_blank(text: Value) -> bool:
    return isinstance(text, Literal) and all(not known.strip() for known in texts(text))


def _outcome(prompt: Prompt, call: Call) -> str:
    if prompt.texts:
        return INVALID_ARGUMENT
    if call.sdk == OLD_SDK:
        return "google-generativeai raises TypeError: contents must not be empty"
    if call.sdk == "google-genai":
        return "google-genai raises ValueError: contents are required"
    return INVALID_ARGUMENT
