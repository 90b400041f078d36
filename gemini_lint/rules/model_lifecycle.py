"""What becomes of a model on the backends of a call, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from gemini_lint.call import BACKENDS, Backend
from gemini_lint.catalog import Model, State
from gemini_lint.rules.backend_names import the, where
from gemini_lint.rules.model_methods import serves
from gemini_lint.rules.rule import Context

_LIFE_SOURCES: dict[Backend, tuple[str, ...]] = {
    "gemini-api": ("gemini-api/docs/deprecations", "gemini-api/docs/changelog", "aideprecations"),
    "vertex": ("model-versions", "Vertex page", "lifecycle"),
}


class Life(Struct, frozen=True):
    """The state of a model on one backend."""

    backend: Backend
    state: State


def lives(model: Model, backends: tuple[Backend, ...], context: Context) -> list[Life]:
    """Return the state of the model on each backend."""
    return [
        Life(backend, context.catalog.state(model, backend, context.today)) for backend in backends
    ]


def is_over(life: Life, model: Model, context: Context) -> bool:
    """Tell whether the model was there and is no longer: shut down, routed elsewhere since a
    day that has passed, or never on this backend and dead on the other."""
    if life.state.kind == "shut-down":
        return True
    if life.state.kind == "routed":
        return life.state.date is not None and life.state.date <= context.today
    return life.state.kind == "never" and all(
        other.state.kind == "shut-down" for other in lives(model, _others([life]), context)
    )


def obituary(model: Model, found: list[Life], context: Context) -> str:
    """Say when the model was shut down, where, and what a request for it gets."""
    absent = "".join(
        f" and was never on {the(life.backend)}" for life in found if life.state.kind == "never"
    )
    there = [life for life in found if life.state.kind != "never"]
    if not there:
        elsewhere = lives(model, _others(found), context)
        ends = " and".join(f"{_on(life.state)} on {the(life.backend)}" for life in elsewhere)
        return f"{absent.removeprefix(' and ')} and was shut down{ends}"
    parts = []
    for (on, answer), group in groupby(there, key=lambda life: (_on(life.state), fate(life))):
        named = where(*(life.backend for life in group))
        parts.append(f"{on} ({named}: {answer})")
    return f"was shut down{' and'.join(parts)}{absent}"


def fate(life: Life) -> str:
    """Say what a request for a model that is over gets."""
    if life.state.kind == "routed":
        return f"requests are routed to {life.state.routes_to}"
    return "404 NOT_FOUND"


def remedy(found: list[Life], model: Model, context: Context, method: str | None = None) -> str:
    """Tell to use the successor, if there is one."""
    id_ = successor(found, model, context, method)
    return f"; use {id_}" if id_ else ""


def successor(
    found: list[Life], model: Model, context: Context, method: str | None = None
) -> str | None:
    """Return what takes the model's place and is alive on all these backends.

    Of several, one that serves the method goes before one that asks for another.
    """
    fitting = [
        (life.backend, candidate)
        for life in found
        for candidate in _candidates(life, model, context)
        if not any(
            context.catalog.is_dead(candidate, other.backend, context.today) for other in found
        )
    ]
    for backend, candidate in fitting:
        if method is None or serves(candidate, method, backend):
            return candidate.id
    return fitting[0][1].id if fitting else None


def _candidates(life: Life, model: Model, context: Context) -> Iterator[Model]:
    """Yield the successor, and a live model for what was live beside other things."""
    catalog, today = context.catalog, context.today
    ids = [catalog.replacement(model, life.backend, today)]
    if "bidiGenerateContent" in model.methods:
        ids.append(catalog.newest(model, "live", life.backend, today))
    yield from (catalog.models[id_] for id_ in ids if id_ is not None)


def sources(model: Model, backends: tuple[Backend, ...]) -> tuple[str, ...]:
    """Return where the dates of the model come from."""
    wanted = [text for backend in backends for text in _LIFE_SOURCES[backend]]
    matching = [item for item in model.sources if any(text in item for text in wanted)]
    return tuple(_dated(matching or model.sources, model.checked))


def _others(found: list[Life]) -> tuple[Backend, ...]:
    named = {life.backend for life in found}
    return tuple(backend for backend in BACKENDS if backend not in named)


def _on(state: State) -> str:
    return f" on {state.date}" if state.date is not None else ""


def _dated(items: tuple[str, ...] | list[str], checked: str) -> Iterator[str]:
    return (f"{item} (checked {checked})" for item in items)
