"""A model's name in a form that the backend does not take.

## What it does
Flags `google/…`, `gemini/…`, `publishers/…` and `projects/…` on the Gemini Developer API, where
the SDK puts `models/` in front of them; `models/…` on Vertex AI; an empty name; `..`, `?` and `&`;
white space; and display names such as "Gemini 2.5 Pro".

## Why is this bad?
google-genai raises ValueError for an empty name and for `..`, `?` and `&`. For the others the
server answers 404 NOT_FOUND or 400 INVALID_ARGUMENT ("unexpected model name format").

## Example
```python
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="google/gemini-3.8-flash",  # GEM209
    contents="Name three rivers.",
)
print(response.text)
```

What the Developer API puts in front of an id, Vertex AI does not take:

```python
from google import genai

client = genai.Client(vertexai=True, project="my-project", location="global")
response = client.models.generate_content(
    model="models/gemini-3.8-flash",  # GEM209
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
Both backends take the id alone:
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
- google-genai==3.4.0 google/genai/_transformers.py, t_model (2026-11)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog.name_forms import NameVerdict
from gemini_lint.rules import judging, model_lifecycle
from gemini_lint.rules.backend_names import the
from gemini_lint.rules.named_models import NamedModel, is_of_wrong_form, named, verdicts
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Literal

RULE = Rule(
    "GEM209",
    "malformed-model-name",
    "error",
    "A model's name in a form that the backend does not take",
    rank=10,
)

_SOURCES = ("google-genai==3.4.0 google/genai/_transformers.py (2026-11)",)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each name that no backend that the call may reach takes as it is written."""
    elsewhere = judging.may_go_through_a_gateway(call)
    for item in named(call, context):
        if is_of_wrong_form(item, call, context) and not _is_unset(item, call):
            verdict = verdicts(item, call, context)[0]
            if elsewhere and not verdict.is_raised:
                continue
            yield Problem(
                item.literal.place,
                f"{_fault(item, verdict, call)}{_hint(verdict, call, context)}",
                _outcome(verdict, call),
                _SOURCES,
                at=item.at,
                cause="model",
            )


def _is_unset(item: NamedModel, call: Call) -> bool:
    """Tell whether an empty name is only what stands there until a real one is given."""
    sure = call.model is not None and isinstance(call.model.value, Literal)
    return not sure and not item.name.strip()


def _fault(item: NamedModel, verdict: NameVerdict, call: Call) -> str:
    name = item.shown(f'"{item.name}"')
    if verdict.kind == "display-name":
        return f"model name {name} is a display name"
    if verdict.is_raised:
        return f"model name {name} {verdict.reason}"
    do = "does" if len(call.backends) == 1 else "do"
    return f"model name {name} {verdict.reason}, which {the(*call.backends)} {do} not take"


def _hint(verdict: NameVerdict, call: Call, context: Context) -> str:
    """Name the id that was meant, or what has taken its place."""
    if verdict.suggestion is None:
        return ""
    meant = context.catalog.model(verdict.suggestion)
    if meant is not None:
        found = model_lifecycle.lives(meant, call.backends, context)
        if all(life.state.is_dead for life in found):
            return model_lifecycle.remedy(found, meant, context)
    return f"; use {verdict.suggestion}"


def _outcome(verdict: NameVerdict, call: Call) -> str:
    if verdict.is_raised and call.sdk == "google-genai":
        return "google-genai raises ValueError"
    if verdict.kind == "display-name" or verdict.is_raised:
        return "400 INVALID_ARGUMENT"
    return "404 NOT_FOUND"
