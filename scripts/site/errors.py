"""One page for each error of the server, and one for the messages and exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gemini_lint.catalog import error_pages, errors
from gemini_lint.catalog.errors import Explanation
from gemini_lint.rules import registry
from gemini_lint.wording import plural

_CODE = re.compile(r"\b(GEM\d{3}) ([a-z-]+)")


def all_pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every page."""
    explained = _all_explained()
    yield "errors/index.md", "\n".join(_index(explained))
    for explanation in explained:
        text = "\n\n".join(error_pages.page(explanation, registry.names()))
        yield _file(explanation.title), _CODE.sub(_link, text)
    yield "errors/messages.md", "\n".join(_messages())


def order() -> list[str]:
    """Return the pages of the errors, and that of the messages."""
    return [*(_file(item.title) for item in _all_explained()), "errors/messages.md"]


def _all_explained() -> list[Explanation]:
    return [*map(_explained, errors.known_errors()), *errors.known_outcomes()]


def _link(rule: re.Match[str]) -> str:
    return f"[{rule[1]} {rule[2]}](../rules/{rule[2]}.md)"


def errors_of(code: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the title and the page of each error that a rule prevents, with the causes."""
    for explained in _all_explained():
        causes = [item.text for item in explained.causes_in_code if code in item.rules]
        if causes:
            yield explained.title, _file(explained.title), causes


def messages_of(code: str) -> Iterator[str]:
    """Yield the server's messages that a rule prevents."""
    for explanation in errors.known_messages():
        if any(code in cause.rules for cause in explanation.causes_in_code):
            yield explanation.title


def _explained(title: str) -> Explanation:
    return next(found for found in errors.explain(title) if found.title == title)


def _file(title: str) -> str:
    return f"errors/{re.sub(r'[^a-z0-9]+', '-', title.casefold()).strip('-')}.md"


def _index(explained: list[Explanation]) -> Iterator[str]:
    yield "# Errors of the server\n"
    yield (
        "`gemini-lint explain` shows the same pages in the terminal, for a status, a message or a "
        "whole traceback on standard input (`gemini-lint explain -`).\n"
    )
    yield "| error | what it means | found by |"
    yield "|---|---|---|"
    for item in explained:
        rules = {code for cause in item.causes_in_code for code in cause.rules}
        link = f"[{item.title}]({_file(item.title).removeprefix('errors/')})"
        meaning = item.cause.partition(". ")[0].rstrip(".")
        yield f"| {link} | {meaning}. | {plural(len(rules), 'rule') if rules else 'none'} |"
    yield "\n[Messages and exceptions](messages.md) that are known word by word.\n"


def _links(codes: tuple[str, ...] | list[str]) -> str:
    names = registry.names()
    return ", ".join(f"[{code}](../rules/{names[code]}.md)" for code in codes if code in names)


def _messages() -> Iterator[str]:
    yield "# Messages and exceptions\n"
    yield "## Messages\n"
    yield "| message | what to do | rules |"
    yield "|---|---|---|"
    yield from (_line(explanation) for explanation in errors.known_messages())
    yield "\n## Exceptions of the SDK\n"
    yield "| exception | what to do | rules |"
    yield "|---|---|---|"
    yield from (_line(explanation) for explanation in errors.known_exceptions())
    yield ""


def _line(explanation: Explanation) -> str:
    rules = sorted({code for cause in explanation.causes_in_code for code in cause.rules})
    cells = (explanation.title, explanation.remedy, _links(rules))
    escaped = (
        cell.replace("|", "\\|").replace("*", "\\*").replace("_", "\\_") for cell in cells[:2]
    )
    return f"| {' | '.join((*escaped, cells[2]))} |"
