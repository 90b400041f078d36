"""Turn the rows of data/models.json into models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias

from msgspec.structs import replace

from gemini_lint.call import BACKENDS, Backend
from gemini_lint.catalog.models import Lifecycle, Model, Thinking
from gemini_lint.regexes import regex

Row: TypeAlias = dict[str, Any]

_GENERATION = regex(r"gemini-(?P<generation>\d+(?:\.\d+)?)-")
_VERSION = regex(r"[-@]\d{3}")
_PREVIEW_WORDS = frozenset({"preview", "exp", "experimental"})


class ModelRows(Mapping[str, Model]):
    """The models of a document by id, each made when it is first asked for.

    A run needs a few of hundreds, and making them all would cost more than reading the file.
    """

    def __init__(self, document: Row) -> None:
        self._rows: dict[str, Row] = {row["id"]: row for row in document["models"]}
        self._families: list[Row] = document["families"]
        self._made: dict[str, Model] = {}

    def __getitem__(self, id_: str) -> Model:
        if id_ not in self._made:
            row = _with_family_facts(self._rows[id_], self._families)
            self._made[id_] = _with_dates(_model(row), self)
        return self._made[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._rows


def _with_family_facts(row: Row, families: Iterable[Row]) -> Row:
    """Fill what the row leaves out with what holds for its whole family."""
    generation = _GENERATION.match(row["id"])
    if generation is None or row.get("nonexistent"):
        return row
    for family in families:
        is_member = float(generation["generation"]) >= float(family["since"])
        if is_member and row["kind"] in family["kinds"]:
            row = _filled(row, family)
    return row


def _filled(row: Row, family: Row) -> Row:
    facts: Row = {**family["facts"], **row}
    facts["features"] = {**family["facts"].get("features", {}), **row.get("features", {})}
    if facts == {"features": {}, **row}:
        return row
    return {**facts, "sources": [*row["sources"], *family["sources"]]}


def _model(row: Row) -> Model:
    lifecycles = {backend: _lifecycle(row[backend]) for backend in BACKENDS if backend in row}
    return Model(
        id=row["id"],
        kind=row["kind"],
        alias_of=row.get("alias_of"),
        lifecycles=MappingProxyType(lifecycles),
        api_versions=_names(row.get("api_versions")),
        **_limits(row),
        thinking=_thinking(row.get("thinking")),
        methods=frozenset(row.get("methods", ())),
        input_modalities=frozenset(row.get("input_modalities", ())),
        output_modalities=_names(row.get("output_modalities")),
        features=MappingProxyType(row.get("features", {})),
        moving_alias=row.get("moving_alias", False),
        nonexistent=row.get("nonexistent", False),
        preview=_is_preview(row["id"], lifecycles.values()),
        sources=tuple(row["sources"]),
        checked=row["checked"],
        notes=row.get("notes"),
        conflicts=tuple(row.get("conflicts", ())),
    )


def _limits(row: Row) -> Row:
    top_k = row.get("top_k", {})
    return {"top_k_max": top_k.get("max"), "top_k_default": top_k.get("default")} | {
        name: row.get(name)
        for name in (
            "input_token_limit",
            "output_token_limit",
            "long_output_limit",
            "max_temperature",
            "candidate_count_max",
        )
    }


def _lifecycle(row: Row) -> Lifecycle:
    status = row.get("status")
    return Lifecycle(
        status="active" if status == "preview" else status,
        released=_day(row.get("released")),
        shutdown=_day(row.get("shutdown")),
        kind=row.get("shutdown_kind"),
        routes_to=row.get("routes_to"),
        routed_since=_day(row.get("routed_since")),
        replacements=tuple(row.get("replacements", ())),
        basis=row.get("basis"),
        note=row.get("note") or row.get("after_shutdown"),
        preview=status == "preview",
    )


def _thinking(row: Row | None) -> Thinking | None:
    if row is None:
        return None
    return Thinking(**{**row, "levels": tuple(row.get("levels", ()))})


def _names(names: list[str] | None) -> frozenset[str] | None:
    return None if names is None else frozenset(names)


def _day(text: str | None) -> date | None:
    """Read a day; a release of which only the month is known counts from its first day."""
    if text is None:
        return None
    return date.fromisoformat(text if len(text) > len("YYYY-MM") else f"{text}-01")


def _is_preview(model_id: str, lifecycles: Iterable[Lifecycle]) -> bool:
    if not _PREVIEW_WORDS.isdisjoint(model_id.split("-")):
        return True
    known = [life for life in lifecycles if life.status not in (None, "never")]
    return bool(known) and all(life.preview for life in known)


def _with_dates(model: Model, found: Mapping[str, Model]) -> Model:
    """Date an alias of versions that are all shut down: it went with the last of them."""
    inferred: dict[Backend, Lifecycle] = {}
    for backend, life in model.lifecycles.items():
        if life.status is None and life.shutdown is None:
            last = _last_version(model, backend, found)
            if last is not None:
                inferred[backend] = replace(last, released=None, basis="all its versions are")
    if not inferred:
        return model
    return replace(model, lifecycles=MappingProxyType({**model.lifecycles, **inferred}))


def _last_version(model: Model, backend: Backend, found: Mapping[str, Model]) -> Lifecycle | None:
    unversioned = model.alias_of or model.id
    lives = [
        found[id_].lifecycles.get(backend, Lifecycle())
        for id_ in found
        if id_.startswith(unversioned) and _VERSION.fullmatch(id_, len(unversioned))
    ]
    dated = [life for life in lives if life.status == "shut-down" and life.shutdown]
    if not dated or len(dated) < len(lives):
        return None
    return max(dated, key=lambda life: life.shutdown or date.min)
