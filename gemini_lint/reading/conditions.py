"""What a condition asks: which model it is, which backend a client has, what something has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from gemini_lint.reading.classes import own_bindings
from gemini_lint.reading.program import Binding, Scope
from gemini_lint.reading.reaching_definitions import end_of, find
from gemini_lint.reading.walking import (
    is_named_none,
    last_name,
    nodes,
    single_index,
    string,
)
from gemini_lint.regexes import regex

_QUESTIONS = frozenset({"hasattr", "getattr", "callable", "isinstance", "print", "type", "repr"})
_CACHES = ("cache", "instances", "loaded", "clients", "sessions", "pool")
# What is before a family's name in some spellings of a model: `models/gemini-…`.
_FAMILY = regex(r"(?:[a-z_]+/)*(?P<vendor>[a-z]+)[-/]?")
# What a condition on the name asks for that tells Gemini's own models apart.
_KINDS = frozenset({
    "flash", "pro", "lite", "ultra", "nano", "exp", "preview", "latest", "thinking", "vision",
    "image", "audio", "live", "tts", "embedding", "robotics",
})  # fmt: skip
_PIECE_OF_ID = regex(r"gemini-(?:\d|pro|ultra|exp|live)|gemma-?\d|flash")
# `if is_gemini_3:`
_GENERATION = regex(r"gemini_?v?\d")
_SILENT_CALLS = frozenset({"isinstance", "print", "len", "hasattr", "str", "bool", "type"})
_COMPARING = frozenset({"startswith", "endswith", "match", "search", "fullmatch", "any"})
# What a class or a function says of what it takes, and what functions of a project that ask for it
# are called: `_has_field(types.GenerateContentConfig, "seed")`.
_TAKEN = frozenset({"model_fields", "__fields__", "parameters", "__annotations__", "dir"})
_ASKING = frozenset({"has", "supports", "accepts", "takes", "allows"})
_PREDICATES = ("is_", "has_", "supports", "can_", "needs_", "uses_")


def tests_model(test: cst.CSTNode, scope: Scope | None) -> bool:
    """Tell whether a condition looks at what the model's name is, itself or by a variable of
    `scope` that holds the answer."""
    return any(_asks(node, scope) for node in nodes(test))


def _asks(node: cst.CSTNode, scope: Scope | None) -> bool:
    kind = type(node)
    if kind is cst.Name or kind is cst.Attribute:
        return _is_generation(last_name(node)) or any(
            tests_model(answer, None) for answer in _answers(node, scope)
        )
    if isinstance(node, cst.Comparison):
        return _compares_model(node)
    if isinstance(node, cst.Call):
        return _asks_model(node)
    return isinstance(node, cst.Subscript) and _looks_model_up(node)


def _is_generation(name: str) -> bool:
    return "gemini" in name and _GENERATION.search(name) is not None


def _answers(node: cst.CSTNode, scope: Scope | None) -> list[cst.CSTNode]:
    """Return the conditions whose answer a variable holds: `is_flash = "flash" in model`."""
    return [held for held in _held(node, scope) if _is_yes_or_no(held)]


def _held(node: cst.CSTNode, scope: Scope | None) -> list[cst.CSTNode]:
    """Return the expressions whose value a variable holds."""
    found: Sequence[Binding] = ()
    if scope is not None and isinstance(node, cst.Name):
        name = find(node.value, end_of(scope))
        found = name.bindings if name is not None else ()
    elif scope is not None and isinstance(node, cst.Attribute):
        found = own_bindings(node, scope)
    return [item.node for item in found if item.kind == "value"]


def _is_yes_or_no(node: cst.CSTNode) -> bool:
    """Tell whether an expression is true or false: `"flash" in model`, `is_flash(model)`."""
    if isinstance(node, cst.BooleanOperation):
        return _is_yes_or_no(node.left) and _is_yes_or_no(node.right)
    if isinstance(node, cst.Call):
        name = last_name(node.func).lstrip("_")
        return name in _COMPARING or name.startswith(_PREDICATES)
    return isinstance(node, cst.Comparison) or (
        isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Not)
    )


def _compares_model(node: cst.Comparison) -> bool:
    sides = [node.left, *(target.comparator for target in node.comparisons)]
    if any(map(is_named_none, sides)):
        return False
    if _is_of_store(node, last_name(sides[-1]).lower()):
        return False
    return any(names_model(side) or _is_compared_with_id(side) for side in sides)


def _is_compared_with_id(node: cst.CSTNode) -> bool:
    return is_piece_of_id(string(node))


def is_piece_of_id(text: object) -> bool:
    """Tell whether a text is one that a model's id is compared with, whatever the name of
    the variable is."""
    return isinstance(text, str) and _PIECE_OF_ID.search(text) is not None


def _asks_model(node: cst.Call) -> bool:
    function = node.func
    if last_name(function) in _COMPARING:
        parts = (part for argument in node.args for part in nodes(argument.value))
        if any(_is_compared_with_id(part) for part in parts):
            return True
    if isinstance(function, cst.Name) and function.value in _SILENT_CALLS:
        return False
    if isinstance(function, cst.Attribute) and names_model(function.value):
        return True
    return any(names_model(argument.value) for argument in node.args)


def _is_of_store(node: cst.Comparison, name: str) -> bool:
    """Tell whether a condition asks a store for what is missing, and nothing of the model:
    `if model not in self._cache`, `if model not in self._models`."""
    if any(word in name for word in _CACHES):
        return True
    return name.strip("_") == "models" and isinstance(node.comparisons[-1].operator, cst.NotIn)


def _looks_model_up(node: cst.Subscript) -> bool:
    """`if TRAITS[model]["thinking"]`."""
    index = single_index(node)
    return index is not None and names_model(index)


def names_model(node: cst.CSTNode) -> bool:
    """Tell whether an expression's name says that it is a model: `model`, `self.model.lower()`."""
    while isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        node = node.func.value
    return "model" in last_name(node).lower()


def families(test: cst.CSTNode, scope: Scope | None) -> Iterator[str]:
    """Yield the families that a condition asks the model for; an empty one where it asks for
    something else."""
    if isinstance(test, cst.BooleanOperation):
        yield from families(test.left, scope)
        yield from families(test.right, scope)
    elif answers := _answers(test, scope):
        for answer in answers:
            yield from families(answer, None)
    elif tests_model(test, scope):
        for word in _words_in_name(test):
            found = _FAMILY.fullmatch(word)
            family = found["vendor"] if found is not None else ""
            yield family if family not in _KINDS else ""


def _words_in_name(test: cst.CSTNode) -> Iterator[str]:
    """Yield what the model's name begins with or holds, by one condition."""
    words: list[cst.CSTNode] = []
    if isinstance(test, cst.Comparison) and len(test.comparisons) == 1:
        target = test.comparisons[0]
        if isinstance(target.operator, cst.In) and names_model(target.comparator):
            words = [test.left]
    elif isinstance(test, cst.Call) and test.args and _asks_beginning(test.func):
        given = test.args[0].value
        words = [given]
        if isinstance(given, cst.Tuple):
            words = [item.value for item in given.elements]
    for word in words or [test]:
        yield (string(word) or "").lower()


def _asks_beginning(function: cst.BaseExpression) -> bool:
    return isinstance(function, cst.Attribute) and function.attr.value == "startswith"


def asks_client(test: cst.CSTNode) -> bool:
    """Tell whether a condition asks a client for its backend: `if client.vertexai`."""
    return any(
        isinstance(node, cst.Attribute)
        and node.attr.value == "vertexai"
        and "client" in last_name(node.value).lower()
        for node in nodes(test)
    )


def is_question(call: cst.Call) -> bool:
    """Tell whether a call only looks at what it is given."""
    return isinstance(call.func, cst.Name) and call.func.value in _QUESTIONS


def asked_name(call: cst.Call) -> str | None:
    """Return the name of the attribute that `hasattr` and the like ask for."""
    return string(call.args[1].value) if len(call.args) > 1 else None


def tests_field(test: cst.CSTNode, name: str, scope: Scope | None) -> bool:
    """Tell whether a condition asks if a class or a function takes something of that name,
    itself or by a variable of `scope` that holds the answer."""
    return any(
        _asks_for_field(node, name)
        or any(tests_field(held, name, None) for held in _held(node, scope))
        for node in nodes(test)
    )


def _asks_for_field(node: cst.CSTNode, name: str) -> bool:
    if isinstance(node, cst.Call):
        if last_name(node.func) == "hasattr":
            return asked_name(node) == name
        is_asking = not _ASKING.isdisjoint(last_name(node.func).lower().split("_"))
        return is_asking and any(string(argument.value) == name for argument in node.args)
    if not isinstance(node, cst.Comparison) or string(node.left) != name:
        return False
    asked = (part for target in node.comparisons for part in nodes(target.comparator))
    return any(last_name(part) in _TAKEN or string(part) in _TAKEN for part in asked)
