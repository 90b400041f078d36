"""Every rule's page is complete, and its examples do what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from linting import NOWHERE, findings, marked

from gemini_lint.rules import pages, registry
from gemini_lint.rules.pages import Example

HEADINGS = ("What it does", "Why is this bad?", "Example", "Use instead", "Source")


def settings_of(example: Example, code: str) -> dict[str, Any]:
    attributes = dict(example.attributes)
    selected = (code, *filter(None, attributes.get("select", "").split(",")))
    chosen: dict[str, Any] = {"extend_select": selected}
    if "today" in attributes:
        chosen["today"] = date.fromisoformat(attributes["today"])
    if "sdk" in attributes:
        chosen["sdk_version"] = attributes["sdk"]
    if "languages" in attributes:
        chosen["languages"] = tuple(attributes["languages"].split(","))
    if "backend" in attributes:
        chosen["backend"] = attributes["backend"]
    return chosen


def cases(title: str) -> list[Any]:
    return [
        pytest.param(code, example, id=f"{code}-{number}")
        for code in registry.names()
        for number, example in enumerate(pages.examples(registry.rule(code).page, title), start=1)
    ]


def path_of(example: Example, folder: Path) -> str:
    """Return the path of an example, in a project that requires what its fence says."""
    requirement = dict(example.attributes).get("requires")
    if requirement is None:
        return NOWHERE
    (folder / "requirements.txt").write_text(requirement)
    return str(folder / "app.py")


def reported_lines(example: Example, code: str, folder: Path) -> list[int]:
    path = path_of(example, folder)
    found = findings(example.code, path=path, **settings_of(example, code))
    return [finding.span.line for finding in found if finding.code == code]


@pytest.mark.parametrize(("code", "example"), cases("Use instead"))
def test_mended_program_is_silent(code: str, example: Example, tmp_path: Path) -> None:
    assert reported_lines(example, code, tmp_path) == []


@pytest.mark.parametrize(("code", "example"), cases("Example"))
def test_exactly_the_marked_lines_are_reported(code: str, example: Example, tmp_path: Path) -> None:
    assert sorted(set(reported_lines(example, code, tmp_path))) == marked(example.code, code)


@pytest.mark.parametrize("code", registry.names())
def test_page_is_complete(code: str) -> None:
    page = registry.rule(code).page
    missing = [title for title in HEADINGS if not pages.section(page, title)]
    assert not missing
    assert pages.summary(page)
    assert not pages.summary(page).startswith("#")
    assert any(marked(example.code, code) for example in pages.examples(page, "Example"))
    assert list(pages.examples(page, "Use instead"))


@pytest.mark.parametrize("code", registry.names())
def test_source_is_a_page_or_a_package(code: str) -> None:
    source = pages.section(registry.rule(code).page, "Source")
    assert "https://" in source or "==" in source


@pytest.mark.parametrize("code", registry.names())
def test_module_is_named_after_its_rule(code: str) -> None:
    rule = registry.rule(code).rule
    assert (rule.code, rule.name) == (code, registry.names()[code])
