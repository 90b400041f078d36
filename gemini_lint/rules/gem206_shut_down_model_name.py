"""The name of a shut-down model that no recognised call uses.

## What it does
Flags constants, defaults, settings and mapping values that are exactly a shut-down model's id and
that a name or key shows to be a model's, in a file that uses the Gemini API or in a module that
such a file imports. A list, Enum or mapping in which a model is alive is a picker, and a row with
prices or limits a table of facts: neither is flagged.

## Why is this bad?
The value reaches a call by a way that is not visible here, and the server answers 404 NOT_FOUND.

## Example
```python
import argparse

from google import genai

client = genai.Client()
parser = argparse.ArgumentParser()
parser.add_argument("--model", default="gemini-1.5-flash")  # GEM206
```

## Use instead
```python
import argparse

from google import genai

client = genai.Client()
parser = argparse.ArgumentParser()
parser.add_argument("--model", default="gemini-3.8-flash")
```

## Source
- https://ai.google.dev/gemini-api/docs/deprecations (2026-10-09)
- https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions (2026-10-20)
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import ModelName, Reading
from gemini_lint.catalog import Model
from gemini_lint.rules import model_lifecycle
from gemini_lint.rules.named_models import is_users_own
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Literal, literals

RULE = Rule(
    "GEM206",
    "shut-down-model-name",
    "warning",
    "The name of a shut-down model that no recognised call uses",
    rank=50,
)

# As OpenRouter and its like write the models of Google that they serve themselves; it is a
# name on Vertex AI, and none on the Developer API.
_ELSEWHERE = "google/"
# A peer that is an id at all may be a living model that the catalogue does not know.
_ID_BEGINNINGS = ("gemini-", "gemma-", "imagen-", "veo-", "gpt-", "claude-", "models/")


def check_file(reading: Reading, context: Context) -> Iterator[Problem]:
    """Yield each name of a model that is dead on every backend that the file may use."""
    for name in reading.model_names:
        if any(_may_be_alive(peer, name, context) for peer in name.peers):
            continue
        for literal in literals(name.value):
            spelled = str(literal.value)
            model = context.catalog.model(spelled)
            if model is None or (spelled.startswith(_ELSEWHERE) and "gemini-api" in name.backends):
                continue
            if not is_users_own(spelled, context.settings):
                yield from _problems(name, literal, model, context)


def _may_be_alive(peer: str, name: ModelName, context: Context) -> bool:
    model = context.catalog.model(peer)
    if model is None:
        return peer.startswith(_ID_BEGINNINGS)
    return not model.nonexistent and not _is_dead(model, name, context)


def _is_dead(model: Model, name: ModelName, context: Context) -> bool:
    return all(
        model_lifecycle.is_over(life, model, context) and life.state.is_dead
        for life in model_lifecycle.lives(model, name.backends, context)
    )


def _problems(
    name: ModelName, literal: Literal, model: Model, context: Context
) -> Iterator[Problem]:
    if model.nonexistent or not _is_dead(model, name, context):
        return
    found = model_lifecycle.lives(model, name.backends, context)
    yield Problem(
        literal.place,
        f"{model.id} {model_lifecycle.obituary(model, found, context)}"
        f"{model_lifecycle.remedy(found, model, context)}",
        "404 NOT_FOUND",
        model_lifecycle.sources(model, name.backends),
        at=name.place,
    )
