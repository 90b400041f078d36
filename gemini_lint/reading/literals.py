"""Numbers and strings as they are written, f-strings among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading import texts
from gemini_lint.reading.program import Frame
from gemini_lint.reading.walking import Constant, constant
from gemini_lint.values import UNKNOWN, Literal, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator


def string(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`"text"`."""
    assert isinstance(node, cst.SimpleString)
    return _constant(evaluator, node, frame)


def number(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`5`, `0.5`."""
    assert isinstance(node, (cst.Integer, cst.Float, cst.Imaginary))
    return _constant(evaluator, node, frame)


def _constant(evaluator: Evaluator, node: Constant, frame: Frame) -> Value:
    value = constant(node)
    return UNKNOWN if value is None else Literal(value, evaluator.place(node, frame))


def concatenated(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`"one" "two"`."""
    parts: list[Value] = []
    current = node
    while isinstance(current, cst.ConcatenatedString):
        parts.append(evaluator.evaluate(current.left, frame))
        current = current.right
    parts.append(evaluator.evaluate(current, frame))
    return texts.join(parts, evaluator.place(node, frame))


def formatted(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> Value:
    """`f"models/{name}"`."""
    assert isinstance(node, cst.FormattedString)
    parts: list[Value] = []
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText):
            raw = "r" in node.start.lower()
            parts.append(Literal(_unescaped(part.value, raw), evaluator.place(part, frame)))
        elif isinstance(part, cst.FormattedStringExpression):
            plain = part.conversion is None and part.format_spec is None
            parts.append(evaluator.evaluate(part.expression, frame) if plain else UNKNOWN)
    return texts.join(parts, evaluator.place(node, frame))


def _unescaped(text: str, raw: bool) -> str:
    """Return the text of an f-string part as the program sees it."""
    text = text.replace("{{", "{").replace("}}", "}")
    if raw or "\\" not in text:
        return text
    try:
        return text.encode("latin-1", "backslashreplace").decode("unicode-escape")
    except UnicodeDecodeError:
        return text
