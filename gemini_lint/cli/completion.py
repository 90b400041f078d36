"""What a shell offers for an argument that is half typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gemini_lint.reports import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def rules(context: click.Context, option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer codes and names of rules, also after a comma."""
    from click.shell_completion import CompletionItem

    from gemini_lint.rules import registry

    del context, option
    before, comma, last = incomplete.rpartition(",")
    offered = (
        *registry.names().items(),
        *((name, code) for code, name in registry.names().items()),
    )
    return [
        CompletionItem(before + comma + item, help=meaning)
        for item, meaning in offered
        if item.casefold().startswith(last.casefold())
    ]


def models(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    """Offer the ids of the catalogue."""
    from gemini_lint.catalog import load

    del context, option
    return [model for model in load().models if model.startswith(incomplete)]


def formats(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    """Offer output formats."""
    del context, option
    return [name for name in FORMATS if name.startswith(incomplete)]


def errors(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    """Offer the statuses that the server answers with."""
    from gemini_lint.catalog import errors as known

    del context, option
    words = {word for title in known.known_errors() for word in title.split()}
    return sorted(word for word in words if word.casefold().startswith(incomplete.casefold()))
