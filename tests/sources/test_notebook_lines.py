"""Lines of cells lead to the lines of the file that an editor shows."""

from __future__ import annotations

import json

import pytest

from gemini_lint.sources.notebook_lines import notebook_lines

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "metadata": {"a": ["source", '"[{']}, "source": ["# x"]},
        {"cell_type": "code", "source": ["a = 1\n", "b = 2\nc = 3\n", "d", " = 4"]},
        {"cell_type": "code", "outputs": [{"text": ["{\n"]}], "source": "e = 5\r\nf = 6"},
    ],
    "metadata": {"cells": [{"source": ["no"]}]},
}


def test_lines_are_those_of_the_file() -> None:
    text = json.dumps(NOTEBOOK, indent=1)
    written = text.split("\n")
    found = notebook_lines(text.encode())
    assert set(found) == {(1, 1), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1), (3, 2)}
    shown = {place: written[line - 1].strip() for place, line in found.items()}
    assert shown[2, 1] == '"a = 1\\n",'
    assert shown[2, 2] == shown[2, 3] == '"b = 2\\nc = 3\\n",'
    assert shown[2, 4] == '"d",'
    assert shown[3, 1] == shown[3, 2] == '"source": "e = 5\\r\\nf = 6"'


def test_a_notebook_in_one_line_has_one() -> None:
    assert set(notebook_lines(json.dumps(NOTEBOOK).encode()).values()) == {1}


@pytest.mark.parametrize("data", [b"", b"[[[", b"\xff", b'{"cells": 3}', b'{"worksheets": []}'])
def test_what_is_no_notebook_has_none(data: bytes) -> None:
    assert notebook_lines(data) == {}
