"""Lays one catalogue over another. Nothing is deleted: what a newer one has forgotten stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from msgspec import Struct

from gemini_lint.call import BACKENDS

Document: TypeAlias = dict[str, Any]

_UNITED = ("sources", "conflicts")
_UNSHOWN = frozenset({"sources", "conflicts", "checked", "notes"})


class Change(Struct, frozen=True, order=True):
    """A fact of a model that another catalogue says otherwise; `fact` is empty for a model
    that only the newer one holds."""

    model: str
    fact: str
    before: str
    after: str


def combined(first: Document, second: Document) -> Document:
    """Return what both say; where they differ, the row that was checked later is right."""
    is_later = second["date"] >= first["date"]
    rows = {row["id"]: row for row in first["models"]}
    for row in second["models"]:
        known = rows.get(row["id"])
        rows[row["id"]] = row if known is None else _combined_row(known, row, is_later=is_later)
    newer, older = (second, first) if is_later else (first, second)
    return {
        "date": newer["date"],
        "families": newer.get("families") or older.get("families") or [],
        "models": list(rows.values()),
    }


def changes(before: Document, after: Document) -> Iterator[Change]:
    """Yield what the second document says otherwise than the first."""
    known = {row["id"]: row for row in before["models"]}
    for row in after["models"]:
        old = known.get(row["id"])
        if old is None:
            yield Change(row["id"], "", "", str(row.get("kind")))
        elif old is not row:
            yield from _changes_of_row(row["id"], old, row)


def _combined_row(first: Document, second: Document, *, is_later: bool) -> Document:
    order = (_checked(second), is_later) > (_checked(first), not is_later)
    newer, older = (second, first) if order else (first, second)
    row = {**older, **{key: value for key, value in newer.items() if value is not None}}
    for key in _UNITED:
        items = [*newer.get(key, ()), *older.get(key, ())]
        if items:
            row[key] = list(dict.fromkeys(items))
    return row


def _checked(row: Document) -> str:
    """A month counts as its first day."""
    checked: str = row.get("checked") or ""
    return f"{checked}-00"[: len("2026-11-22")]


def _changes_of_row(model: str, old: Document, new: Document) -> Iterator[Change]:
    for key, value in new.items():
        if key in BACKENDS:
            yield from _changes_of_life(model, key, old.get(key) or {}, value or {})
        elif key not in _UNSHOWN and old.get(key) != value:
            yield Change(model, key, _shown(old.get(key)), _shown(value))


def _changes_of_life(model: str, backend: str, old: Document, new: Document) -> Iterator[Change]:
    for key in sorted({*old, *new} - {"basis", "note", "after_shutdown", "assumed_status"}):
        if old.get(key) != new.get(key):
            fact = f"{key} on {backend}"
            yield Change(model, fact, _shown(old.get(key)), _shown(new.get(key)))


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
