"""What a report needs besides the findings: colour, and the lines of the sources."""

from __future__ import annotations

import re
from collections.abc import Callable

import click
from msgspec import Struct

from gemini_lint.findings import Span
from gemini_lint.regexes import regex

LineReader = Callable[[Span], "str | None"]

_ADDRESS = regex(r"https?://[!-~]*[\w/#=]", re.ASCII)


def no_lines(span: Span) -> str | None:
    """Read no source lines."""
    del span
    return None


class View(Struct, frozen=True):
    """How a report is shown. `line` returns the source line at the start of a span.

    `links` says that the terminal follows links.
    """

    color: bool = False
    line: LineReader = no_lines
    links: bool = False

    def style(self, text: str, color: str | None = None, *, bold: bool = False) -> str:
        """Colour a text if the report is coloured."""
        return click.style(text, fg=color, bold=bold or None) if self.color else text

    def link(self, text: str) -> str:
        """Make every address in a printable text a link, as OSC 8 has it."""
        if not self.links:
            return text
        return _ADDRESS.sub(lambda found: _linked(found[0]), text)


def _linked(address: str) -> str:
    return f"\033]8;;{address}\033\\{address}\033]8;;\033\\"
