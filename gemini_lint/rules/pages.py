"""A rule's page: the docstring of its module, and what can be read from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import indent

from msgspec import Struct

from gemini_lint.regexes import regex

_HEADING = regex(r"^## (?P<title>.+)$", re.MULTILINE)
_FENCE = regex(r"^```python(?P<info>[^\n]*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = regex(r"\s*#\s*GEM\d{3}.*$")


class Example(Struct, frozen=True):
    """A program on a page, with the settings that it is checked with."""

    code: str
    attributes: tuple[tuple[str, str], ...]


def summary(page: str) -> str:
    """Return the line that a page begins with."""
    return page.partition("\n")[0]


def section(page: str, title: str) -> str:
    """Return the text below a heading, up to the next one."""
    parts = _HEADING.split(page)
    titled = dict(zip(parts[1::2], parts[2::2], strict=True))
    return titled.get(title, "").strip()


def markdown(page: str) -> str:
    """Return a page as other readers of Markdown want it: no settings beside a language."""
    return _FENCE.sub(lambda match: f"```python\n{match['code']}```", page)


def plain(page: str) -> str:
    """Return a page as text for a terminal: code is indented, headings stand alone."""
    text = _FENCE.sub(lambda match: indent(match["code"], "    ").rstrip("\n"), page)
    return _HEADING.sub(lambda match: match["title"], text)


def examples(page: str, title: str) -> Iterator[Example]:
    """Yield the programs below a heading."""
    return (part for part in parts(page, title) if isinstance(part, Example))


def parts(page: str, title: str) -> Iterator[Example | str]:
    """Yield the programs below a heading, and the text around them."""
    text, end = section(page, title) + "\n", 0
    for match in _FENCE.finditer(text):
        yield text[end : match.start()].strip()
        attributes = (item.partition("=") for item in match["info"].split())
        yield Example(match["code"], tuple((key, value) for key, _, value in attributes))
        end = match.end()
    yield text[end:].strip()


def remedy(page: str) -> tuple[str, ...]:
    """Return the lines by which the first mended program differs from the first faulty one."""
    faulty = next(examples(page, "Example"), None)
    mended = next(examples(page, "Use instead"), None)
    if faulty is None or mended is None:
        return ()
    before = {_MARK.sub("", line).strip() for line in faulty.code.splitlines()}
    after = (line.strip() for line in mended.code.splitlines())
    return tuple(line for line in after if line and line not in before)
