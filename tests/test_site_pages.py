"""Pages of the site that are made from code and facts, without a browser."""

from __future__ import annotations

import re

import pytest
from linting import ROOT

from gemini_lint.catalog import load
from gemini_lint.configuration.keys import FILE_KEYS, RUN_KEYS
from gemini_lint.rules import registry
from gemini_lint.rules.groups import GROUPS
from scripts.site import configuration, consoles, readme_pages, start_page


def test_every_key_of_the_configuration_has_meaning_type_default_and_example() -> None:
    page = configuration.page()
    keys = [*FILE_KEYS, *RUN_KEYS]
    assert re.findall(r"^### `(.+)`$", page, re.MULTILINE) == keys
    assert page.count("\nType: ") == page.count("\nDefault: ") == len(keys)
    assert set(configuration.EXAMPLES) == set(keys)
    assert "Default: `180`" in page


def test_every_section_of_the_readme_has_its_place() -> None:
    text = "".join(page for _, page in readme_pages.all_pages())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for heading in re.findall(r"^### (.+)$", readme, re.MULTILINE):
        assert f"# {heading}\n" in text


def test_a_new_section_of_the_readme_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readme_pages, "_ELSEWHERE", frozenset({"Rules"}))
    with pytest.raises(SystemExit, match="Licence"):
        list(readme_pages.all_pages())


def test_every_rule_is_in_a_group_that_the_start_page_names() -> None:
    assert {code[:4] for code in registry.names()} == set(GROUPS)
    page = start_page.page(load())
    assert all(title.casefold() in page.casefold() for title in GROUPS.values())


def test_a_terminal_shows_colours_and_nothing_is_markup() -> None:
    shown = consoles.terminal("\x1b[31m\x1b[1ma_b_c\x1b[0m <x> *y*")
    assert '<span class="red bold">a&#95;b&#95;c</span> &lt;x&gt; &#42;y&#42;' in shown
