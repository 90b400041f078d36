"""What a model is on one backend on one day, and what takes its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial

from msgspec.structs import replace

from gemini_lint.call import Backend
from gemini_lint.catalog.models import Lifecycle, Model, State, StateKind
from gemini_lint.regexes import regex

_UNCONFIRMED = "date-passed-unconfirmed"
_LASTING = timedelta(days=180)
_UNKNOWN_LIFE = Lifecycle()

# Only within these does "the newest" say what a user of an old one wants.
_KINDS_WITH_SUCCESSORS = ("embedding", "live", "tts")
_BASE_ID = regex(r"gemini-(?P<version>\d+(?:\.\d+)?)-(?P<tier>pro|flash|flash-lite)")


def state(model: Model, backend: Backend, today: date) -> State:
    """Return what the model is that day, without its replacement."""
    life = model.lifecycles.get(backend, _UNKNOWN_LIFE)
    if life.status == "never":
        return State("never")
    is_past = _has_come(life.shutdown, today)
    earliest = life.kind == "earliest"
    if life.routes_to is not None and (is_past or _has_come(life.routed_since, today)):
        since = life.routed_since or life.shutdown
        return State("routed", life.shutdown, earliest, None, life.routes_to, since)
    if is_past:
        return State(_past_kind(life), life.shutdown, earliest)
    if life.shutdown is not None:
        return State("retiring", life.shutdown, earliest, None, life.routes_to)
    return State(life.status or "unknown")


def replacement(
    models: Mapping[str, Model], model: Model, backend: Backend, today: date
) -> str | None:
    """Return what takes the place of the model, alive on that backend that day.

    The listed replacements are followed to one that lasts; failing that, to one that is
    alive; failing that, it is the newest model of the same sort, or a listed one whose
    earliest day has passed without further notice.
    """

    lasts = partial(_lasts, backend, today)
    is_alive = partial(_is_alive, backend, today)
    may_be_alive = partial(_may_be_alive, backend, today)
    listed = [item for item in _successors(models, model, backend) if _is_out(item, today)]
    for accepts in (lasts, is_alive):
        for candidate in filter(accepts, listed):
            return candidate.id
    latest = _newest_of_its_sort(models, model, today, lasts)
    return latest or next((item.id for item in listed if may_be_alive(item)), None)


def newest(
    models: Mapping[str, Model], model: Model, kind: str, backend: Backend, today: date
) -> str | None:
    """Return the newest model of that kind, for a model whose own successors are of another."""
    of_kind = replace(model, kind=kind)
    return _newest_of_its_sort(models, of_kind, today, partial(_lasts, backend, today))


def _lasts(backend: Backend, today: date, candidate: Model) -> bool:
    found = state(candidate, backend, today)
    if found.kind == "retiring" and found.date is not None:
        return found.date - today > _LASTING
    return found.kind == "active"


def _is_alive(backend: Backend, today: date, candidate: Model) -> bool:
    return state(candidate, backend, today).kind in ("active", "deprecated", "retiring")


def _may_be_alive(backend: Backend, today: date, candidate: Model) -> bool:
    is_active = candidate.lifecycles.get(backend, _UNKNOWN_LIFE).status == "active"
    return is_active and state(candidate, backend, today).kind == "maybe-off"


def _has_come(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def _past_kind(life: Lifecycle) -> StateKind:
    is_confirmed = life.status == "shut-down" and life.basis != _UNCONFIRMED
    return "shut-down" if life.kind != "earliest" or is_confirmed else "maybe-off"


def _successors(models: Mapping[str, Model], model: Model, backend: Backend) -> Iterator[Model]:
    """Yield the listed replacements, each one followed by its own."""
    seen = {model.id}
    waiting = [model]
    while waiting:
        current = waiting.pop()
        if current is not model:
            yield current
        life = current.lifecycles.get(backend, _UNKNOWN_LIFE)
        listed = [id_ for id_ in life.replacements if id_ in models and id_ not in seen]
        seen.update(listed)
        waiting.extend(models[id_] for id_ in reversed(listed))


def _newest_of_its_sort(
    models: Mapping[str, Model], model: Model, today: date, lasts: Callable[[Model], bool]
) -> str | None:
    for is_of_sort in _sorts(model):
        like_it = [models[id_] for id_ in models if id_ != model.id and is_of_sort(id_)]
        fitting = [
            candidate
            for candidate in like_it
            if candidate.kind == model.kind
            if not candidate.preview and not candidate.moving_alias
            if _released(candidate) is not None and _is_out(candidate, today)
        ]
        latest = max(filter(lasts, fitting), key=_age, default=None)
        if latest is not None:
            return latest.id
    return None


def _sorts(model: Model) -> Iterator[Callable[[str], bool]]:
    """Yield what the id of a replacement should be like, best first."""
    if model.kind in _KINDS_WITH_SUCCESSORS:
        yield lambda id_: model.kind in id_
    if model.kind == "image" and model.id.startswith("gemini-"):
        yield lambda id_: id_.startswith("gemini-")
    if model.kind != "text":
        return
    if model.id.startswith("gemma"):
        yield lambda id_: id_.startswith("gemma")
        return
    for tier in _tiers(model.id):
        yield partial(_is_of_tier, tier)


def _tiers(model_id: str) -> tuple[str, ...]:
    if "-lite" in model_id or "-8b" in model_id:
        return ("flash-lite", "flash")
    return ("pro", "flash") if "-pro" in model_id else ("flash",)


def _is_of_tier(tier: str, model_id: str) -> bool:
    match = _BASE_ID.fullmatch(model_id)
    return match is not None and match["tier"] == tier


def _released(model: Model) -> date | None:
    days = [life.released for life in model.lifecycles.values() if life.released is not None]
    return min(days, default=None)


def _is_out(model: Model, today: date) -> bool:
    return (_released(model) or today) <= today


def _age(model: Model) -> tuple[date, int]:
    """Order by release; of two of one day, the plain one has the shorter id."""
    return _released(model) or date.min, -len(model.id)
