"""Where nodes stand, found out by writing the statements around them anew.

libcst works positions out by writing the whole file, which costs twice its parsing. Python's
own parser is several times faster and knows the line of every statement: so only the
statements that hold a wanted node are written. Where it cannot read the file (syntax of a
newer Python), libcst does it all.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from itertools import islice

import libcst as cst
from libcst.metadata import CodeRange, PositionProvider
from libcst.metadata.position_provider import PositionProvidingCodegenState
from msgspec import Struct, field

from gemini_lint.reading import deep_stack
from gemini_lint.regexes import regex

_NEWLINE = regex(r"\r\n|\r|\n")
_INDENT = regex(r"[ \t\f]*")
_Block = cst.BaseSuite | cst.Module


def ranges(
    tree: cst.Module, text: str, holding: Collection[cst.CSTNode]
) -> dict[cst.CSTNode, CodeRange]:
    """Return the ranges of all nodes in the statements `holding`, those around them included."""
    writer = _Writer(tree, holding, _NEWLINE.split(text))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = ast.parse(text)
        writer.block(tree, parsed.body)
    except (SyntaxError, ValueError, RecursionError, MemoryError, _OutOfStepError):
        writer.everything()
    return writer.found


class _OutOfStepError(Exception):
    """The two parsers see different statements."""


class _Positions(PositionProvider):
    """Holds positions for the statements that are written."""

    def __init__(self, found: dict[cst.CSTNode, CodeRange]) -> None:
        super().__init__()
        self._computed = found  # type: ignore[assignment]


class _Writer(Struct):
    tree: cst.Module
    holding: Collection[cst.CSTNode]
    lines: list[str]
    found: dict[cst.CSTNode, CodeRange] = field(default_factory=dict)

    def everything(self) -> None:
        """Write the whole file; what is nested too deeply for that has no position."""
        try:
            self.tree._codegen(self.state(1, ""))
        except RecursionError:
            with suppress(RecursionError, KeyError):
                deep_stack.run(lambda: self.tree._codegen(self.state(1, "")))

    def state(self, line: int, indent: str) -> PositionProvidingCodegenState:
        return PositionProvidingCodegenState(
            default_indent=self.tree.default_indent,
            default_newline=self.tree.default_newline,
            provider=_Positions(self.found),
            indent_tokens=[indent] if indent else [],
            line=line,
        )

    def write(self, node: cst.CSTNode, line: int, **how: object) -> None:
        """Write one statement that starts on a line of its own."""
        indent = _INDENT.match(self.lines[line - 1])
        node._codegen(self.state(line, indent[0] if indent else ""), **how)

    def block(self, block: _Block, parsed: Sequence[ast.stmt]) -> None:
        """Write the statements of a block that hold a wanted place."""
        rest = iter(parsed)
        for statement in block.body:
            count = len(statement.body) if isinstance(statement, cst.SimpleStatementLine) else 1
            twins = list(islice(rest, count))
            if len(twins) != count:
                raise _OutOfStepError
            if twins and statement in self.holding:
                self.statement(statement, twins[0])

    def statement(self, node: cst.CSTNode, twin: ast.stmt) -> None:
        blocks = list(_blocks(node, twin))
        if not blocks or any(isinstance(body, cst.SimpleStatementSuite) for body, _ in blocks):
            self.write(node.with_changes(leading_lines=()), _first_line(twin))
            return
        self.header(node, twin)
        for body, parsed in blocks:
            self.block(body, parsed)

    def header(self, node: cst.CSTNode, twin: ast.stmt) -> None:
        """Write a compound statement without its blocks, and its further clauses."""
        if not isinstance(node, (cst.Try, cst.TryStar)):
            self.write(_without_blocks(node), _first_line(twin))
            self.elifs(node, twin)
            return
        for handler, parsed in zip(node.handlers, getattr(twin, "handlers", ()), strict=True):
            self.write(_without_blocks(handler), parsed.lineno)

    def elifs(self, node: cst.CSTNode, twin: ast.stmt) -> None:
        while isinstance(node, cst.If) and isinstance(node.orelse, cst.If):
            below: Sequence[ast.stmt] = getattr(twin, "orelse", ())
            if len(below) != 1 or not isinstance(below[0], ast.If):
                raise _OutOfStepError
            node, twin = node.orelse, below[0]
            self.write(_without_blocks(node), twin.lineno, is_elif=True)


def _first_line(twin: ast.stmt) -> int:
    decorators: Sequence[ast.expr] = getattr(twin, "decorator_list", ())
    return min([twin.lineno, *(item.lineno for item in decorators)])


_EMPTY = cst.SimpleStatementSuite([cst.Pass()])


def _without_blocks(node: cst.CSTNode) -> cst.CSTNode:
    if isinstance(node, cst.Match):
        raise _OutOfStepError
    changes: dict[str, object] = {"leading_lines": (), "body": _EMPTY}
    if isinstance(node, (cst.If, cst.For, cst.While)):
        changes["orelse"] = None
    return node.with_changes(**changes)


def _blocks(node: cst.CSTNode, twin: ast.AST) -> Iterator[tuple[_Block, Sequence[ast.stmt]]]:
    """Yield the blocks of a compound statement beside those that Python's parser found."""
    body = getattr(node, "body", None)
    if not isinstance(body, cst.BaseSuite):
        return
    yield body, twin.body  # type: ignore[attr-defined]
    if isinstance(node, (cst.Try, cst.TryStar)):
        handlers: Sequence[cst.ExceptHandler | cst.ExceptStarHandler] = node.handlers
        for handler, parsed in zip(handlers, twin.handlers, strict=True):  # type: ignore[attr-defined]
            yield handler.body, parsed.body
        if node.finalbody is not None:
            yield node.finalbody.body, twin.finalbody  # type: ignore[attr-defined]
    yield from _clauses(getattr(node, "orelse", None), getattr(twin, "orelse", ()))


def _clauses(
    clause: cst.CSTNode | None, parsed: Sequence[ast.stmt]
) -> Iterator[tuple[_Block, Sequence[ast.stmt]]]:
    """Yield the blocks of `elif` and `else`."""
    while isinstance(clause, cst.If):
        if len(parsed) != 1 or not isinstance(parsed[0], ast.If):
            raise _OutOfStepError
        yield clause.body, parsed[0].body
        clause, parsed = clause.orelse, parsed[0].orelse
    if isinstance(clause, cst.Else):
        yield clause.body, parsed
