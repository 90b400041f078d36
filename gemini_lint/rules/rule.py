"""What a rule is.

A rule is a module named after its code. Its docstring is its page, `RULE` its entry in the
registry, and `check` or `check_file` a pure generator of problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from gemini_lint.findings import Severity

if TYPE_CHECKING:
    from gemini_lint.call import Call, Reading
    from gemini_lint.catalog import Catalog
    from gemini_lint.project import Pin
    from gemini_lint.settings import Settings
    from gemini_lint.values import Place


class Rule(Struct, frozen=True):
    """`rank` orders the rules that may judge one cause; the lowest one is reported:
    10 wrong type, 20 unknown enum value, 30 out of range, 40 not supported, 50 ignored,
    60 guide advice. `needs_text_uses` where it looks at `Reading.text_uses`, which are found
    for such rules only."""

    code: str
    name: str
    severity: Severity
    summary: str
    default: bool = True
    rank: int = 30
    needs_text_uses: bool = False


class Problem(Struct, frozen=True):
    """What a rule found.

    `place` is the literal, key or name at fault, `at` the expression in the call that
    carries it (reported instead when the literal stands in a file that is not checked).
    `cause` names the parameter of the call that is at fault: a cause is reported once.
    """

    place: Place
    message: str
    outcome: str
    source: tuple[str, ...]
    at: Place | None = None
    severity: Severity | None = None
    cause: str = ""


class Context(Struct, frozen=True):
    """What a rule knows besides the call: the facts, the settings, the date, and what the
    project around the file requires of google-genai (None where that is unknown)."""

    catalog: Catalog
    settings: Settings
    today: date
    pin: Pin | None


CallCheck: TypeAlias = "Callable[[Call, Context], Iterator[Problem]]"
FileCheck: TypeAlias = "Callable[[Reading, Context], Iterator[Problem]]"
