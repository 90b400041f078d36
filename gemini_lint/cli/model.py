"""`gemini-lint model`: what the catalogue knows of a model, or the table of all models."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from gemini_lint.call import BACKENDS, Backend
from gemini_lint.cli import completion, options

if TYPE_CHECKING:
    from gemini_lint.catalog import Catalog, Model, State

_STATES = (
    "active", "deprecated", "retiring", "shut-down", "routed", "maybe-off", "never", "unknown",
)  # fmt: skip
_BACKEND_NAMES: dict[Backend, str] = {
    "gemini-api": "Gemini Developer API",
    "vertex": "Vertex AI",
}


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

    catalog = load()
    day = today or date.today()
    backends = (backend,) if backend else BACKENDS
    if model_id is not None:
        models = [_found(catalog, model_id, backends)]
    else:
        models = [
            model
            for model in catalog.models.values()
            if any(_is_wanted(catalog, model, item, status, day) for item in backends)
        ]
    if output_format == "json":
        click.echo(json.dumps([_as_object(catalog, item, day) for item in models], indent=2))
    elif model_id is not None:
        click.echo("\n".join(_card(catalog, models[0], backends, day)))
    elif models:
        click.echo("\n".join(_table(catalog, models, backends, day)))


def _found(catalog: Catalog, model_id: str, backends: tuple[Backend, ...]) -> Model:
    from gemini_lint.catalog import naming

    model = catalog.model(model_id)
    if model is not None:
        return model
    verdict = naming.judge(model_id, backends[0], "google-genai", catalog)
    hint = f" Did you mean {verdict.suggestion}?" if verdict.suggestion else ""
    raise click.UsageError(f"The catalogue holds no model {model_id!r}.{hint}")


def _is_wanted(
    catalog: Catalog, model: Model, backend: Backend, status: str | None, day: date
) -> bool:
    state = catalog.state(model, backend, day).kind
    return state == status if status else backend in model.lifecycles and state != "never"


def _table(
    catalog: Catalog, models: list[Model], backends: tuple[Backend, ...], day: date
) -> Iterator[str]:
    rows = [("model", "kind", *(_BACKEND_NAMES[item] for item in backends))]
    rows += (
        (model.id, str(model.kind), *(_state(catalog.state(model, b, day)) for b in backends))
        for model in models
    )
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(f"{cell:<{size}}" for cell, size in zip(row, widths, strict=True)).rstrip()


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
        yield f"  {_BACKEND_NAMES[backend]}: {_life(catalog, model, backend, day)}"
    for name, value in _facts(model):
        yield f"  {name}: {value}"
    yield from (f"  source: {source}" for source in model.sources)
    yield f"  checked: {model.checked}"


def _life(catalog: Catalog, model: Model, backend: Backend, day: date) -> str:
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
    for field in dataclasses.fields(model):
        value = getattr(model, field.name)
        if field.name in hidden or value is None or value is False:
            continue
        if text := _said(value):
            yield field.name.replace("_", " "), text


def _said(value: object) -> str:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        known = ((item.name, getattr(value, item.name)) for item in dataclasses.fields(value))
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
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: _plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, (frozenset, set)):
        return sorted(map(str, value))
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if hasattr(value, "items"):
        return {str(key): _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value
