"""One page for each error of the server, and one for the messages and exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gemini_lint.catalog import errors
from gemini_lint.catalog.errors import Cause, Explanation
from gemini_lint.rules import registry

_NOT_IN_CODE = "Nothing in the source tells whether this will happen: gemini-lint cannot see it."


def all_pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every page but the written ones."""
    explained = [_explained(title) for title in errors.known_errors()]
    yield "errors/index.md", "\n".join(_index(explained))
    for explanation in explained:
        yield _file(explanation.title), "\n".join(_page(explanation))
    yield "errors/messages.md", "\n".join(_messages())


def order() -> list[str]:
    """Return the pages of the errors, and that of the messages."""
    return [*map(_file, errors.known_errors()), "errors/messages.md"]


def errors_of(code: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the title and the page of each error that a rule prevents, with the causes."""
    for title in errors.known_errors():
        causes = [item.text for item in _explained(title).causes_in_code if code in item.rules]
        if causes:
            yield title, _file(title), causes


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
    yield "`gemini-lint explain` says the same of a pasted line of a traceback.\n"
    yield "| error | what it means | rules |"
    yield "|---|---|---|"
    for item in explained:
        rules = sorted({code for cause in item.causes_in_code for code in cause.rules})
        link = f"[{item.title}]({_file(item.title).removeprefix('errors/')})"
        yield f"| {link} | {item.cause} | {_links(rules)} |"
    yield "| [blocked responses](blocked-responses.md) | The answer has no text. | |"
    yield "\n[Messages and exceptions](messages.md)\n"


def _page(explanation: Explanation) -> Iterator[str]:
    yield f"# {explanation.title}\n"
    yield f"## What it means\n\n{explanation.cause}\n"
    yield f"## What to do\n\n{explanation.remedy}\n"
    seen = [cause for cause in explanation.causes_in_code if cause.rules]
    unseen = [cause for cause in explanation.causes_in_code if not cause.rules]
    if seen:
        yield "## What gemini-lint can see\n"
        yield "| cause in the code | rules |"
        yield "|---|---|"
        yield from (_row(cause) for cause in seen)
        yield ""
    yield "## What it cannot see\n"
    if unseen:
        yield "\n".join(f"- {cause.text}" for cause in unseen) + "\n"
    elif seen:
        yield (
            "Values that are only known at run time, and what depends on the account: keys, "
            "projects, quotas, uploaded files, tuned models.\n"
        )
    else:
        yield f"{_NOT_IN_CODE}\n"
    yield "## Source\n"
    yield "\n".join(f"- {source}" for source in explanation.source) + "\n"


def _row(cause: Cause) -> str:
    return f"| {cause.text} | {_links(cause.rules)} |"


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
