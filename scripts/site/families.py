"""The families of models, as the timeline shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gemini_lint.call import Backend
from gemini_lint.catalog import Catalog, Lifecycle, Model

_FAMILY = re.compile(
    r"(?P<gemini>gemini-\d+(?:\.\d+)?)|(?P<other>gemini-embedding|gemma|imagen|veo|lyria)"
)
_EMBEDDINGS = ("text-embedding", "textembedding", "embedding", "multimodalembedding")


@dataclass(frozen=True, slots=True)
class Family:
    """When models of a family came and went on one backend.

    `ends` and `ending` are the past and the announced shutdowns; `is_open` says that a model
    has none.
    """

    name: str
    models: int
    released: tuple[date, ...]
    ends: tuple[date, ...]
    ending: tuple[date, ...]
    is_open: bool

    @property
    def first(self) -> date:
        """Return the first day on which there is something to show."""
        return min((*self.released, *self.ends, *self.ending))


def families(catalog: Catalog, backend: Backend, day: date) -> list[Family]:
    """Return the families that have a date, in order."""
    groups: dict[str, list[Lifecycle]] = {}
    for model in catalog.models.values():
        life = model.lifecycles.get(backend)
        name = _name(model)
        if name and life is not None and life.status != "never" and not model.moving_alias:
            groups.setdefault(name, []).append(life)
    found = [_family(name, lives, day) for name, lives in groups.items()]
    dated = [family for family in found if family.released or family.ends or family.ending]
    return sorted(dated, key=_order)


def _order(family: Family) -> tuple[bool, float, date]:
    """Put the numbered ones first, by number, and the others by age."""
    number = re.search(r"\d.*", family.name)
    return (number is None, float(number[0]) if number else 0, family.first)


def _name(model: Model) -> str | None:
    match = _FAMILY.match(model.id)
    if match:
        return match[0]
    return "embeddings" if model.id.startswith(_EMBEDDINGS) else None


def _family(name: str, lives: list[Lifecycle], day: date) -> Family:
    shutdowns = sorted(_shutdowns(lives))
    return Family(
        name,
        len(lives),
        tuple(sorted(life.released for life in lives if life.released is not None)),
        tuple(shutdown for shutdown in shutdowns if shutdown <= day),
        tuple(shutdown for shutdown in shutdowns if shutdown > day),
        any(life.shutdown is None and life.status == "active" for life in lives),
    )


def _shutdowns(lives: list[Lifecycle]) -> Iterator[date]:
    """Yield the days from which a model no longer answers itself."""
    for life in lives:
        last = life.shutdown or life.routed_since
        if last is not None:
            yield min(last, life.routed_since or last)
