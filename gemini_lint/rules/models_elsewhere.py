"""The models of a call that only the other backend serves."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import BACKENDS, Backend, Call
from gemini_lint.catalog import Model
from gemini_lint.rules.rule import Context
from gemini_lint.values import Literal, Place, literals

_ALIVE = frozenset({"active", "deprecated", "retiring", "routed", "maybe-off"})


def living_elsewhere(
    call: Call, context: Context
) -> Iterator[tuple[Literal, Place, tuple[str, ...]]]:
    """Yield the models that the call's one backend never had and the other one serves, each
    with the expression that carries it and the source of the fact."""
    if call.model_tested or len(call.backends) != 1:
        return
    for argument in (call.model, call.agent):
        for literal in literals(argument.value if argument is not None else None):
            model = context.catalog.model(str(literal.value))
            if argument is not None and model is not None and _is_elsewhere(model, call, context):
                yield literal, argument.at, model.sources


def _is_elsewhere(model: Model, call: Call, context: Context) -> bool:
    if model.nonexistent:
        return False
    return all(
        (_kind(model, backend, context) == "never")
        if backend in call.backends
        else (_kind(model, backend, context) in _ALIVE)
        for backend in BACKENDS
    )


def _kind(model: Model, backend: Backend, context: Context) -> str:
    return context.catalog.state(model, backend, context.today).kind
