"""One plain walk over a parsed file.

libcst's own visitor visits every comma and white space; this one follows only the fields
that can hold names, values and statements, and keeps its own stack.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter

import libcst as cst
from msgspec import Struct

from gemini_lint.regexes import regex

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
_SEVERAL = frozenset({tuple, list})
LEAVES = frozenset(
    {cst.Name, cst.SimpleString, cst.Integer, cst.Float, cst.Imaginary, cst.Ellipsis}
)

# by type: libcst's abstract classes make isinstance slow, and this is the hottest loop
_fields: dict[type, Callable[[cst.CSTNode], tuple[object, ...]]] = {}
_matters: dict[type, bool] = {}


def _getter(kind: type[cst.CSTNode]) -> Callable[[cst.CSTNode], tuple[object, ...]]:
    """Return what reads the fields of a node type that may hold expressions or statements."""
    names = [] if kind in LEAVES else [item.name for item in fields(kind)]
    names = [name for name in names if not _is_layout(name)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda node: tuple(getattr(node, name) for name in names)


def _is_layout(name: str) -> bool:
    return name in _LAYOUT_FIELDS or name.startswith("whitespace")


def _is_matter(kind: type) -> bool:
    return cst.CSTNode in kind.__mro__ and not _LAYOUT.intersection(kind.__mro__)


def children(node: cst.CSTNode) -> list[cst.CSTNode]:
    """Return the nodes below one node that matter, in source order."""
    get = _fields.get(type(node))
    if get is None:
        get = _fields[type(node)] = _getter(type(node))
    found: list[cst.CSTNode] = []
    for value in get(node):
        for item in value if type(value) in _SEVERAL else (value,):  # type: ignore[attr-defined]
            matters = _matters.get(type(item))
            if matters is None:
                matters = _matters[type(item)] = _is_matter(type(item))
            if matters:
                found.append(item)
    return found


def nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield a node and those below it that matter, each before what is below it."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(children(current)))


# strings that stand for what is between their quotes
_PLAIN = regex(r'"""([^"\\\r]*)"""|"([^"\\\r]*)"' "|" r"'''([^'\\\r]*)'''|'([^'\\\r]*)'")
Constant = cst.SimpleString | cst.Integer | cst.Float | cst.Imaginary


def constant(node: Constant) -> str | bytes | int | float | complex | None:
    """Return what a literal stands for; None where Python refuses it: `"\\N{nothing}"`."""
    plain = _PLAIN.fullmatch(node.value)
    if plain is not None:  # without Python's parser, which takes most of the time
        return plain[plain.lastindex or 0]
    try:
        # as ast.literal_eval does, whose inner functions would wait for the garbage collector
        parsed = ast.parse(node.value, mode="eval").body
    except (SyntaxError, ValueError):
        return None
    value = parsed.value if isinstance(parsed, ast.Constant) else None
    return None if value is ... else value


def string(node: cst.CSTNode) -> str | None:
    """Return a plain string literal's text, None for anything else."""
    text = constant(node) if isinstance(node, cst.SimpleString) else None
    return text if isinstance(text, str) else None


def is_named_none(node: cst.CSTNode) -> bool:
    """Tell whether an expression is the word None."""
    return isinstance(node, cst.Name) and node.value == "None"


def dotted(node: cst.CSTNode) -> str | None:
    """Return `a.b.c` for a chain of names, None for anything else."""
    names: list[str] = []
    while type(node) is cst.Attribute:
        names.append(node.attr.value)
        node = node.value
    if type(node) is not cst.Name:
        return None
    names.append(node.value)
    return ".".join(reversed(names))


def spelled(node: cst.CSTNode) -> str | None:
    """Return what a place for a value is called: `a.b`, which `getattr(a, "b")` is too, or
    `a["k"]`, which `a.get("k")` is too; None for anything else."""
    if type(node) is cst.Subscript:
        return _spelled_key(node.value, single_index(node))
    if type(node) is not cst.Call or not node.args:
        return dotted(node)
    function, first = node.func, node.args[0].value
    if type(function) is cst.Attribute and function.attr.value == "get":
        return _spelled_key(function.value, first)
    if len(node.args) > 1 and type(function) is cst.Name and function.value == "getattr":
        owner, name = spelled(first), string(node.args[1].value)
        return f"{owner}.{name}" if owner is not None and name is not None else None
    return None


def _spelled_key(owner: cst.CSTNode, key: cst.CSTNode | None) -> str | None:
    text, before = string(key) if key is not None else None, spelled(owner)
    return f"{before}[{text!r}]" if text is not None and before is not None else None


def last_name(node: cst.CSTNode) -> str:
    """Return the last name of `a.b.name`, empty for anything else."""
    if type(node) is cst.Attribute:
        return node.attr.value
    return node.value if type(node) is cst.Name else ""


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
