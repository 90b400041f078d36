"""The page of an error in Markdown: the same text for the terminal and the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gemini_lint.catalog.errors import Cause, Explanation


def page(explanation: Explanation, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the page, block by block. `names` are those of the rules, by their codes."""
    yield f"# {explanation.title}"
    if explanation.cause:
        yield explanation.cause
    if explanation.reasons:
        yield "## Reasons"
        yield "\n".join(f"- `{name}`: {meaning}" for name, meaning in explanation.reasons)
    yield "## What to do"
    yield explanation.remedy
    if explanation.causes_in_code:
        yield "## What gemini-lint can see"
        yield "\n".join(_cause(cause, names) for cause in explanation.causes_in_code)
    if explanation.not_visible:
        yield "## What it cannot see"
        yield "\n".join(f"- {item}" for item in explanation.not_visible)
    yield "## Source"
    yield "\n".join(f"- {source}" for source in explanation.source)


def _cause(cause: Cause, names: Mapping[str, str]) -> str:
    rules = ", ".join(f"{code} {names[code]}" for code in cause.rules if code in names)
    return f"- {cause.text}: {rules}"
