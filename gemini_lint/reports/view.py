"""What a report needs besides the findings: colour, and the lines of the sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import click

from gemini_lint.findings import Span

LineReader = Callable[[Span], "str | None"]


def no_lines(span: Span) -> str | None:
    """Read no source lines."""
    del span
    return None


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown. `line` returns the source line at the start of a span."""

    color: bool = False
    line: LineReader = no_lines

    def style(self, text: str, color: str | None = None, *, bold: bool = False) -> str:
        """Colour a text if the report is coloured."""
        return click.style(text, fg=color, bold=bold or None) if self.color else text
