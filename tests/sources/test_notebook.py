from __future__ import annotations

import ast
import json
from typing import Any

import pytest

from gemini_lint.sources import Source, SourceError, parse


def notebook(*cells: str, **metadata: Any) -> bytes:
    """Write a notebook of code cells; one that begins with `markdown:` is a text cell."""
    rows = [
        {"cell_type": "markdown", "source": cell}
        if cell.startswith("markdown:")
        else {"cell_type": "code", "source": cell.splitlines(keepends=True), "outputs": []}
        for cell in cells
    ]
    return json.dumps({"cells": rows, "metadata": metadata, "nbformat": 4}).encode()


def read(*cells: str, **metadata: Any) -> Source:
    source = parse(notebook(*cells, **metadata), "a.ipynb")
    assert isinstance(source, Source)
    return source


def program(*cells: str) -> list[str]:
    text = read(*cells).text
    ast.parse(text)
    return text.splitlines()


def test_cells_become_one_program() -> None:
    assert program("x = 1\ny = 2", "markdown: # Title", "print(x)\n") == [
        "x = 1",
        "y = 2",
        "print(x)",
    ]


def test_places_lead_back_to_cells_counted_over_all() -> None:
    cells = read("markdown: a", "x = 1\ny = 2", "markdown: b", "z = 3").cells
    assert cells is not None
    assert cells.locate(1, 5) == (2, 1, 5)
    assert cells.locate(2, 1) == (2, 2, 1)
    assert cells.locate(3, 5) == (4, 1, 5)
    assert cells.program_line(4, 1) == 3


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "!ls -la",
        "!!ls",
        "?print",
        "print?",
        "client.models.generate_content??",
        "pip install google-genai",
        "%cd /content",
    ],
)
def test_magic_lines_become_nothing(line: str) -> None:
    assert program(f"x = 1\n{line}\ny = 2") == ["x = 1", "pass", "y = 2"]


def test_a_magic_in_a_block_keeps_the_block() -> None:
    assert program("if True:\n    !ls\nelse:\n    %pwd") == [
        "if True:",
        "    pass",
        "else:",
        "    pass",
    ]


@pytest.mark.parametrize("line", ["files = !ls", "files = %sql SELECT 1", "a, b = !ls"])
def test_the_result_of_a_magic_is_unknown(line: str) -> None:
    assert program(line) == [line.split("=", maxsplit=1)[0] + "= get_ipython()"]


def test_a_command_over_several_lines_keeps_them() -> None:
    assert program("!pip install \\\n  google-genai \\\n  requests\nx = 1") == [
        "pass",
        "",
        "",
        "x = 1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'prompt = """\n%important\n!really\nwhat?\n"""',
        "x = (7\n  % 3)",
        "x = 7 \\\n  % 3",
        'x = f"{y!r}"',
        "x = y != z",
        "# what?",
        "d = {\n  'a': '''\n%x'''}",
        "x %= 3",
        'it = "isn\'t"\nx = 1',
    ],
)
def test_python_that_looks_like_magic_is_left_alone(text: str) -> None:
    assert program(text) == text.splitlines()


@pytest.mark.parametrize("magic", ["%%time", "%%capture out", "%%timeit -n 1", "# title\n%%time"])
def test_cells_whose_magic_runs_python_are_read(magic: str) -> None:
    assert program(f"{magic}\nx = 1")[-1] == "x = 1"


def test_a_magic_within_a_magic() -> None:
    assert program("%%capture\n%%time\n!ls\nx = 1") == ["", "", "pass", "x = 1"]


@pytest.mark.parametrize(
    "magic", ["%%writefile app.py", "%%bash", "%%html", "%%sql", "%sql", "%md"]
)
def test_cells_in_other_languages_are_not_read(magic: str) -> None:
    assert program(f"{magic}\n<not> python", "x = 1") == ["", "", "x = 1"]


def test_a_timed_statement_keeps_its_columns() -> None:
    source = read("if True:\n    %time x = f(5)")
    assert source.text.splitlines()[1] == "    x = f(5)"
    assert source.cells is not None
    assert source.cells.locate(2, 11) == (1, 2, 17)


def test_a_timed_statement_may_go_on() -> None:
    assert program("%time x = f(\n  5)\n%ls") == ["x = f(", "  5)", "pass"]


@pytest.mark.parametrize("line", ["%env NAME=value", "%env NAME = value", "%set_env NAME value"])
def test_an_environment_variable_is_an_assignment(line: str) -> None:
    source = read(line)
    assert ast.unparse(ast.parse(source.text)) == "import os\nos.environ['NAME'] = 'value'"
    column = source.text.index("'value'") + 1
    assert source.cells is not None
    assert source.cells.locate(1, column) == (1, 1, line.index("value") + 1)
    assert source.cells.locate(1, column + len("'value'")) == (1, 1, len(line) + 1)


@pytest.mark.parametrize("line", ["%env NAME", "%env NAME={value}", "%env NAME=$value"])
def test_an_environment_variable_without_a_known_value_is_none(line: str) -> None:
    assert program(line) == ["pass"]


@pytest.mark.parametrize(
    ("line", "requirements"),
    [
        ("%pip install -q -U google-genai", ("google-genai",)),
        ('!pip install "google-genai>=1.0,<2" requests', ("google-genai>=1.0,<2", "requests")),
        ("!python -m pip install google-genai==2.1.0", ("google-genai==2.1.0",)),
        ("!{sys.executable} -m pip install google-genai", ("google-genai",)),
        ("!pip install -r requirements.txt google-genai | tail -1", ("google-genai",)),
        ("!pip install google-genai; ls x", ("google-genai",)),
        ("%uv pip install google-genai", ("google-genai",)),
        ("pip install google-genai", ("google-genai",)),
        ("!pip install \\\n  google-genai", ("google-genai",)),
        ("!pip install git+https://example.org/x.git ./local", ()),
        ("%%bash\nset -e\npip install google-genai", ("google-genai",)),
        ("%pip list", ()),
        ("# pip install google-genai", ()),
    ],
)
def test_requirements(line: str, requirements: tuple[str, ...]) -> None:
    assert read(line).requirements == requirements


@pytest.mark.parametrize(
    "metadata",
    [
        {"language_info": {"name": "R"}},
        {"kernelspec": {"language": "julia", "name": "julia-1.9"}},
        {"kernelspec": {"name": "ir", "display_name": "R"}},
    ],
)
def test_notebooks_in_other_languages_are_no_source(metadata: dict[str, Any]) -> None:
    assert parse(notebook("x <- 1", **metadata), "a.ipynb") is None


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"language_info": {"name": "python"}},
        {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        {"kernelspec": {"language": "ipython"}},
    ],
)
def test_notebooks_in_python_are_read(metadata: dict[str, Any]) -> None:
    assert read("x = 1", **metadata).text == "x = 1\n"


def test_the_third_version_of_the_format() -> None:
    cells = [{"cell_type": "code", "input": ["x = 1\n", "y = 2"], "language": "python"}]
    data = json.dumps({"worksheets": [{"cells": cells}], "nbformat": 3}).encode()
    source = parse(data, "a.ipynb")
    assert isinstance(source, Source)
    assert source.text == "x = 1\ny = 2\n"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b'{"cells": [\n  {"cell_type"}\n]}', 2, 15),
        (b"[]", 1, 1),
        (b"{}", 1, 1),
        (b'{"cells": "\xff"}', 1, 12),
        (b"[" * 100_000, 1, 1),
    ],
)
def test_broken_notebooks_say_where(data: bytes, line: int, column: int) -> None:
    error = parse(data, "a.ipynb")
    assert isinstance(error, SourceError)
    assert (error.line, error.column) == (line, column)
    assert error.message.startswith("not a notebook")


def test_an_empty_notebook_file_is_an_empty_program() -> None:
    source = parse(b"", "a.ipynb")
    assert isinstance(source, Source)
    assert source.text == ""


def test_an_indented_cell_is_moved_to_the_margin() -> None:
    source = read("    x = 1\n    if x:\n        y = 2")
    assert source.text == "x = 1\nif x:\n    y = 2\n"
    assert source.cells is not None
    assert source.cells.locate(3, 5) == (1, 3, 9)
