# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""Notebooks: cells, magics, and names across cells."""

from __future__ import annotations

import json

from linting import TODAY

from gemini_lint import Finding, Settings, check_source


def found(*cells: str) -> list[str]:
    """Return cell, line, column and code of each finding."""
    return [
        f"{item.code}:{item.span.cell}:{item.span.line}:{item.span.column}"
        for item in checked(*cells)
    ]


def checked(*cells: str) -> list[Finding]:
    """Check a notebook of these cells."""
    notebook = {
        "cells": [
            {"cell_type": "markdown" if cell.startswith("#!") else "code", "metadata": {},
             "source": cell.splitlines(keepends=True)}
            for cell in cells
        ],
        "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5,
    }  # fmt: skip
    path = "/gemini-lint-tests/no-such-project/app.ipynb"
    return check_source(json.dumps(notebook), path, Settings(today=TODAY))


CLIENT = "from google import genai\nclient = genai.Client()"
CALL = 'client.models.generate_content(\n    model=M, contents="Hi", config={"temperature": 5})'


def test_names_of_earlier_cells() -> None:
    assert found("#! Title", CLIENT, 'M = "gemini-1.5-pro"', CALL) == [
        "GEM202:3:1:5",
        "GEM101:4:2:52",
    ]


def test_magics_and_shell() -> None:
    assert found(
        "!pip install -q google-genai\n%load_ext autoreload", "%%time\n" + CLIENT,
        "files = !ls\n?client\nclient?", '%env X=1\nM = "gemini-3-flash-preview"', CALL,
    ) == ["GEM101:5:2:52"]  # fmt: skip


def test_an_environment_variable() -> None:
    cells = ("from google import genai\nclient = genai.Client()",
             ('client.models.generate_content(model="gemini-3-flash-preview", contents="Hi", '
              'config={"audio_timestamp": True})'))  # fmt: skip
    assert found(*cells) == ["GEM305:2:1:87"]
    assert found("%env GOOGLE_GENAI_USE_VERTEXAI=true", *cells) == []
    assert found("%env GOOGLE_GENAI_USE_VERTEXAI true", *cells) == []


def test_a_requirement() -> None:
    cells = (CLIENT, ('client.models.generate_content(model="gemini-3-flash-preview", '
                      'contents="Hi", config={"service_tier": "flex"})'))  # fmt: skip
    assert found(*cells) == []
    assert found("%pip install google-genai==3.4.0", *cells) == ["GEM301:3:1:87"]
    assert found("!pip install 'google-genai<3'", *cells) == []


def test_cells_that_are_not_python() -> None:
    assert found("%%bash\nexport X=gemini", "%%writefile gemini.py\n" + CLIENT, "%%html\n<b>",
                 CLIENT, 'M = "gemini-3-flash-preview"', CALL) == ["GEM101:6:2:52"]  # fmt: skip


def test_top_level_await() -> None:
    assert found(CLIENT, 'r = await client.aio.models.generate_content(model="gemini-1.5-pro", '
                 'contents="Hi")\nasync for c in r:\n    print(c)') == ["GEM202:2:1:52"]  # fmt: skip


def test_a_model_changed_in_a_later_cell() -> None:
    assert found(CLIENT, 'M = "gemini-1.5-pro"', CALL, 'M = "gemini-3-flash-preview"', CALL) == [
        "GEM202:2:1:5",
        "GEM101:3:2:52",
        "GEM101:5:2:52",
    ]


def test_requirement_is_named_by_the_notebook_alone() -> None:
    call = 'client.models.generate_content(model="gemini-flash-latest", contents="Hi")'
    cells = ("%pip install google-genai", CLIENT, call)
    (found_one,) = checked(*cells)
    assert found_one.code == "GEM306"
    assert "in app.ipynb" in found_one.message
    assert "/" not in found_one.message.partition("google-genai")[2]
