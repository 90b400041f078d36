"""A file that may hold a Gemini call and cannot be parsed.

## What it does

Reports a file that mentions Gemini and is not valid Python, or a notebook that is not valid
JSON, at the place where the parser stopped. Python up to 3.14 is read, whatever Python
gemini-lint itself runs on. A file that is not meant to be Python 3, such as a template, is left
out by `extend-exclude` in the configuration.

A file that may be right and could not be read is a warning: it took longer than `--file-timeout`
allows, or was too much for the parser.

## Why is this bad?

Python raises `SyntaxError` when it imports the file. And what cannot be parsed cannot be
checked: any other fault in the file stays unseen.

## Example

```python
from google import genai

client = genai.Client()
response = client.models.generate_content(  # GEM001
    model="gemini-3.8-flash",
    contents="Why is the sky blue?",
print(response.text)
```

## Use instead

```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Why is the sky blue?",
)
print(response.text)
```

## Source

- https://docs.python.org/3/reference/grammar.html (2026-11-22)
"""

from __future__ import annotations

from gemini_lint.rules.rule import Rule

# Reported by the engine: there is no reading that a check could judge.
RULE = Rule(
    code="GEM001",
    name="unparsable-file",
    severity="error",
    summary="A file that may hold a Gemini call and cannot be parsed",
)
