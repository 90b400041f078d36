"""`gemini-lint explain`: from an error to its causes and the rules that find them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from gemini_lint.cli import completion, options

if TYPE_CHECKING:
    from gemini_lint.catalog.errors import Explanation


@click.command("explain")
@click.argument("text", nargs=-1, metavar="[TEXT]", shell_complete=completion.errors)
@click.option(
    "--today", metavar="DATE", callback=options.day, help="Judge by this date, not by today's."
)
def command(text: tuple[str, ...], today: date | None) -> None:
    """Say what an error of the server or the SDK means; without TEXT, list all errors.

    TEXT is a status ("404 NOT_FOUND"), a line of a traceback, or "-" for standard input, which
    may hold a whole one.
    """
    from gemini_lint.catalog import errors

    wanted = " ".join(text)
    if wanted == "-":
        wanted = sys.stdin.buffer.read().decode("utf-8", "replace")
        if not wanted.strip():
            raise click.UsageError("Standard input is empty.")
    if not wanted.strip():
        click.echo("\n".join(_table()))
        return
    found = errors.explain(wanted)
    if not found:
        raise click.UsageError(_elsewhere(wanted.strip()))
    # colours are decided already; click would strip them where it sees no terminal
    click.echo("\n\n".join(_pages(found, wanted, today or date.today())), color=True)


def _elsewhere(text: str) -> str:
    """Say where a text leads that names no error: to a rule, a model, or the known errors."""
    from gemini_lint.catalog import load
    from gemini_lint.rules import registry

    code = registry.code_of(text)
    if code is not None:
        return f"{code} is a rule; `gemini-lint rule {code}` shows its page."
    if text in load().models:
        return f"{text} is a model; `gemini-lint model {text}` shows what is known of it."
    return "No known error is named in that text. `gemini-lint explain` lists the known ones."


def _pages(found: tuple[Explanation, ...], text: str, day: date) -> Iterator[str]:
    from gemini_lint.catalog import error_pages
    from gemini_lint.cli import markdown
    from gemini_lint.rules import registry

    view = markdown.print_view()
    for explanation in found:
        page = "\n\n".join(error_pages.page(explanation, registry.names()))
        yield "\n\n".join(markdown.rendered(page, view))
    named = list(_models_in(text, day))
    if named:
        page = "# Models in that text\n\n" + "\n".join(f"- {line}" for line in named)
        yield "\n\n".join(markdown.rendered(page, view))


def _models_in(text: str, day: date) -> Iterator[str]:
    """Say in which state the models are that a text names."""
    import re

    from gemini_lint.call import BACKEND_NAMES, BACKENDS
    from gemini_lint.catalog import load
    from gemini_lint.cli import model as models

    catalog = load()
    for word in dict.fromkeys(re.findall(r"[a-z][a-z0-9]*-[a-z0-9.-]*[a-z0-9]", text)):
        model = catalog.models.get(word)
        for backend in BACKENDS if model else ():
            if model is not None and backend in model.lifecycles:
                name = BACKEND_NAMES[backend]
                yield f"`{model.id}`, {name}: {models.life(catalog, model, backend, day)}"


def _table() -> Iterator[str]:
    from gemini_lint.catalog import errors
    from gemini_lint.cli.table import Column, table

    known = [found for title in errors.known_errors() for found in errors.explain(title)]
    rows = [(found.title, found.cause) for found in (*known, *errors.known_outcomes())]
    return table([Column("error", 12), Column("what it means", 20)], rows)
