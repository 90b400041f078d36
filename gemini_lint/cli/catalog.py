"""`gemini-lint catalog`: what is known of models, how old that is, and how to renew it."""

from __future__ import annotations

from datetime import date

import click

from gemini_lint.cli import options

_today = click.option(
    "--today", metavar="DATE", callback=options.day, help="Judge by this date, not by today's."
)
_sha256 = click.option(
    "--sha256", metavar="DIGEST", help="What the SHA-256 of the document must be."
)


@click.group("catalog", invoke_without_command=True)
@_today
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json"]), default="text",
    show_default=True, help="How it is written.",
)  # fmt: skip
@click.pass_context
def command(context: click.Context, today: date | None, output_format: str) -> None:
    """Show which catalogue is in use, compare it, or update it."""
    if context.invoked_subcommand is None:
        from gemini_lint.cli import catalog_work

        catalog_work.show(today or date.today(), as_json=output_format == "json")


@command.command("diff")
@click.argument("where", metavar="FILE")
@_sha256
def diff(where: str, sha256: str | None) -> None:
    """Show what `update --from FILE` would change; FILE may be a URL."""
    from gemini_lint.cli import catalog_work

    catalog_work.compare(where, sha256)


@command.command("update")
@click.option("--from", "where", metavar="FILE|URL", help="Take in this document.")
@_sha256
@click.option(
    "--from-api", is_flag=True,
    help="Ask the Gemini API which models your project has, with the key in GEMINI_API_KEY "
    "or GOOGLE_API_KEY.",
)  # fmt: skip
@_today
def update(where: str | None, sha256: str | None, from_api: bool, today: date | None) -> None:
    """Add to the catalogue; nothing in it is deleted, and `reset` undoes it."""
    if (where is None) is not from_api:
        raise click.UsageError("Give either --from or --from-api.")
    if from_api and sha256 is not None:
        raise click.UsageError("--sha256 belongs to --from.")
    from gemini_lint.cli import catalog_work

    catalog_work.update(where, sha256, today or date.today())


@command.command("reset")
def reset() -> None:
    """Go back to the catalogue that came with this release."""
    from gemini_lint.cli import catalog_work

    catalog_work.reset()
