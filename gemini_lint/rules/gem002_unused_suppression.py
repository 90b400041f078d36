"""A comment that silences a rule where there is nothing to silence.

## What it does

Reports each code or name in a `# noqa: GEM…` or `# gemini-lint: ignore[…]` comment that
silences no finding. Comments with codes of other tools are left alone, and so are codes of rules
that are not selected. The rule is off by default.

## Why is this bad?

The comment says that something is wrong here and accepted, when nothing is wrong any more. It
will hide the next fault on its line.

## Example

```python select=GEM002
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Why is the sky blue?",
    config={"max_output_tokens": 1024},  # noqa: GEM106  # GEM002
)
```

## Use instead

```python select=GEM002
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Why is the sky blue?",
    config={"max_output_tokens": 1024},
)
```

## Source

- https://flake8.pycqa.org/en/latest/user/violations.html (2026-11-22)
"""

from __future__ import annotations

from gemini_lint.rules.rule import Rule

# Reported by the engine: only it knows what was silenced.
RULE = Rule(
    code="GEM002",
    name="unused-suppression",
    severity="warning",
    summary="A suppression comment that silences nothing",
    default=False,
)
