"""Model strings of libraries that speak to several vendors: which ones are Gemini's."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.call import BACKENDS, Argument, Backend, BackendOrigin
from gemini_lint.clients.declaration import ModelNames, Unsent
from gemini_lint.reading.combining import choose
from gemini_lint.reading.drafting import Draft
from gemini_lint.values import (
    UNKNOWN,
    Instance,
    Literal,
    Symbol,
    Text,
    Value,
    is_certain,
    is_none,
    literals,
    possibilities,
)

# Vertex AI serves the models of other vendors, too.
_GOOGLES = (
    "gemini", "gemma", "learnlm", "text-", "textembedding", "multimodalembedding", "embedding",
    "imagen", "imagegeneration", "veo", "lyria", "chat-bison", "code-", "codechat-", "medlm",
    "google/", "models/", "publishers/google/", "projects/",
)  # fmt: skip

Maker = Callable[[Instance], "Draft | None"]


class _Meant(Struct, frozen=True):
    """A Gemini model as a name means it; `backends` that it goes to, by what the code says
    or by default."""

    value: Value
    backends: tuple[Backend, ...] = ()
    origin: BackendOrigin = "code"


def settle(draft: Draft, made: Maker) -> bool:
    """Replace what a draft says of its model by the Gemini id; tell whether it may be one.

    `made` gives the draft of an object that stands where a name may stand, None when it is
    no object of a known Gemini library.
    """
    for client in [*draft.clients, *_objects(draft.provider)]:
        inner = made(client)
        if inner is not None:
            _adopt(draft, inner)
    if draft.model is not None and draft.names is not None and not is_none(draft.model.value):
        settled = _settled(draft, draft.model, draft.names, made)
        if settled is None:
            return False
        draft.model = settled
    _drop_unsent(draft)
    return True


def is_geminis(draft: Draft) -> bool:
    """Tell whether a settled draft is known to be of a Gemini call."""
    is_named = draft.model is not None and not is_none(draft.model.value)
    return is_named or draft.implied != () or not draft.library.many_vendors


def is_another_vendors(model: Argument | None) -> bool:
    """Tell whether all that is known of a model are names that Google does not use."""
    names = [str(name.value) for name in literals(model.value if model is not None else None)]
    return bool(names) and not any(name.startswith(_GOOGLES) for name in names)


def _adopt(draft: Draft, inner: Draft) -> None:
    draft.model = draft.model or inner.model
    if inner.implied:
        draft.implied, draft.implied_by = inner.implied, inner.implied_by


def _objects(value: Value | None) -> list[Instance]:
    return [option for option in possibilities(value) if isinstance(option, Instance)]


def _settled(draft: Draft, model: Argument, names: ModelNames, made: Maker) -> Argument | None:
    """Return the models that are Gemini's, and note the backends that they imply."""
    value = model.value
    options = list(possibilities(value))
    known = [_meant(option, draft.provider, names, made) for option in options]
    meant = [item for item in known if item is not None]
    is_open = not is_certain(value) and names.assumed
    if not meant and (options or not is_open):
        return None
    by_default = any(item.origin == "library" for item in meant)
    if by_default and _goes_elsewhere(draft):
        return None
    implied = {backend for item in meant for backend in item.backends}
    if implied and all(item.backends for item in meant):
        draft.implied = tuple(backend for backend in BACKENDS if backend in implied)
        draft.implied_by = "library" if by_default else "code"
    complete = len(meant) == len(options) and is_certain(value)
    return replace(model, value=choose([item.value for item in meant], complete))


def _goes_elsewhere(draft: Draft) -> bool:
    """Tell whether requests go to an address that is not Google's."""
    url = draft.parameters.get("httpOptions.baseUrl")
    if url is None or is_none(url.value):
        return False
    known = [str(literal.value) for literal in literals(url.value)]
    return not known or not all("googleapis.com" in address for address in known)


def _meant(option: Value, provider: Value | None, names: ModelNames, made: Maker) -> _Meant | None:
    """Return the Gemini model that one possibility means, None when it means another one."""
    if isinstance(option, Instance):
        inner = made(option)
        if inner is None:
            return None
        value = inner.model.value if inner.model is not None else UNKNOWN
        return _Meant(value, inner.implied, inner.implied_by)
    if isinstance(option, Literal) and isinstance(option.value, str):
        return _of_literal(option, option.value, provider, names)
    if isinstance(option, Text) and option.pieces and option.pieces[0] is not None:
        begun = _of_literal(option.pieces[0], str(option.pieces[0].value), provider, names)
        return replace(begun, value=UNKNOWN) if begun is not None else None
    return _Meant(UNKNOWN) if names.assumed and not isinstance(option, Symbol) else None


def _of_literal(
    literal: Literal, name: str, provider: Value | None, names: ModelNames
) -> _Meant | None:
    known = [_vendor(option) for option in possibilities(provider)]
    if len(known) == 1 and known[0]:
        return _of_provider(literal, name, known[0], names)
    for prefix, backend in names.prefixes:
        if name.startswith(prefix):
            return _of_prefix(literal, name.removeprefix(prefix), backend)
    for beginning, backend in names.bare:
        if name.startswith(beginning):
            return _Meant(literal, (backend,) if backend else (), "library")
    return None


def _vendor(value: Value) -> str:
    """Return the vendor that a string names, or a member of an enum of vendors."""
    if isinstance(value, Symbol):
        return value.name.rpartition(".")[2].lower()
    return str(value.value) if isinstance(value, Literal) and value.value else ""


def _of_provider(literal: Literal, name: str, provider: str, names: ModelNames) -> _Meant | None:
    wanted = provider + names.separator
    for prefix, backend in names.prefixes:
        if prefix == wanted:
            return _of_prefix(literal, name.removeprefix(prefix), backend)
    takes_any = any(beginning == "" for beginning, _ in names.bare)
    return _Meant(literal, BACKENDS) if takes_any else None


def _of_prefix(literal: Literal, id_: str, backend: Backend | None) -> _Meant | None:
    if backend == "vertex" and not id_.startswith(_GOOGLES):
        return None
    return _Meant(replace(literal, value=id_), (backend,) if backend else ())


def _drop_unsent(draft: Draft) -> None:
    """Drop the parameters that the library drops."""
    for unsent in draft.library.unsent:
        if _is_dropped(unsent, draft):
            for path in unsent.paths:
                draft.parameters.pop(path, None)


def _is_dropped(unsent: Unsent, draft: Draft) -> bool:
    if unsent.beside and unsent.beside not in draft.parameters:
        return False
    names = literals(draft.model.value if draft.model is not None else None)
    return not unsent.models or any(str(name.value).startswith(unsent.models) for name in names)
