"""What README.md shows is what the command prints."""

from __future__ import annotations

import pytest
from linting import ROOT

from scripts.readme_output import refreshed

pytestmark = pytest.mark.once


def test_output_in_the_readme_is_real() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert refreshed(readme) == readme
