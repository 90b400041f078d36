"""One finding for each cause: which of several problems with one thing is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from gemini_lint.call import Call
from gemini_lint.rules.rule import Problem, Rule
from gemini_lint.values import Choice, Literal, Mapping, Place, Sequence, Value


class Candidate(Struct, frozen=True):
    """A problem that a rule found, before it is known whether it is the strongest."""

    rule: Rule
    problem: Problem
    call: Call | None


def strongest(candidates: Iterable[Candidate], call: Call) -> Iterator[Candidate]:
    """Yield, for each cause in a call, the problems of the strongest rule.

    A value that is one of several has a cause of its own in each of them: where 5 and 1.5
    are possible, both are judged.
    """
    by_cause: dict[str, list[Candidate]] = {}
    for position, candidate in enumerate(candidates):
        by_cause.setdefault(candidate.problem.cause or f"#{position}", []).append(candidate)
    for cause, rivals in by_cause.items():
        alternatives = _alternatives(call, cause) if len(rivals) > 1 else frozenset()
        best = min(_order(rival) for rival in rivals)
        winners = [rival for rival in rivals if _order(rival) == best]
        yield from winners
        yield from _elsewhere(rivals, winners, alternatives)


def _order(candidate: Candidate) -> tuple[int, str]:
    return candidate.rule.rank, candidate.rule.code


def _elsewhere(
    rivals: list[Candidate], winners: list[Candidate], alternatives: frozenset[Place]
) -> Iterator[Candidate]:
    """Yield the weaker problems whose literal is another one than the stronger problems'."""
    taken = {winner.problem.place for winner in winners}
    if not taken <= alternatives:
        return
    for rival in sorted(rivals, key=_order):
        if rival.problem.place in alternatives and rival.problem.place not in taken:
            taken.add(rival.problem.place)
            yield rival


def _alternatives(call: Call, cause: str) -> frozenset[Place]:
    """Return the places of all literals that the parameter at fault may be."""
    values = [parameter.value for parameter in call.under(cause)]
    if cause == "model" and call.model is not None:
        values.append(call.model.value)
    return frozenset(place for value in values for place in _literal_places(value))


def _literal_places(value: Value) -> Iterator[Place]:
    if isinstance(value, Literal):
        yield value.place
    elif isinstance(value, Choice):
        for option in value.options:
            yield from _literal_places(option)
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _literal_places(item)
    elif isinstance(value, Mapping):
        for entry in value.entries:
            yield from _literal_places(entry.value)
