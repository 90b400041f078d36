"""One plain walk over a parsed file.

libcst's own visitor visits every comma and white space; this one follows only the fields
that can hold names, values and statements, and keeps its own stack.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

import libcst as cst
from msgspec import Struct

_LAYOUT = frozenset({
    cst.BaseParenthesizableWhitespace, cst.Comma, cst.LeftParen, cst.RightParen,
    cst.LeftSquareBracket, cst.RightSquareBracket, cst.LeftCurlyBrace, cst.RightCurlyBrace,
    cst.Semicolon, cst.AssignEqual, cst.Colon, cst.Dot, cst.EmptyLine, cst.TrailingWhitespace,
    cst.Asynchronous, cst.BaseBinaryOp, cst.BaseBooleanOp, cst.BaseUnaryOp, cst.BaseCompOp,
    cst.BaseAugOp, cst.ParenthesizedWhitespace,
})  # fmt: skip
_LAYOUT_FIELDS = frozenset({
    "lpar", "rpar", "comma", "equal", "semicolon", "lbracket", "rbracket", "lbrace", "rbrace",
    "colon", "dot", "leading_lines", "lines_after_decorators", "operator", "operators",
    "asynchronous", "star", "header", "footer", "start", "end", "type_parameters", "indent",
    "conversion",
})  # fmt: skip
LEAVES = frozenset(
    {cst.Name, cst.SimpleString, cst.Integer, cst.Float, cst.Imaginary, cst.Ellipsis}
)

# by type: libcst's abstract classes make isinstance slow, and this is the hottest loop
_child_fields: dict[type, tuple[str, ...]] = {}
_matters: dict[type, bool] = {}


def _fields_of(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    """Return the fields of a node type that may hold expressions or statements."""
    if kind in LEAVES:
        return ()
    return tuple(
        item.name
        for item in fields(kind)
        if item.name not in _LAYOUT_FIELDS and not item.name.startswith("whitespace")
    )


def _is_matter(kind: type) -> bool:
    return cst.CSTNode in kind.__mro__ and not _LAYOUT.intersection(kind.__mro__)


def children(node: cst.CSTNode) -> list[cst.CSTNode]:
    """Return the nodes below one node that matter, in source order."""
    kind = type(node)
    names = _child_fields.get(kind)
    if names is None:
        names = _child_fields[kind] = _fields_of(kind)
    found: list[cst.CSTNode] = []
    for name in names:
        value = getattr(node, name)
        for item in value if isinstance(value, (tuple, list)) else (value,):
            matters = _matters.get(type(item))
            if matters is None:
                matters = _matters[type(item)] = _is_matter(type(item))
            if matters:
                found.append(item)
    return found


def nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield a node and those below it that matter."""
    yield node
    for child in children(node):
        yield from nodes(child)


_Constant = cst.SimpleString | cst.Integer | cst.Float | cst.Imaginary


def constant(node: _Constant) -> str | bytes | int | float | complex | None:
    """Return what a literal stands for; None where Python refuses it: `"\\N{nothing}"`."""
    try:
        return node.evaluated_value
    except (SyntaxError, ValueError):
        return None


def dotted(node: cst.CSTNode) -> str | None:
    """Return `a.b.c` for a chain of names, None for anything else."""
    names: list[str] = []
    while isinstance(node, cst.Attribute):
        names.append(node.attr.value)
        node = node.value
    if not isinstance(node, cst.Name):
        return None
    names.append(node.value)
    return ".".join(reversed(names))


class Target(Struct, frozen=True):
    """A name or attribute path that an assignment writes to."""

    root: str
    steps: tuple[str | cst.BaseExpression, ...]


def target_of(node: cst.BaseExpression) -> Target | None:
    """Take `a.b["k"].c` apart; None when its root is not a name."""
    steps: list[str | cst.BaseExpression] = []
    current: cst.CSTNode = node
    while not isinstance(current, cst.Name):
        if isinstance(current, cst.Attribute):
            steps.append(current.attr.value)
            current = current.value
        elif isinstance(current, cst.Subscript):
            key = single_index(current)
            if key is None:
                return None
            steps.append(key)
            current = current.value
        else:
            return None
    return Target(current.value, tuple(reversed(steps)))


def single_index(node: cst.Subscript) -> cst.BaseExpression | None:
    """Return `k` of `d[k]`, None for slices and several indices."""
    elements: Sequence[cst.SubscriptElement] = node.slice
    if len(elements) != 1 or not isinstance(elements[0].slice, cst.Index):
        return None
    return elements[0].slice.value
