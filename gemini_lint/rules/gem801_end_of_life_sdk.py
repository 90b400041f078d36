"""A client library is imported that has come to its end.

## What it does
Flags the first import of google-generativeai, and of vertexai.generative_models and its siblings
(language_models, vision_models, caching), once per file and library.

## Why is this bad?
Support for google-generativeai ended on 2025-11-30; the removal of the generative modules of
vertexai was announced for 2026-06-24. They get no fixes, and know nothing of newer models.

## Example
```python
import google.generativeai as genai  # GEM801

genai.configure(api_key="YOUR_API_KEY")
for model in genai.list_models():
    print(model.name)
```

## Use instead
```python
from google import genai

client = genai.Client(api_key="YOUR_API_KEY")
for model in client.models.list():
    print(model.name)
```

## Source
- https://github.com/google-gemini/deprecated-generative-ai-python (2025-11-30)
- google-cloud-aiplatform==2.7.0 vertexai/generative_models (2026-11)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gemini_lint.call import LibraryImport, Reading
from gemini_lint.catalog.members import EndOfLife, ended
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM801",
    "end-of-life-sdk",
    "warning",
    "A client library that is no longer supported",
    rank=50,
)


def check_file(reading: Reading, context: Context) -> Iterator[Problem]:
    """Yield the first import of each library that has come to its end, or will."""
    for library in ended():
        first = next((item for item in reading.imports if _is_of(item, library)), None)
        if first is not None:
            yield Problem(
                first.place,
                f"{_name(first, library)}: {_event(library, context.today)} {library.date}; "
                f"use {library.instead}",
                "no fixes, and no newer models",
                library.sources,
            )


def _is_of(item: LibraryImport, library: EndOfLife) -> bool:
    return item.sdk == library.library or library.module_of(item.module) is not None


def _name(item: LibraryImport, library: EndOfLife) -> str:
    """Name the module where only some of a package's are meant."""
    if item.sdk == library.library:
        return library.library
    return library.module_of(item.module) or library.library


def _event(library: EndOfLife, today: date) -> str:
    return library.event if today >= library.date else library.announced
