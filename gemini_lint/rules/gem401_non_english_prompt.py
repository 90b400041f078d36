"""A prompt is written in another language than English.

## What it does
Flags a literal prompt in a language outside `languages`: ISO 639-1 codes, `["en"]` by default,
where "available" stands for all languages that Google lists for Gemini. A prompt is judged as a
whole; English that quotes foreign words is English. Code, URLs, placeholders and quotations do
not count, and neither do the model's turns of a conversation.

## Why is this bad?
The troubleshooting guide asks for English prompts: others "can produce unexpected or even
blocked responses" (finishReason LANGUAGE). Google's list of languages is longer, so a team that
writes in one of them sets `languages`.

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Écris un poème sur la mer.",  # GEM401
)
print(response.text)
```

## Use instead
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Write a poem in French about the sea.",
)
print(response.text)
```
Or allow the language, by `languages = ["en", "fr"]` in the configuration:
```python languages=en,fr
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Écris un poème sur la mer.",
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/troubleshooting (2026-11-22): "The API supports only
  English"
- https://ai.google.dev/gemini-api/docs/models#supported-languages (2025-09-02): 38 languages
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call, Prompt
from gemini_lint.catalog.languages import available_languages, canonical_code, sources
from gemini_lint.language import Language, detect
from gemini_lint.rules.prompt_pieces import pieces, whole_text
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.settings import Settings
from gemini_lint.values import Place

RULE = Rule(
    "GEM401",
    "non-english-prompt",
    "warning",
    "A prompt in a language outside `languages`",
    rank=60,
)

AVAILABLE = "available"


def check(call: Call, context: Context) -> Iterator[Problem]:
    for prompt in call.prompts:
        language = detect(whole_text(prompt))
        if language is None or _is_allowed(language, context.settings):
            continue
        yield Problem(
            place=_first_place(prompt, language),
            message=_message(language, context.settings),
            outcome="unexpected or blocked responses (finishReason LANGUAGE)",
            source=sources(),
            at=prompt.at,
        )


def _is_allowed(language: Language, settings: Settings) -> bool:
    allowed = {canonical_code(code) for code in settings.languages if code != AVAILABLE}
    if AVAILABLE in settings.languages:
        allowed |= available_languages()
    if not language.code:
        # It may be one of those that are allowed.
        return bool(allowed - {"en"})
    return not allowed.isdisjoint(_codes(language))


def _codes(language: Language) -> tuple[str, ...]:
    return (language.code, *language.alternatives)


def _message(language: Language, settings: Settings) -> str:
    said = f"prompt in {language.said}, outside languages {', '.join(settings.languages)}"
    if not language.code:
        return said
    lists = "lists" if language.code in available_languages() else "does not list"
    return f"{said} (Google {lists} {language.name} for Gemini)"


def _first_place(prompt: Prompt, language: Language) -> Place:
    found = pieces(prompt)
    for piece in found:
        own = detect(piece.text)
        if own is not None and not set(_codes(own)).isdisjoint(_codes(language)):
            return piece.place
    # Pieces that are too short one by one: the first that holds a word.
    worded = (piece.place for piece in found if any(map(str.isalpha, piece.text)))
    return next(worded, prompt.place)
