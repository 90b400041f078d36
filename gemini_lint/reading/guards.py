"""Conditions that test the model: what they guard is not judged by the model."""

from __future__ import annotations

import libcst as cst

from gemini_lint.reading.program import Arm, Fork, Frame
from gemini_lint.reading.walking import constant, dotted, last_name, nodes, single_index

_QUESTIONS = frozenset({"hasattr", "getattr", "callable", "isinstance", "print", "type", "repr"})
_CACHES = ("cache", "instances", "loaded", "clients", "sessions", "pool")
_SILENT_CALLS = frozenset({"isinstance", "print", "len", "hasattr", "str", "bool", "type"})


def is_guarded(frame: Frame) -> bool:
    """Tell whether a condition around a place tests the model."""
    return any_tests_model(frame.arms)


def any_tests_model(arms: tuple[Arm, ...]) -> bool:
    """Tell whether one of the conditions tests the model."""
    return any(_fork_tests_model(fork) for fork, _ in arms)


def _fork_tests_model(fork: Fork) -> bool:
    if fork.tests_model is None:
        fork.tests_model = any(tests_model(test) for test in fork.tests)
    return fork.tests_model


def mentions(frame: Frame, name: str) -> bool:
    """Tell whether a condition around a place mentions a name."""
    tests = [test for fork, _ in frame.arms for test in fork.tests]
    return name != "" and any(dotted(node) == name for test in tests for node in nodes(test))


def asks_for(name: str, frame: Frame) -> bool:
    """Tell whether a condition around a place asks if something has that attribute."""
    tests = [test for fork, _ in frame.arms for test in fork.tests]
    return name != "" and any(
        isinstance(node, cst.Call) and is_question(node) and _asked_name(node) == name
        for test in tests
        for node in nodes(test)
    )


def is_question(call: cst.Call) -> bool:
    """Tell whether a call only looks at what it is given."""
    return isinstance(call.func, cst.Name) and call.func.value in _QUESTIONS


def _asked_name(call: cst.Call) -> str | None:
    if len(call.args) < 2:
        return None
    name = call.args[1].value
    return str(constant(name)) if isinstance(name, cst.SimpleString) else None


def tests_model(test: cst.CSTNode) -> bool:
    """Tell whether a condition looks at what the model's name is."""
    for node in nodes(test):
        if isinstance(node, cst.Comparison) and _compares_model(node):
            return True
        if isinstance(node, cst.Call) and _asks_model(node):
            return True
        if isinstance(node, cst.Subscript) and _looks_model_up(node):
            return True
    return False


def _compares_model(node: cst.Comparison) -> bool:
    sides = [node.left, *(target.comparator for target in node.comparisons)]
    if any(isinstance(side, cst.Name) and side.value == "None" for side in sides):
        return False
    if _is_of_cache(last_name(sides[-1]).lower()):
        return False
    return any(_names_model(side) for side in sides)


def _asks_model(node: cst.Call) -> bool:
    function = node.func
    if isinstance(function, cst.Name) and function.value in _SILENT_CALLS:
        return False
    if isinstance(function, cst.Attribute) and _names_model(function.value):
        return True
    return any(_names_model(argument.value) for argument in node.args)


def _is_of_cache(name: str) -> bool:
    """Tell whether a name is a store's: `if model not in self._cache` asks of the store."""
    return any(word in name for word in _CACHES)


def _looks_model_up(node: cst.Subscript) -> bool:
    """`if TRAITS[model]["thinking"]`."""
    index = single_index(node)
    return index is not None and _names_model(index)


def _names_model(node: cst.CSTNode) -> bool:
    while isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        node = node.func.value
    return "model" in last_name(node).lower()
