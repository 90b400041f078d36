"""The start page: what gemini-lint is, at a glance. Every figure is counted."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.catalog import Catalog, errors
from gemini_lint.rules import registry
from gemini_lint.rules.groups import GROUPS
from scripts.site import readme_pages

_MODELS = (
    "On the Gemini Developer API and on Vertex AI, with dates, limits and sources: "
    "[search them](models/index.md), or see when they [come and go](models/timeline.md)."
)
_ERRORS = (
    "From [404 NOT_FOUND](errors/404-not-found.md) to "
    "[blocked responses](errors/blocked-response.md): what causes them, and which causes show in "
    "the code."
)
_PLACES = (
    "In the [terminal](terminal.md), on [pull requests](github-actions.md), in "
    "[GitLab](gitlab-ci.md), [Azure Pipelines](azure-pipelines.md) and "
    "[pre-commit](pre-commit.md), through flake8 or from Python."
)
_CARE = (
    "What the code does not say is not judged, and what the catalogue does not hold is not "
    "flagged. See [how right it is](accuracy.md)."
)
_PRIVACY = (
    "No request, no API key, no code that runs. The facts come with the package and are "
    "[updated](facts.md) when you say so."
)


def page(catalog: Catalog) -> str:
    """Return the page."""
    return "\n\n".join(_blocks(catalog))


def _blocks(catalog: Catalog) -> Iterator[str]:
    yield "---\nhide: [navigation, toc]\ntitle: Start\n---"
    introduction, _, rest = readme_pages.introduction().partition("\n\n```console")
    yield '<div class="hero" markdown>'
    yield "# Gemini calls that will fail, found before they run"
    yield introduction
    yield (
        "[Get started](getting-started.md){ .md-button .md-button--primary } "
        "[All rules](rules/index.md){ .md-button }"
    )
    yield "</div>"
    console, _, after = rest.partition("```\n\n")
    yield f"```console{console}```"
    yield after
    yield '<div class="cards" markdown>'
    yield from (f'<div class="card" markdown>\n\n{card}\n\n</div>' for card in _cards(catalog))
    yield "</div>"


def _cards(catalog: Catalog) -> Iterator[str]:
    groups = ", ".join(
        f"[{title.lower() if title[1:2].islower() else title}](rules/index.md#{_anchor(title)})"
        for title in GROUPS.values()
    )
    yield (
        f"### {len(registry.all_rules())} rules\n\n"
        f"Each with a reason, a source and examples that run: {groups}."
    )
    yield f"### {len(catalog.models)} models\n\n{_MODELS}"
    yield f"### {len(errors.known_errors())} errors explained\n\n{_ERRORS}"
    yield f"### Wherever you read\n\n{_PLACES}"
    yield f"### Nothing is guessed\n\n{_CARE}"
    yield f"### Nothing leaves\n\n{_PRIVACY}"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")
