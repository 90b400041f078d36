"""A cell of a notebook that is not Python, and the cells around it."""

from __future__ import annotations

import json

import pytest
from linting import findings

NOTEBOOK = "/gemini-lint-tests/no-such-project/notebook.ipynb"
CLIENT = "from google import genai\nclient = genai.Client()"
CALL = 'client.models.generate_content(model="gemini-1.5-pro", contents="Name three rivers.")'


def found(*cells: str) -> list[tuple[str, int | None, int]]:
    code = [{"cell_type": "code", "metadata": {}, "source": cell} for cell in cells]
    notebook = json.dumps({"cells": code, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    return [
        (item.code, item.span.cell, item.span.line) for item in findings(notebook, path=NOTEBOOK)
    ]


def test_noop() -> None:
    assert found(CLIENT, "%%bash\necho '{'", "!ls (") == []


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("API_KEY = ", 1),
        ("x = 1\nprint('## Title:\n\n', x)", 2),
        ("if ready:\n    x = 1\nelse\n    x = 2", 3),
        ("print(1", 1),
        ("price = $5", 1),
    ],
)
def test_other_cells_are_checked(broken: str, line: int) -> None:
    assert found(CLIENT, broken, CALL) == [("GEM001", 2, line), ("GEM202", 3, 1)]


def test_several_broken_cells() -> None:
    assert found("x = ", CLIENT, "y = ", CALL) == [
        ("GEM001", 1, 1),
        ("GEM001", 3, 1),
        ("GEM202", 4, 1),
    ]


def test_module_is_broken_as_a_whole() -> None:
    source = f'{CLIENT}\n{CALL}\nprint("open\n'
    assert [(item.code, item.span.line) for item in findings(source)] == [("GEM001", 4)]


def test_noop_module_of_something_else_called_gemini() -> None:
    assert findings('URLS = ["/summary/Gemini-North"]\nprint("open\n') == []
