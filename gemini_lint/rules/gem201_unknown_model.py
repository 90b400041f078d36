"""A model id that never existed.

## What it does
Flags ids that are close to a known one (`gemini-2.5-flsh`, `gemini-flash-2.5`), ids that were
left out of a series (`gemini-3-pro`, `gemini-3.2-flash`), and, with Google's own SDKs on the
Gemini Developer API, the models of other vendors. A well-formed id that may be newer than the
catalogue (`gemini-5-pro`, a dated preview) is not flagged; `models = ["my-*"]` in the
configuration vouches for ids of your own.

## Why is this bad?
The server answers 404 NOT_FOUND: "models/gemini-3-pro is not found for API version v1beta, or is
not supported for generateContent."

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flsh",  # GEM201
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents="Name three rivers.",
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/models (2026-11-22)
- https://generativelanguage.googleapis.com/v1beta/models (answers of 2026-09 and 2026-10)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.name_forms import NameVerdict
from gemini_lint.rules import judging, model_lifecycle
from gemini_lint.rules.backend_names import the
from gemini_lint.rules.named_models import NamedModel, named, verdicts
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Literal

RULE = Rule(
    "GEM201",
    "unknown-model",
    "error",
    "A model id that never existed",
    rank=20,
)

_SOURCES = ("https://ai.google.dev/gemini-api/docs/models (2026-11-22)",)
_NOT_WORTH_NAMING = ("never", "shut-down", "routed", "unknown")


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each id that is no model's on any backend that the call may reach."""
    if judging.may_go_through_a_gateway(call):
        return
    for item in named(call, context):
        if item.is_agent:
            continue
        found = verdicts(item, call, context)
        if all(verdict.kind == "unknown-model" for verdict in found):
            hint = _hint(found[0], call, context)
            yield _problem(item, f"{_quoted(item)} is no model's id{hint}")
        elif all(verdict.kind == "other-vendor" for verdict in found) and _is_meant(call):
            yield _problem(item, f"{_quoted(item)} is not on {the(*call.backends)}")


def _problem(item: NamedModel, message: str) -> Problem:
    return Problem(
        item.literal.place, message, "404 NOT_FOUND", _SOURCES, at=item.at, cause="model"
    )


def _quoted(item: NamedModel) -> str:
    return item.shown(f'"{item.name}"')


def _hint(verdict: NameVerdict, call: Call, context: Context) -> str:
    """Name the id that was meant, or what has taken its place."""
    meant = context.catalog.model(verdict.suggestion) if verdict.suggestion else None
    if meant is None:
        return ""
    found = model_lifecycle.lives(meant, call.backends, context)
    if any(life.state.kind in _NOT_WORTH_NAMING for life in found):
        successor = model_lifecycle.successor(found, meant, context)
        return f"; did you mean {successor or meant.id}?"
    return f"; did you mean {meant.id}?"


def _is_meant(call: Call) -> bool:
    """Tell whether another vendor's model surely goes to Google.

    One of several ids is the default of code that serves several vendors.
    """
    return call.model is not None and isinstance(call.model.value, Literal)
