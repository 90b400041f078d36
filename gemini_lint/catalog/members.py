"""What the client libraries no longer have, and which of them have come to their end."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from msgspec import Struct

from gemini_lint.call import Backend
from gemini_lint.catalog import sourced


class RemovedMember(Struct, frozen=True):
    """A name that a library has no longer, or that always raises.

    `since` is the first release without it, None where no release has it. `by_release` is true
    where only a known requirement tells: older releases are still in use. `argument` limits it
    to calls that use that keyword, `by_position` to calls that pass something without one,
    `backends` to calls that go there.
    """

    sdk: str
    member: str
    since: str | None
    by_release: bool
    argument: str | None
    by_position: bool
    backends: tuple[Backend, ...] | None
    outcome: str
    reason: str
    instead: str
    sources: tuple[str, ...]


class EndOfLife(Struct, frozen=True):
    """A library whose end was announced for `date`; `event` says what happened that day, and
    `announced` the same of a day to come."""

    library: str
    modules: tuple[str, ...]
    date: date
    event: str
    announced: str
    instead: str
    sources: tuple[str, ...]

    def module_of(self, name: str) -> str | None:
        """Return the module of the library that a dotted name is, or is in."""
        return next((own for own in self.modules if f"{name}.".startswith(f"{own}.")), None)


@cache
def removed() -> tuple[RemovedMember, ...]:
    """Return every removed member."""
    content = sourced.read("members.json")
    return tuple(
        _removed(member, row, content["sources"])
        for row in content["removed"]
        for member in row["members"]
    )


@cache
def ended() -> tuple[EndOfLife, ...]:
    """Return every library that has come to its end, or will."""
    content = sourced.read("members.json")
    return tuple(_ended(row, content["sources"]) for row in content["end_of_life"])


def _removed(member: str, row: dict[str, Any], sources: dict[str, dict[str, str]]) -> RemovedMember:
    backends = row["backends"]
    return RemovedMember(
        row["sdk"],
        member,
        row["since"],
        row["requirement"],
        row["argument"],
        row.get("positional", False),
        None if backends is None else tuple(backends),
        row["outcome"],
        row["reason"],
        row["instead"],
        sourced.cited(row["sources"], sources),
    )


def _ended(row: dict[str, Any], sources: dict[str, dict[str, str]]) -> EndOfLife:
    return EndOfLife(
        row["library"],
        tuple(row["modules"]),
        date.fromisoformat(row["date"]),
        row["event"],
        row["announced"],
        row["instead"],
        sourced.cited(row["sources"], sources),
    )
