"""Where a finding stands, beside what libcst says of the whole file."""

from __future__ import annotations

from pathlib import Path

import libcst as cst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from gemini_lint.findings import Span
from gemini_lint.reading import parse, places
from gemini_lint.reading.program import Program
from gemini_lint.reading.walking import nodes
from gemini_lint.values import Place

ROOT = Path(__file__).parents[2]
KINDS = (cst.BaseExpression, cst.Arg, cst.BaseDictElement)
FILES = [
    path.relative_to(ROOT).as_posix()
    for folder in ("examples", "gemini_lint/reading", "tests/live")
    for path in sorted((ROOT / folder).glob("*.py"))
]

REPEATED = """
def ask(*models, model="gemini-pro", **more):
    if model == "gemini-pro":
        model = ("gemini-pro")
    elif model == "gemini-pro":
        model = "gemini-pro"; model = "gemini-pro"
    for model in ["gemini-pro", "gemini-pro"]:
        call(
            "gemini-pro",
            model="gemini-pro",
            config={
                "temperature": 1,  # "gemini-pro"
                "top_k": 1,
            },
        )
    return f"{model} gemini-pro {model!r:>{1}}" "gemini-pro"
"""

MANY = ["x = 1\n" * 3, "x = ''\ny = ''''''\nz = ''\n", "if x:\n\ty = [1,\n\t\t1]\n", REPEATED]


def libcsts(tree: cst.Module) -> dict[cst.CSTNode, tuple[int, int, int, int]]:
    wrapper = MetadataWrapper(tree, unsafe_skip_copy=True)
    return {
        node: (found.start.line, found.start.column + 1, found.end.line, found.end.column + 1)
        for node, found in wrapper.resolve(PositionProvider).items()
    }


def wrong_places(program: Program) -> list[str]:
    right = libcsts(program.tree)
    wanted = [Place(program.path, node) for node in nodes(program.tree) if isinstance(node, KINDS)]
    found = places.spans(program, wanted)
    return [
        f"{program.tree.code_for_node(place.anchor)}: {found[place]}"
        for place in wanted
        if isinstance(place.anchor, cst.CSTNode) and corners(found[place]) != right[place.anchor]
    ]


def corners(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column


@pytest.mark.once
@pytest.mark.parametrize("path", FILES)
def test_files_of_this_project(path: str) -> None:
    assert wrong_places(parse((ROOT / path).read_text("utf-8"), path)) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("text", MANY)
def test_what_is_written_several_times(text: str, newline: str) -> None:
    assert wrong_places(parse(text.replace("\n", newline), "app.py")) == []
