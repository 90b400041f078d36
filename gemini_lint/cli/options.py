"""Types of options that several commands take."""

from __future__ import annotations

from datetime import date

import click


class Day(click.ParamType):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Parse the date."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date of the form YYYY-MM-DD.", param, ctx)


class Codes(click.ParamType):
    """Codes, prefixes of codes or names of rules, separated by commas."""

    name = "rules"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split the list and see that every rule exists."""
        from gemini_lint.rules import registry

        selectors = separated(str(value))
        for selector in selectors:
            if not registry.codes(selector):
                near = registry.nearest(selector)
                hint = f" Did you mean {near}?" if near else ""
                self.fail(f"There is no rule {selector!r}.{hint}", param, ctx)
        return selectors


class Separated(click.ParamType):
    """Texts, separated by commas."""

    name = "list"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split the list."""
        del param, ctx
        return separated(str(value))


def separated(text: str) -> tuple[str, ...]:
    """Return the parts between commas that are not empty."""
    return tuple(part.strip() for part in text.split(",") if part.strip())
