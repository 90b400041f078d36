"""`gemini-lint model`: what the catalogue knows of a model, or the table of all models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import asdict

from gemini_lint.call import BACKEND_NAMES, BACKENDS, Backend
from gemini_lint.cli import completion, options
from gemini_lint.cli.table import Column, table

if TYPE_CHECKING:
    from gemini_lint.catalog import Catalog, Model, State

_STATES = (
    "active", "deprecated", "retiring", "shut-down", "routed", "maybe-off", "never", "unknown",
)  # fmt: skip


class _Question(Struct, frozen=True):
    """What is asked of the catalogue, and the day by which it answers."""

    catalog: Catalog
    backends: tuple[Backend, ...]
    status: str | None
    day: date


@click.command("model")
@click.argument("model_id", required=False, metavar="[ID]", shell_complete=completion.models)
@click.option("--backend", type=click.Choice(BACKENDS), help="Only models of this backend.")
@click.option("--status", type=click.Choice(_STATES), help="Only models in this state.")
@click.option(
    "--today", metavar="DATE", callback=options.day, help="Judge by this date, not by today's."
)
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json"]), default="text",
    show_default=True, help="How the model or the table is written.",
)  # fmt: skip
def command(
    model_id: str | None,
    backend: Backend | None,
    status: str | None,
    today: date | None,
    output_format: str,
) -> None:
    """Show what the catalogue knows of a model, or the table of all models."""
    from gemini_lint.catalog import load

    backends = (backend,) if backend else BACKENDS
    question = _Question(load(), backends, status, today or date.today())
    lines = _one(question, model_id, output_format) if model_id else _all(question, output_format)
    for line in lines:
        click.echo(line)


def _one(question: _Question, model_id: str, output_format: str) -> Iterator[str]:
    model = _found(question.catalog, model_id, question.backends)
    if output_format == "json":
        return _json(question, [model])
    return _card(question.catalog, model, question.backends, question.day)


def _all(question: _Question, output_format: str) -> Iterator[str]:
    models = [
        model
        for model in question.catalog.models.values()
        if any(_is_wanted(question, model, backend) for backend in question.backends)
    ]
    if output_format == "json":
        return _json(question, models)
    return _table(question.catalog, models, question.backends, question.day)


def _json(question: _Question, models: list[Model]) -> Iterator[str]:
    rows = [_as_object(question.catalog, model, question.day) for model in models]
    yield json.dumps(rows, indent=2)


def _found(catalog: Catalog, model_id: str, backends: tuple[Backend, ...]) -> Model:
    from gemini_lint.catalog import naming

    model = catalog.model(model_id)
    if model is not None:
        return model
    verdict = naming.judge(model_id, backends[0], "google-genai", catalog)
    hint = f" Did you mean {verdict.suggestion}?" if verdict.suggestion else ""
    raise click.UsageError(f"The catalogue holds no model {model_id!r}.{hint}")


def _is_wanted(question: _Question, model: Model, backend: Backend) -> bool:
    state = question.catalog.state(model, backend, question.day).kind
    if question.status:
        return state == question.status
    return backend in model.lifecycles and state != "never"


def _table(
    catalog: Catalog, models: list[Model], backends: tuple[Backend, ...], day: date
) -> Iterator[str]:
    if not models:
        return iter(())
    names = (BACKEND_NAMES[backend] for backend in backends)
    columns = [Column("model", 20), Column("kind", 5, 1)]
    columns += [Column(name, 12) for name in names]
    rows = [
        (model.id, str(model.kind), *(_state(catalog.state(model, b, day)) for b in backends))
        for model in models
    ]
    return table(columns, rows)


def _state(state: State) -> str:
    if state.date is None:
        return state.kind
    earliest = "earliest " if state.earliest else ""
    return f"{state.kind} ({earliest}{state.date.isoformat()})"


def _card(
    catalog: Catalog, model: Model, backends: tuple[Backend, ...], day: date
) -> Iterator[str]:
    yield f"{model.id} ({model.kind})"
    for backend in backends:
        yield f"  {BACKEND_NAMES[backend]}: {life(catalog, model, backend, day)}"
    for name, value in _facts(model):
        yield f"  {name}: {value}"
    yield from (f"  source: {source}" for source in model.sources)
    yield f"  checked: {model.checked}"


def life(catalog: Catalog, model: Model, backend: Backend, day: date) -> str:
    """Say in which state a model is on a backend, since when, and what to use instead."""
    lifecycle = model.lifecycles.get(backend)
    state = catalog.state(model, backend, day)
    parts = [_state(state)]
    if lifecycle is not None and lifecycle.released:
        parts.append(f"released {lifecycle.released.isoformat()}")
    if state.routes_to:
        parts.append(f"requests go to {state.routes_to}")
    if state.replacement and state.kind != "active":
        parts.append(f"use {state.replacement}")
    return ", ".join(parts)


def _facts(model: Model) -> Iterator[tuple[str, str]]:
    """Yield every fact that the catalogue holds; what it does not know is left out."""
    hidden = {"id", "kind", "lifecycles", "sources", "checked"}
    for name, value in asdict(model).items():
        if name in hidden or value is None or value is False:
            continue
        if text := _said(value):
            yield name.replace("_", " "), text


def _said(value: object) -> str:
    if isinstance(value, Struct):
        known = asdict(value).items()
        return ", ".join(f"{name} {_said(item)}" for name, item in known if item not in (None, ()))
    if isinstance(value, (frozenset, set)):
        return ", ".join(sorted(map(str, value)))
    if isinstance(value, (tuple, list)):
        return ", ".join(map(_said, value))
    if hasattr(value, "items"):
        return ", ".join(f"{key}: {_said(item)}" for key, item in value.items())
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _as_object(catalog: Catalog, model: Model, day: date) -> object:
    states = {item: _plain(catalog.state(model, item, day)) for item in BACKENDS}
    described = _plain(model)
    assert isinstance(described, dict)
    return described | {"states": states}


def _plain(value: object) -> object:
    """Turn a fact into what JSON can say."""
    if isinstance(value, Struct):
        return {name: _plain(item) for name, item in asdict(value).items()}
    if isinstance(value, (frozenset, set)):
        return sorted(map(str, value))
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if hasattr(value, "items"):
        return {str(key): _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value
