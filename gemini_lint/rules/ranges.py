"""Judging the numbers that a call sends by a range."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from gemini_lint.call import Call, Parameter
from gemini_lint.catalog.parameters import facts
from gemini_lint.rules.judging import shown
from gemini_lint.rules.kinds import as_number
from gemini_lint.rules.rule import Problem
from gemini_lint.values import Literal, literals

INVALID_ARGUMENT = "400 INVALID_ARGUMENT"


class Sent(Struct, frozen=True):
    """A number that a call sends, and the literal that it comes from."""

    parameter: Parameter
    literal: Literal
    number: int | float

    def problem(
        self,
        fault: str,
        source: tuple[str, ...],
        outcome: str = INVALID_ARGUMENT,
    ) -> Problem:
        """Say what is wrong with the number: "temperature 5 is …"."""
        return Problem(
            place=self.literal.place,
            message=f"{self.parameter.name} {shown(self.literal)} {fault}",
            outcome=outcome,
            source=source,
            at=self.parameter.at,
            cause=self.parameter.path,
        )


def sent_numbers(call: Call, path: str) -> Iterator[Sent]:
    """Yield each number that the call may send for the parameter; what the library refuses to
    send is another rule's."""
    for parameter in call.parameters:
        if parameter.path != path:
            continue
        for literal in literals(parameter.value):
            number = as_number(parameter, literal, call.sdk)
            if number is not None:
                yield Sent(parameter, literal, number)


def out_of_range(call: Call, path: str) -> Iterator[Problem]:
    """Yield a problem for each number that is outside the range that holds for every model."""
    known = facts(path)
    for sent in sent_numbers(call, path):
        if not known.allows(sent.number):
            yield sent.problem(known.fault(), known.sources)
