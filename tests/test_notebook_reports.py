"""Services that know no cells are told the lines of the notebook's file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command import gemini_lint

CELLS = (
    ["from google import genai\n", "client = genai.Client()"],
    [
        "client.models.generate_content(\n",
        '    model="gemini-3.8-flash", contents="Hello",\n',
        '    config={"top_p": 7},\n',
        ")",
    ],
)
NOTEBOOK = json.dumps(
    {"cells": [{"cell_type": "code", "source": cell} for cell in CELLS], "metadata": {}}, indent=1
)
LINE = next(i for i, line in enumerate(NOTEBOOK.split("\n"), 1) if "top_p" in line)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nb.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    return tmp_path


def told(output_format: str, folder: Path) -> Any:
    run = gemini_lint("--isolated", "--output-format", output_format, folder=folder)
    assert run.status == 1, run.stderr
    return run.stdout if output_format in {"concise", "github"} else json.loads(run.stdout)


def test_people_are_told_the_cell(folder: Path) -> None:
    assert told("concise", folder).startswith("nb.ipynb:cell 2:3:22: GEM103 ")


@pytest.mark.once
def test_services_are_told_the_line_of_the_file(folder: Path) -> None:
    (result,) = told("sarif", folder)["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": LINE, "endLine": LINE}
    place = f"::error file=nb.ipynb,line={LINE},endLine={LINE},title=GEM103 "
    assert told("github", folder).startswith(place)
    (issue,) = told("gitlab", folder)
    assert issue["location"]["lines"] == {"begin": LINE, "end": LINE}
    (diagnostic,) = told("rdjson", folder)["diagnostics"]
    assert diagnostic["location"]["range"]["start"] == {"line": LINE}
