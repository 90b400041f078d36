"""One selector of one comment that silences findings."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from gemini_lint.regexes import regex

_PREFIX = regex(r"GEM\d{0,3}", re.IGNORECASE)


class Suppression(Struct, frozen=True):
    """One selector of one comment, and the lines from `first` to `last` that it holds for.

    `selector` is empty for a `# noqa` without codes. `fault` says why it silences nothing.
    Places are lines and columns of the program, from 1, the end exclusive.
    """

    selector: str
    first: int
    last: int
    line: int
    column: int
    end_column: int
    is_noqa: bool
    until: date | None = None
    fault: str = ""

    def covers(self, line: int) -> bool:
        """Tell whether a line is among those that it holds for."""
        return self.first <= line <= self.last

    def selects(self, code: str, name: str) -> bool:
        """Tell whether a rule is the one that it names, by code, prefix or name."""
        if self.is_noqa:
            return code.startswith(self.selector)
        if _PREFIX.fullmatch(self.selector):
            return code.startswith(self.selector.upper())
        return name == self.selector.lower()
