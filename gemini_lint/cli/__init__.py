"""The command line: thin front doors over `check_source` and `check_paths`.

Nothing here imports the reader, the rules or the catalogue before a command needs them.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from gemini_lint import __version__
from gemini_lint.cli import ending
from gemini_lint.engine import garbage_collection

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_DEFAULT = "check"
_COMMANDS = MappingProxyType(
    {
        "check": "gemini_lint.cli.check",
        "rule": "gemini_lint.cli.rule",
        "model": "gemini_lint.cli.model",
        "explain": "gemini_lint.cli.explain",
        "inventory": "gemini_lint.cli.inventory",
        "baseline": "gemini_lint.cli.baseline",
        "catalog": "gemini_lint.cli.catalog",
    }
)
_OWN_OPTIONS = frozenset({"--version", "--help", "-h"})


class Commands(click.Group):
    """The commands, imported when they are asked for; `check` may be left out."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(_COMMANDS[cmd_name]).command
        return command if isinstance(command, click.Command) else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands, and what `check` takes, since it may be left out."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        check = self.get_command(ctx, _DEFAULT)
        if check is None or not incomplete.startswith("-"):
            return [*found, CompletionItem(incomplete, type="file")]
        offered = {item.value for item in found}
        options = check.shell_complete(click.Context(check, parent=ctx), incomplete)
        return found + [item for item in options if item.value not in offered]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A first argument that is no command begins the arguments of `check`."""
        if not args and ctx.resilient_parsing:
            # a shell asks what may come first
            return super().parse_args(ctx, args)
        if not args or args[0] not in {*_COMMANDS, *_OWN_OPTIONS}:
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def gemini_lint() -> None:
    """Find Gemini API calls in Python code that will fail, and say why.

    `gemini-lint src/` is `gemini-lint check src/`; its options are shown by
    `gemini-lint check --help`.
    """


def main() -> None:
    """Run the command line."""
    garbage_collection.relax()
    ending.leave(ending.run(gemini_lint))
