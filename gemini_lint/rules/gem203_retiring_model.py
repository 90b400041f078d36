"""A model that will soon be shut down.

## What it does
Flags models with an announced shutdown date within `retirement-notice` days (default 180), whether
the date is fixed or the earliest one possible; models whose earliest date has passed without
further notice; and models whose requests are already routed to another model.

## Why is this bad?
From that day on the server answers 404 NOT_FOUND, or another model answers.

## Example
```python today=2026-11-22
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-2.5-flash",  # GEM203
    contents="Name three rivers.",
)
print(response.text)
```

## Use instead
```python today=2026-11-22
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.5-flash-lite",
    contents="Name three rivers.",
)
print(response.text)
```

## Source
- https://ai.google.dev/gemini-api/docs/deprecations (2026-10-09)
- https://ai.google.dev/gemini-api/docs/changelog (2026-10-13)
- https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions (2026-10-20)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Call
from gemini_lint.catalog import Model, State
from gemini_lint.rules import model_lifecycle
from gemini_lint.rules.backend_names import where
from gemini_lint.rules.model_lifecycle import Life
from gemini_lint.rules.named_models import NamedModel, known
from gemini_lint.rules.rule import Context, Problem, Rule

RULE = Rule(
    "GEM203",
    "retiring-model",
    "warning",
    "A model whose shutdown is announced",
    rank=50,
)


def check(call: Call, context: Context) -> Iterator[Problem]:
    """Yield each model of a call whose days are numbered on every backend it may reach."""
    for item, model in known(call, context):
        found = model_lifecycle.lives(model, call.backends, context)
        if all(_is_retiring(life, model, context) for life in found):
            yield _problem(item, model, found, context, call.method)


def _is_retiring(life: Life, model: Model, context: Context) -> bool:
    if life.state.kind == "maybe-off":
        return True
    if life.state.kind == "routed":
        return not model_lifecycle.is_over(life, model, context)
    notice = context.settings.retirement_notice
    return life.state.kind == "retiring" and _days_left(life.state, context) <= notice


def _days_left(state: State, context: Context) -> int:
    return (state.date - context.today).days if state.date is not None else 0


def _problem(
    item: NamedModel, model: Model, found: list[Life], context: Context, method: str | None
) -> Problem:
    prospects = {_prospect(life.state, context): life for life in found}
    said = " and ".join(
        f"{prospect} ({where(*(life.backend for life in group))})"
        for prospect, group in _grouped(prospects, found, context)
    )
    return Problem(
        item.literal.place,
        f"{item.shown(model.id)} {said}{model_lifecycle.remedy(found, model, context, method)}",
        _outcome(found[0].state),
        model_lifecycle.sources(model, tuple(life.backend for life in found)),
        at=item.at,
    )


def _grouped(
    prospects: dict[str, Life], found: list[Life], context: Context
) -> Iterator[tuple[str, list[Life]]]:
    for prospect in prospects:
        yield prospect, [life for life in found if _prospect(life.state, context) == prospect]


def _prospect(state: State, context: Context) -> str:
    if state.kind == "routed":
        return f"is routed to {state.routes_to} since {state.routed_since}"
    if state.kind == "maybe-off":
        return f"may be off since {state.date}"
    days = _days_left(state, context)
    left = f"in {days} day{'' if days == 1 else 's'}"
    if state.earliest:
        return f"may be shut down from {state.date} on, {left}"
    return f"will be shut down on {state.date}, {left}"


def _outcome(state: State) -> str:
    if state.kind == "routed":
        return f"requests are routed to {state.routes_to}"
    if state.routes_to is not None:
        return f"requests are routed to {state.routes_to} from {state.date} on"
    return f"404 NOT_FOUND from {state.date} on"
