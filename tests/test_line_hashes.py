"""The hashes of lines are those that GitHub's upload computes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command import gemini_lint

from gemini_lint.reports.line_hashes import LineHashes

# what github/codeql-action expects of itself: src/fingerprints.test.ts
EXPECTED = (
    ("", ["c129715d7a2bc9a3:1"]),
    (
        " a\nb\n  \t\tc\n d",
        ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    ),
    (
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
        ["e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
         "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"],
    ),
    (
        "Lorem ipsum dolor sit amet.\n" * 10,
        [*(f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)), "a7f2ff1481e87703:1",
         "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"],
    ),
)  # fmt: skip
LINE = 'c.models.generate_content(model="gemini-3.8-flash", contents="Hi", config={"top_p": 7})\n'
PROGRAM = f"from google import genai\n\nc = genai.Client()\n{LINE}{LINE}{LINE.strip()}; {LINE}"


@pytest.mark.parametrize(("text", "hashes"), EXPECTED)
def test_hashes_are_those_of_the_upload(text: str, hashes: list[str]) -> None:
    lines = LineHashes(text.encode())
    assert [lines.of_line(number + 1) for number in range(len(hashes))] == hashes
    assert lines.of_line(len(hashes) + 1) is None


def fingerprints(folder: Path, program: str) -> list[Any]:
    (folder / "app.py").write_text(program, encoding="utf-8")
    run = gemini_lint("--isolated", "--output-format", "sarif", "--select", "GEM103", folder=folder)
    results = json.loads(run.stdout)["runs"][0]["results"]
    return [result["partialFingerprints"] for result in results]


@pytest.mark.once
def test_ten_lines_above_change_nothing_and_equal_lines_stay_apart(tmp_path: Path) -> None:
    before = fingerprints(tmp_path, PROGRAM)
    assert len(before) == 4
    assert len({tuple(found.values()) for found in before}) == 4
    assert fingerprints(tmp_path, "# above\n" * 10 + PROGRAM) == before
