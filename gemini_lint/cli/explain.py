"""`gemini-lint explain`: from an error to its causes and the rules that find them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gemini_lint.catalog.errors import Cause, Explanation


@click.command("explain")
@click.argument("text", nargs=-1, metavar="TEXT")
def command(text: tuple[str, ...]) -> None:
    """Say what an error of the server or the SDK means.

    TEXT is a status ("404 NOT_FOUND"), a line of a traceback, or "-" for standard input.
    """
    from gemini_lint.catalog import errors

    wanted = " ".join(text)
    if wanted == "-":
        wanted = sys.stdin.read()
    if not wanted.strip():
        raise click.UsageError(f"Give an error text. Known: {'; '.join(errors.known_errors())}.")
    found = errors.explain(wanted)
    if not found:
        known = "; ".join(errors.known_errors())
        raise click.UsageError(f"No known error is named in that text. Known: {known}.")
    click.echo("\n\n".join("\n".join(_shown(explanation)) for explanation in found))


def _shown(explanation: Explanation) -> Iterator[str]:
    yield explanation.title
    if explanation.cause:
        yield f"  what it means: {explanation.cause}"
    yield f"  what to do:    {explanation.remedy}"
    if explanation.causes_in_code:
        yield "  causes in the code, and the rules that find them:"
        yield from (f"    - {_cause(cause)}" for cause in explanation.causes_in_code)
    yield from (f"  source: {source}" for source in explanation.source)


def _cause(cause: Cause) -> str:
    from gemini_lint.rules import registry

    if not cause.rules:
        return f"{cause.text}: no rule"
    names = registry.names()
    return f"{cause.text}: " + ", ".join(
        f"{code} {names[code]}" for code in cause.rules if code in names
    )
