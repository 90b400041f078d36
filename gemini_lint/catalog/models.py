"""What is known of a model."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from gemini_lint.call import Backend

Status: TypeAlias = Literal["active", "deprecated", "shut-down", "never"]
StateKind: TypeAlias = Literal[
    "active",
    "deprecated",
    "retiring",
    "shut-down",
    "routed",
    "maybe-off",
    "never",
    "unknown",
]


class Lifecycle(Struct, frozen=True):
    """The life of a model on one backend, as its pages announce it.

    `kind` earliest means that the model may be shut down from `shutdown` on. `routes_to`
    answers in the model's stead from `routed_since`, or else from the shutdown on.
    """

    status: Status | None = None
    released: datetime.date | None = None
    shutdown: datetime.date | None = None
    kind: Literal["fixed", "earliest"] | None = None
    routes_to: str | None = None
    routed_since: datetime.date | None = None
    replacements: tuple[str, ...] = ()
    basis: str | None = None
    note: str | None = None
    preview: bool = False


class Thinking(Struct, frozen=True):
    """How a model's thinking is set.

    `mode` is `budget`, `level`, `none` (thinking settings are refused) or `unknown`. With
    mode `level` and no `levels`, the model thinks and refuses every level.
    """

    mode: str
    budget_min: int | None = None
    budget_max: int | None = None
    can_disable: bool = False
    dynamic: bool = False
    levels: tuple[str, ...] = ()
    default: str | int | None = None
    required: bool = False
    rejects_budget: bool = False
    note: str | None = None


class Model(Struct, frozen=True):
    """A model's row, completed by the facts of its family. None stands for not known."""

    id: str
    kind: str
    alias_of: str | None
    lifecycles: Mapping[Backend, Lifecycle]
    api_versions: frozenset[str] | None
    input_token_limit: int | None
    output_token_limit: int | None
    long_output_limit: int | None
    max_temperature: float | None
    candidate_count_max: int | None
    top_k_max: int | None
    top_k_default: int | None
    thinking: Thinking | None
    methods: frozenset[str]
    input_modalities: frozenset[str]
    output_modalities: frozenset[str] | None
    features: Mapping[str, object]
    moving_alias: bool
    nonexistent: bool
    preview: bool
    sources: tuple[str, ...]
    checked: str
    notes: str | None = None
    conflicts: tuple[str, ...] = ()


class State(Struct, frozen=True):
    """What a model is on one backend on one day.

    `retiring`   shut down on `date`, or from then on where `earliest`
    `routed`     another model, `routes_to`, answers since `routed_since`
    `maybe-off`  the earliest day, `date`, has passed and nothing says more
    """

    kind: StateKind
    date: datetime.date | None = None
    earliest: bool = False
    replacement: str | None = None
    routes_to: str | None = None
    routed_since: datetime.date | None = None

    @property
    def is_dead(self) -> bool:
        """Tell whether a request reaches no model."""
        return self.kind in ("shut-down", "never")
