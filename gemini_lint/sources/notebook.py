"""A Jupyter notebook as one Python program: its code cells in order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from gemini_lint.sources.cells import Cell, CellMap, RewrittenLine
from gemini_lint.sources.decoding import position
from gemini_lint.sources.ipython import translate
from gemini_lint.sources.source import Source, SourceError

_OTHER_KERNELS = ("bash", "deno", "java", "julia", "ruby", "rust", "scala", "xcpp")


def read_notebook(data: bytes, path: str) -> Source | SourceError | None:
    """Join a notebook's cells; None for one whose kernel does not speak Python."""
    notebook = _parse(data, path)
    if isinstance(notebook, SourceError):
        return notebook
    if not _is_python(notebook.get("metadata")):
        return None
    return _join(notebook, path)


def _parse(data: bytes, path: str) -> dict[str, Any] | SourceError:
    if not data.strip():
        return {}
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return SourceError(path, error.lineno, error.colno, f"not a notebook: {error.msg}")
    except UnicodeDecodeError as error:
        return SourceError(path, *position(data, error.start), "not a notebook: not UTF-8")
    except RecursionError:
        return SourceError(path, 1, 1, "not a notebook: nested too deeply")
    if not isinstance(notebook, dict):
        return SourceError(path, 1, 1, "not a notebook: no JSON object")
    if not isinstance(notebook.get("cells", notebook.get("worksheets")), list):
        return SourceError(path, 1, 1, "not a notebook: it has no cells")
    return notebook


def _is_python(metadata: object) -> bool:
    if not isinstance(metadata, dict):
        return True
    language, kernel = _mapping(metadata, "language_info"), _mapping(metadata, "kernelspec")
    name = language.get("name") or kernel.get("language")
    if isinstance(name, str):
        return name.lower().startswith(("python", "ipython"))
    kernel_name = str(kernel.get("name", "")).lower()
    return kernel_name != "ir" and not kernel_name.startswith(_OTHER_KERNELS)


def _mapping(parent: dict[str, Any], key: str) -> dict[str, Any]:
    value = parent.get(key)
    return value if isinstance(value, dict) else {}


def _join(notebook: dict[str, Any], path: str) -> Source:
    lines: list[str] = []
    requirements: list[str] = []
    cells: list[Cell] = []
    rewritten: list[RewrittenLine] = []
    for number, text in _code_cells(notebook):
        before = len(lines)
        cell = translate(text)
        cells.append(Cell(number, before + 1))
        lines += cell.lines
        requirements += cell.requirements
        rewritten += (
            RewrittenLine(before + item.line, item.shift, item.end) for item in cell.rewrites
        )
    text = "".join(line + "\n" for line in lines)
    return Source(path, text, CellMap(tuple(cells), tuple(rewritten)), tuple(requirements))


def _code_cells(notebook: dict[str, Any]) -> Iterator[tuple[int, str]]:
    for number, cell in enumerate(_cells(notebook), start=1):
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            yield number, _text(cell.get("source", cell.get("input", "")))


def _cells(notebook: dict[str, Any]) -> Iterator[object]:
    yield from notebook.get("cells", ())
    # Version 3 of the format, until 2015.
    for worksheet in notebook.get("worksheets", ()):
        if isinstance(worksheet, dict):
            yield from worksheet.get("cells", ())


def _text(source: object) -> str:
    pieces = source if isinstance(source, list) else [source]
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
