"""The entries of an inventory: each call, whether or not anything is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Literal as OneOf, TypeAlias

from msgspec import Struct

from gemini_lint.call import Argument, Backend, BackendOrigin, Call, Parameter, Reading
from gemini_lint.catalog import Catalog, State
from gemini_lint.findings import Span
from gemini_lint.rules import judging
from gemini_lint.rules.rule import Context
from gemini_lint.values import Place, Value, is_certain, literals

VersionSource: TypeAlias = OneOf[
    "call", "client", "url", "environment", "library", "setting", "SDK pin", "unknown"
]

# Kinds whose values are short and can hold neither a prompt nor a key.
_SHOWN_KINDS = ("number", "integer", "boolean", "enum:")


class NamedModel(Struct, frozen=True):
    """A model or agent that a call may name, and what it is on each backend of the call;
    no state where the catalogue does not hold it."""

    name: str
    states: tuple[tuple[Backend, State], ...]


class SetParameter(Struct, frozen=True):
    """A parameter of a call: REST path, the code's spelling, and the values that are known."""

    path: str
    name: str
    values: tuple[int | float | bool | str, ...]


class Version(Struct, frozen=True):
    """The API version of a call and what decides it; `detail` names the pin."""

    name: str | None
    source: VersionSource
    detail: str = ""


class Entry(Struct, frozen=True):
    """One call. `method` is None for an object that carries a model and sends nothing yet;
    `other_models` is true when the call may name models that the code does not show."""

    span: Span
    library: str
    function: str
    method: str | None
    backends: tuple[Backend, ...]
    backend_source: BackendOrigin | OneOf["setting"]
    version: Version
    models: tuple[NamedModel, ...]
    other_models: bool
    parameters: tuple[SetParameter, ...]
    other_parameters: bool


def of(
    reading: Reading,
    context: Context,
    locate: Callable[[Iterable[Place]], Mapping[Place, Span]],
) -> tuple[Entry, ...]:
    """Return the calls of a file, without those that only make a client."""
    calls = [call for call in reading.calls if _is_listed(call)]
    spans = locate({call.place for call in calls})
    return tuple(_entry(call, spans[call.place], context) for call in calls if call.place in spans)


def _is_listed(call: Call) -> bool:
    return call.method is not None or call.model is not None or call.agent is not None


def _entry(call: Call, span: Span, context: Context) -> Entry:
    return Entry(
        span=span,
        library=call.sdk,
        function=_function(call),
        method=call.method,
        backends=call.backends,
        backend_source=_backend_source(call, context),
        version=_version(call, context),
        models=tuple(_models(call, context)),
        other_models=_may_name_others(call),
        parameters=tuple(_parameters(call)),
        other_parameters=not call.complete,
    )


def _function(call: Call) -> str:
    """Name a function as the code does: what follows the client (`chats.create`)."""
    return call.callee.partition(".Client.")[2] or call.callee.rpartition(".")[2]


def _backend_source(call: Call, context: Context) -> BackendOrigin | OneOf["setting"]:
    if call.backend_origin != "code" and context.settings.backend != "auto":
        return "setting"
    return "unknown" if call.backend_origin == "unseen" else call.backend_origin


def _version(call: Call, context: Context) -> Version:
    found = judging.api_version(call, context)
    if found.by_sdk:
        if context.pin is None:
            return Version(None, "unknown")
        name = "v1 or v1beta" if found.either else found.name
        return Version(name, "SDK pin", f"google-genai{context.pin.specifier}")
    if call.api_version.value is not None:
        origin = call.api_version.origin
        return Version(found.name, "SDK pin" if origin == "sdk" else origin)
    if found.name is None:
        return Version(None, "unknown")
    is_set = found.name == context.settings.api_version
    return Version(found.name, "setting" if is_set else "library")


def _models(call: Call, context: Context) -> Iterator[NamedModel]:
    for name in dict.fromkeys(chain.from_iterable(map(_names, (call.model, call.agent)))):
        yield NamedModel(name, tuple(_states(name, call, context.catalog, context.today)))


def _names(argument: Argument | None) -> Iterator[str]:
    values = literals(argument.value) if argument is not None else ()
    return (item.value for item in values if isinstance(item.value, str))


def _states(
    name: str, call: Call, catalog: Catalog, today: date
) -> Iterator[tuple[Backend, State]]:
    model = catalog.model(name)
    if model is None or model.nonexistent:
        return
    for backend in call.backends:
        yield backend, catalog.state(model, backend, today)


def _may_name_others(call: Call) -> bool:
    arguments = [item for item in (call.model, call.agent) if item is not None]
    return any(not _is_known(item.value) for item in arguments)


def _is_known(value: Value) -> bool:
    return is_certain(value) and any(True for _ in literals(value))


def _parameters(call: Call) -> Iterator[SetParameter]:
    """Yield what is set, without the objects around it and without the client's own."""
    around = {item.path.rpartition(".")[0] for item in call.parameters} | {"config"}
    for parameter in call.parameters:
        is_object = parameter.path in around or parameter.path == "generationConfig"
        if not is_object and not parameter.path.startswith("client."):
            yield SetParameter(parameter.path, parameter.name, tuple(_values(parameter)))


def _values(parameter: Parameter) -> Iterator[int | float | bool | str]:
    if not parameter.kind.startswith(_SHOWN_KINDS):
        return
    for literal in literals(parameter.value):
        if isinstance(literal.value, (int, float, str)):
            yield literal.value
