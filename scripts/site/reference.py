"""The references of configuration, command line and Action, from what defines them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from gemini_lint.cli import Commands, gemini_lint
from gemini_lint.cli.check import command as check
from gemini_lint.cli.check_options import RUN_DEFAULTS
from gemini_lint.config_keys import FILE_KEYS, RUN_KEYS
from gemini_lint.settings import Settings

# keys that no option of the command has
_MEANINGS = {"models": "Patterns of ids that the catalogue cannot know."}
_INPUT = re.compile(
    r"^  (?P<name>[\w-]+):\n    description: (?P<text>.+)\n    default: (?P<default>.+)$",
    re.MULTILINE,
)


def configuration() -> str:
    """Return the page about configuration files."""
    return "\n".join(_configuration())


def command_line() -> str:
    """Return the help of every command."""
    assert isinstance(gemini_lint, Commands)
    context = click.Context(gemini_lint, info_name="gemini-lint", max_content_width=90)
    return "# Command line\n\n" + "\n".join(_help(gemini_lint, context))


def action_inputs(action: Path) -> str:
    """Return the inputs of the Action as a table."""
    rows = ["| input | default | |", "|---|---|---|"]
    for match in _INPUT.finditer(action.read_text(encoding="utf-8")):
        default = match["default"].strip('"')
        shown = f"`{default}`" if default else "the command's"
        rows.append(f"| `{match['name']}` | {shown} | {match['text'].strip(chr(34))} |")
    return "\n".join(rows)


def _configuration() -> Iterator[str]:
    yield "# Configuration\n"
    yield (
        "`[tool.gemini-lint]` in the nearest pyproject.toml above a file, or the same keys at the "
        "top of `gemini-lint.toml`. The command line beats the file; `gemini-lint check "
        "--show-settings` tells what is in force.\n"
    )
    yield "## For each file\n"
    yield from _table(FILE_KEYS, _file_defaults())
    yield "## For the whole run\n"
    yield from _table(RUN_KEYS, {name: _shown(item) for name, item in RUN_DEFAULTS.items()})


def _table(keys: Mapping[str, object], defaults: Mapping[str, str]) -> Iterator[str]:
    yield "| key | meaning | default |"
    yield "|---|---|---|"
    for key in keys:
        default = defaults.get(key.replace("-", "_"), "")
        yield f"| `{key}` | {_meaning(key)} | {default} |"
    yield ""


def _file_defaults() -> dict[str, str]:
    return {item.name: _shown(item.default) for item in dataclasses.fields(Settings)}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return ", ".join(f"`{item}`" for item in value)
    return f"`{value}`"


def _meaning(key: str) -> str:
    for option in check.params:
        if isinstance(option, click.Option) and f"--{key}" in option.opts:
            return (option.help or "").partition(" [default")[0].replace("|", "\\|")
    if key not in _MEANINGS:
        raise SystemExit(f"no option explains the key {key}")
    return _MEANINGS[key]


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _help(inner, click.Context(inner, context, name, max_content_width=90))
