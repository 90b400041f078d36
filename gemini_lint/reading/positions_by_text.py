"""Where nodes stand, found out by looking for their text.

What a node is written as stands somewhere in the file; if it stands there only once, that is
the place. Where a literal is written several times, the argument or the statement around it
may be written only once.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import TypeAlias

import libcst as cst
from libcst._nodes.internal import CodegenState
from libcst.metadata import CodePosition, CodeRange

# a node and those around it, the nearest first
Path: TypeAlias = "tuple[cst.CSTNode, Path | None]"

# What is written the same by itself as among others: not `elif`, which would be `if`, and
# `*args`, whose star belongs to the list of parameters.
_WRITTEN_ALONE = (
    cst.BaseExpression, cst.Arg, cst.BaseElement, cst.BaseDictElement, cst.SubscriptElement,
    cst.BaseSlice, cst.BaseFormattedStringContent, cst.BaseSmallStatement, cst.ImportAlias,
    cst.SimpleStatementLine,
)  # fmt: skip


def range_of(path: Path, tree: cst.Module, text: str) -> CodeRange | None:
    """Return where the first node of a path stands, None where its text does not tell."""
    node = path[0]
    for around in _alone(path):
        written = _Written(node, tree, _indents(path, tree))
        try:
            around._codegen(written)
        except RecursionError:
            return None
        start = _only(text, "".join(written.tokens))
        if start is not None and written.last is not None:
            return _range(text, start, written)
    return None


def _alone(path: Path) -> Iterable[cst.CSTNode]:
    rest: Path | None = path
    while rest is not None and _is_written_alone(type(rest[0])):
        yield rest[0]
        rest = rest[1]


@cache
def _is_written_alone(kind: type) -> bool:
    return issubclass(kind, _WRITTEN_ALONE)


def _indents(path: Path, tree: cst.Module) -> list[str]:
    """Return what lines begin with at that place, block by block."""
    found = []
    rest: Path | None = path
    while rest is not None:
        node, rest = rest
        if isinstance(node, cst.IndentedBlock):
            found.append(tree.default_indent if node.indent is None else node.indent)
    return found[::-1]


def _only(text: str, written: str) -> int | None:
    """Return where something is written, unless it is written elsewhere, too."""
    start = text.find(written)
    return start if start >= 0 and text.rfind(written) == start else None


def _range(text: str, start: int, written: _Written) -> CodeRange:
    first = start + len("".join(written.tokens[: written.first]))
    last = start + len("".join(written.tokens[: written.last]))
    return CodeRange(_position(text, first), _position(text, last))


def _position(text: str, at: int) -> CodePosition:
    return CodePosition(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at) - 1)


class _Written(CodegenState):
    """What a node is written as, and between which tokens a wanted node in it stands.

    Its parentheses do not count: writing a node notes all of it, and then, as a context, what
    is between them.
    """

    def __init__(self, wanted: cst.CSTNode, tree: cst.Module, indents: list[str]) -> None:
        super().__init__(tree.default_indent, tree.default_newline, None, indents)
        self.wanted = wanted
        self.first = 0
        self.last: int | None = None

    def before_codegen(self, node: cst.CSTNode) -> None:
        if node is self.wanted:
            self.first = len(self.tokens)

    def after_codegen(self, node: cst.CSTNode) -> None:
        if node is self.wanted and self.last is None:
            self.last = len(self.tokens)

    def record_syntactic_position(  # type: ignore[override]  # libcst names a generator's class
        self, node: cst.CSTNode, **ends: cst.CSTNode | None
    ) -> AbstractContextManager[object]:
        del ends
        return self if node is self.wanted else _NOTHING

    def __enter__(self) -> None:
        self.first = len(self.tokens)

    def __exit__(self, *error: object) -> None:
        self.last = len(self.tokens)


_NOTHING = nullcontext()
