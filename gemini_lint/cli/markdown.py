"""Markdown for a terminal: the little of it that rules' and errors' pages use."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Iterator

from gemini_lint.cli import terminal
from gemini_lint.reports.view import View

_WIDEST = 100
_FENCE = re.compile(r"^```(?P<language>\w*)[^\n]*\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"(?=^- )", re.MULTILINE)
_INLINE = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*")
_PYTHON = re.compile(
    r"(?P<comment>\#[^\n]*)"
    r"|(?P<text>[rbfRBF]{0,2}(?:\"{3}.*?\"{3}|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'))"
    r"|(?P<word>\b(?:as|async|await|class|def|else|except|for|from|if|import|in|is|not|or|and"
    r"|raise|return|try|while|with|yield|None|True|False)\b)"
    r"|(?P<number>(?<![\w.])\d[\d_.]*)",
    re.DOTALL,
)
_COLORS = {"comment": "bright_black", "text": "green", "word": "blue", "number": "magenta"}


def print_view() -> View:
    """Return how standard output shows a page."""
    return View(
        color=terminal.is_coloured("auto", sys.stdout), links=terminal.has_links(sys.stdout)
    )


def rendered(text: str, view: View) -> Iterator[str]:
    """Yield the blocks of a page; paragraphs are filled where a terminal shows them."""
    end = 0
    for fence in _FENCE.finditer(text):
        yield from _blocks(text[end : fence.start()], view)
        code = fence["code"].rstrip("\n")
        yield textwrap.indent(
            _python(code, view) if fence["language"] == "python" else code, "    "
        )
        end = fence.end()
    yield from _blocks(text[end:], view)


def _blocks(text: str, view: View) -> Iterator[str]:
    for block in re.split(r"\n{2,}|(?<=\n)(?=#+ )|(?<=^)(?=#+ )", text):
        first, _, rest = block.strip("\n").partition("\n")
        if first.startswith("#"):
            yield view.style(first.lstrip("# "), bold=True)
            yield from _blocks(rest, view)
        elif first:
            items = _ITEM.split(block.strip("\n"))
            yield "\n".join(_filled(item.rstrip("\n"), view) for item in items if item)


def _filled(paragraph: str, view: View) -> str:
    if sys.stdout.isatty():
        paragraph = textwrap.fill(
            " ".join(paragraph.split()),
            min(_WIDEST, shutil.get_terminal_size().columns),
            subsequent_indent="  " if paragraph.startswith("- ") else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return view.link(_INLINE.sub(lambda match: _inline(match, view), paragraph))


def _inline(match: re.Match[str], view: View) -> str:
    if match["strong"]:
        return view.style(match["strong"], bold=True)
    # without colour, the marks are what sets code apart
    return view.style(match["code"], "cyan") if view.color else match[0]


def _python(code: str, view: View) -> str:
    if not view.color:
        return code
    return _PYTHON.sub(lambda found: view.style(found[0], _COLORS[str(found.lastgroup)]), code)
