"""What tests say of a program in one line: which findings it has, and where."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from gemini_lint import Finding, Settings, check_source

TODAY = date(2026, 11, 22)
# so deep that no project is found around it
NOWHERE = "/".join(["", *(f"nowhere{depth}" for depth in range(12)), "app.py"])
ROOT = Path(__file__).parent.parent

_MARK = re.compile(r"#\s(GEM\d{3}(?:,\s*GEM\d{3})*)\s*$")


def findings(source: str, *, path: str = NOWHERE, **settings: Any) -> list[Finding]:
    """Check a program, which may be indented as the test around it is."""
    chosen = replace(Settings(today=TODAY), **settings)
    return check_source(textwrap.dedent(source), path, chosen)


def codes(source: str, *, path: str = NOWHERE, **settings: Any) -> list[str]:
    """Return code and line of each finding: `GEM101:7`."""
    found = findings(source, path=path, **settings)
    return [f"{finding.code}:{finding.span.line}" for finding in found]


def marked(source: str, code: str) -> list[int]:
    """Return the lines that end with a comment that names the code."""
    return [
        number
        for number, line in enumerate(source.splitlines(), start=1)
        if (mark := _MARK.search(line)) and code in re.split(r",\s*", mark[1])
    ]
