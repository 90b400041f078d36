"""Callbacks for options that several commands take: from a text to a value, or a usage error."""

from __future__ import annotations

from datetime import date

import click

from gemini_lint.configuration import keys


def day(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """Parse a date."""
    if value is None:
        return None
    try:
        return keys.day(value, keys.Selectors())
    except keys.WrongValueError:
        message = f"{value!r} is not a date of the form YYYY-MM-DD."
        raise click.BadParameter(message, context, option) from None


def rules(
    context: click.Context, option: click.Parameter, values: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    """Split lists of codes, prefixes or names, and see that every rule exists."""
    selectors = separated(context, option, values)
    if selectors == () and option.name == "select":
        raise click.BadParameter("It names no rule, and nothing would be found.", context, option)
    for selector in selectors or ():
        check_rule(selector, context, option)
    return selectors


def check_rule(selector: str, context: click.Context, option: click.Parameter) -> None:
    """Refuse a selector that stands for no rule."""
    from gemini_lint.rules import registry

    if registry.codes(selector):
        return
    near = registry.nearest(selector)
    hint = f" Did you mean {near}?" if near else ""
    raise click.BadParameter(f"There is no rule {selector!r}.{hint}", context, option)


def separated(
    context: click.Context, option: click.Parameter, values: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    """Split lists at their commas; an option that is not given stays None."""
    del context, option
    if not values:
        return None
    parts = (part.strip() for value in values for part in value.split(","))
    return tuple(part for part in parts if part)
