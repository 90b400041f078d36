"""The page of figures is what its script makes of the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from linting import ROOT

from scripts import write_trust

FOUND = json.loads((ROOT / "docs" / "measured" / "found.json").read_text("utf-8"))


def test_the_page_is_written_by_its_script() -> None:
    assert write_trust.PAGE.read_text("utf-8") == write_trust.page(), "run scripts/write_trust.py"


@pytest.mark.parametrize("item", FOUND["mended"], ids=lambda item: item["what"][:40])
def test_what_was_mended_is_held_down(item: dict[str, str]) -> None:
    assert (ROOT / item["test"]).is_file()


@pytest.mark.parametrize("page", ["SECURITY.md", "docs/trust.md"])
def test_tests_that_are_named_exist(page: str) -> None:
    words = (ROOT / page).read_text("utf-8").replace("`", " ").split()
    named = {word for word in words if word.startswith("tests/") and word.endswith(".py")}
    assert named
    assert [name for name in named if not Path(ROOT, name).is_file()] == []
