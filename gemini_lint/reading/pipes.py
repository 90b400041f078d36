"""`prompt | model | parser`: what is known of the chain that it makes."""

from __future__ import annotations

from gemini_lint.clients import Libraries
from gemini_lint.reading.messages import is_template
from gemini_lint.values import Instance, Place, Value


def piped(libraries: Libraries, left: Value, right: Value, place: Place) -> Value | None:
    """Return what `left | right` makes, None where neither is part of a chain."""
    if is_template(right):
        return right
    for owner, other, operator in ((right, left, "__ror__"), (left, right, "__or__")):
        if isinstance(owner, Instance):
            maker = f"{owner.name}.{operator}"
            made = libraries.returned(maker)
            if made is not None:
                return Instance(made, (other,), (), place, receiver=owner, maker=maker)
    return None
