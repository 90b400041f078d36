"""`gemini-lint rule`: a rule's page, or the table of all rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from gemini_lint.cli import completion, markdown
from gemini_lint.rules import pages

if TYPE_CHECKING:
    from gemini_lint.rules.registry import RegisteredRule
    from gemini_lint.rules.rule import Rule


@click.command("rule")
@click.argument(
    "code_or_name", required=False, metavar="[CODE|NAME]", shell_complete=completion.rules
)
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json", "markdown"]), default="text",
    show_default=True, help="How the page or the table is written.",
)  # fmt: skip
def command(code_or_name: str | None, output_format: str) -> None:
    """Show a rule's page, or the table of all rules."""
    from gemini_lint.rules import registry

    if code_or_name is None:
        click.echo("\n".join(_table(registry.all_rules(), output_format)))
        return
    code = registry.code_of(code_or_name)
    if code is None:
        near = registry.nearest(code_or_name)
        hint = f" Did you mean {near}?" if near else ""
        raise click.UsageError(f"There is no rule {code_or_name!r}.{hint}")
    # colours are decided already; click would strip them where it sees no terminal
    click.echo("\n".join(_page(registry.rule(code), output_format)), color=True)


def _table(rules: tuple[RegisteredRule, ...], output_format: str) -> Iterator[str]:
    if output_format == "json":
        yield json.dumps([_as_object(registered) for registered in rules], indent=2)
    elif output_format == "markdown":
        yield "| code | name | severity | what it finds |"
        yield "|---|---|---|---|"
        yield from (_markdown_row(registered) for registered in rules)
    else:
        widest = max(len(registered.rule.name) for registered in rules)
        yield from (_text_row(registered, widest) for registered in rules)


def _page(registered: RegisteredRule, output_format: str) -> Iterator[str]:
    if output_format == "json":
        yield json.dumps(_as_object(registered) | {"page": registered.page}, indent=2)
        return
    rule = registered.rule
    title, severity = f"{rule.name} ({rule.code})", f"Severity: {_whole_severity(rule)}."
    if output_format == "markdown":
        yield from (f"# {title}", "", severity, "", pages.markdown(registered.page))
        return
    view = markdown.print_view()
    yield from (view.style(title, bold=True), "", severity, "")
    yield "\n\n".join(markdown.rendered(registered.page, view))


def _whole_severity(rule: Rule) -> str:
    return rule.severity if rule.default else f"{rule.severity}, off by default"


def _as_object(registered: RegisteredRule) -> dict[str, object]:
    rule = registered.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "default": rule.default,
        "summary": rule.summary,
    }


def _markdown_row(registered: RegisteredRule) -> str:
    rule = registered.rule
    summary = rule.summary.replace("|", "\\|")
    return f"| {rule.code} | {rule.name} | {_severity(registered)} | {summary} |"


def _text_row(registered: RegisteredRule, widest: int) -> str:
    rule = registered.rule
    return f"{rule.code}  {rule.name:<{widest}}  {_severity(registered):<12}  {rule.summary}"


def _severity(registered: RegisteredRule) -> str:
    rule = registered.rule
    return rule.severity if rule.default else f"{rule.severity}, off"
