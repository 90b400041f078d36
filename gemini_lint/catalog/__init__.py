"""The facts: reviewed data files with sources and dates, and typed look-ups."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.call import Backend
from gemini_lint.catalog import documents, lifecycle
from gemini_lint.catalog.model_rows import ModelRows
from gemini_lint.catalog.models import Lifecycle, Model, State, Thinking
from gemini_lint.catalog.prefixes import bare

__all__ = ["Catalog", "Lifecycle", "Model", "State", "Thinking", "load"]


class Catalog(Struct, frozen=True, eq=False):
    """The models, as they were known on `date`."""

    date: datetime.date
    models: Mapping[str, Model]

    def model(self, name: str) -> Model | None:
        """Return the model of that name, in any spelling that a backend or library takes."""
        return self.models.get(name) or self.models.get(bare(name))

    def state(self, model: Model, backend: Backend, today: datetime.date) -> State:
        """Return what the model is on that backend on that day."""
        found = lifecycle.state(model, backend, today)
        if found.kind in ("active", "unknown"):
            return found
        return replace(found, replacement=self.replacement(model, backend, today))

    def is_dead(self, model: Model, backend: Backend, today: datetime.date) -> bool:
        """Tell whether a request for the model reaches no model."""
        return lifecycle.state(model, backend, today).is_dead

    def replacement(self, model: Model, backend: Backend, today: datetime.date) -> str | None:
        """Return what takes the model's place, alive on that backend that day."""
        return _replacement(self, model.id, backend, today)

    def newest(self, model: Model, kind: str, backend: Backend, today: datetime.date) -> str | None:
        """Return the newest model of that kind, alive on that backend that day."""
        return lifecycle.newest(self.models, model, kind, backend, today)


@cache
def _replacement(catalog: Catalog, id_: str, backend: Backend, today: datetime.date) -> str | None:
    return lifecycle.replacement(catalog.models, catalog.models[id_], backend, today)


@cache
def load() -> Catalog:
    """Read the facts, once."""
    document = documents.in_use().document
    return Catalog(datetime.date.fromisoformat(document["date"]), ModelRows(document))
