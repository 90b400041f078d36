"""The references of the command line and of the Action, from what defines them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from gemini_lint.cli import Commands, gemini_lint
from gemini_lint.cli.check import command as check

_INPUT = re.compile(
    r"^  (?P<name>[\w-]+):\n    description: (?P<text>.+)\n    default: (?P<default>.+)$",
    re.MULTILINE,
)


def command_line() -> str:
    """Return the help of every command."""
    assert isinstance(gemini_lint, Commands)
    context = click.Context(gemini_lint, info_name="gemini-lint", max_content_width=90)
    return "# Command line\n\n" + "\n".join(_help(gemini_lint, context))


def action_inputs(action: Path) -> str:
    """Return the inputs of the Action as a table."""
    rows = ["| input | default | |", "|---|---|---|"]
    for match in _INPUT.finditer(action.read_text(encoding="utf-8")):
        default = match["default"].strip('"') or _default(match["name"])
        shown = f"`{default}`" if default and " " not in default else default
        rows.append(f"| `{match['name']}` | {shown} | {match['text'].strip(chr(34))} |")
    return "\n".join(rows)


def _default(name: str) -> str:
    """Return what an option's help tells of its default, which holds for the Action, too."""
    for option in check.params:
        if isinstance(option, click.Option) and f"--{name}" in option.opts:
            told = re.search(r"\[default: (.+)\]", option.help or "")
            return told[1] if told else ""
    return ""


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _help(inner, click.Context(inner, context, name, max_content_width=90))
