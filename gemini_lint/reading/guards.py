"""Conditions that test the model: what they guard is not judged by the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import libcst as cst

from gemini_lint.call import Argument
from gemini_lint.reading.program import Arm, Binding, Fork, Frame, Scope
from gemini_lint.reading.reaching import end_of, find
from gemini_lint.reading.walking import constant, dotted, last_name, nodes, single_index
from gemini_lint.regexes import regex
from gemini_lint.values import Literal, literals

_QUESTIONS = frozenset({"hasattr", "getattr", "callable", "isinstance", "print", "type", "repr"})
_CACHES = ("cache", "instances", "loaded", "clients", "sessions", "pool")
# What is before a family's name in some spellings of a model: `models/gemini-…`.
_FAMILY = regex(r"(?:[a-z_]+/)*(?P<vendor>[a-z]+)[-/]?")
_PIECE_OF_ID = regex(r"gemini-(?:\d|pro|ultra|exp|live)|gemma-?\d|flash")
# `if is_gemini_3:`
_GENERATION = regex(r"gemini_?v?\d")
_SILENT_CALLS = frozenset({"isinstance", "print", "len", "hasattr", "str", "bool", "type"})
_COMPARING = frozenset({"startswith", "endswith", "match", "search", "fullmatch", "any"})
_PREDICATES = ("is_", "has_", "supports", "can_", "needs_", "uses_")


def is_guarded(frame: Frame, model: Argument | None = None) -> bool:
    """Tell whether a condition around a place tests the model: not one that every Gemini model
    passes, where the model is known to be one."""
    arms: Iterable[Arm] = frame.arms
    if arms and model is not None and _is_gemini(model):
        arms = [arm for arm in arms if not _lets_gemini_in(*arm, frame.scope)]
    return any(_fork_tests_model(fork, frame.scope) for fork, _ in arms)


def _is_gemini(model: Argument) -> bool:
    known = [str(name.value) for name in literals(model.value)]
    return bool(known) and all("gemini" in name for name in known)


def _lets_gemini_in(fork: Fork, number: int, scope: Scope) -> bool:
    """`if model.startswith("gpt"): … elif "gemini" in model: …`, in the arm of Gemini."""
    if fork.kind != "if" or number >= len(fork.tests):
        return False
    *before, own = fork.tests[: number + 1]
    return set(_families(own, scope)) == {"gemini"} and all(
        {*_families(test, scope)}.isdisjoint({"gemini", ""}) for test in before
    )


def _families(test: cst.CSTNode, scope: Scope) -> Iterator[str]:
    """Yield the families that a condition asks the model for; an empty one where it asks for
    something else."""
    if isinstance(test, cst.BooleanOperation):
        yield from _families(test.left, scope)
        yield from _families(test.right, scope)
    elif tests_model(test, scope):
        for word in _words_in_name(test):
            found = _FAMILY.fullmatch(word)
            yield found["vendor"] if found is not None else ""


def _words_in_name(test: cst.CSTNode) -> Iterator[str]:
    """Yield what the model's name begins with or holds, by one condition."""
    words: list[cst.CSTNode] = []
    if isinstance(test, cst.Comparison) and len(test.comparisons) == 1:
        target = test.comparisons[0]
        if isinstance(target.operator, cst.In) and _names_model(target.comparator):
            words = [test.left]
    elif isinstance(test, cst.Call) and test.args and _asks_beginning(test.func):
        given = test.args[0].value
        words = [given]
        if isinstance(given, cst.Tuple):
            words = [item.value for item in given.elements]
    for word in words or [test]:
        text = constant(word) if isinstance(word, cst.SimpleString) else None
        yield text.lower() if isinstance(text, str) else ""


def is_left_over(frame: Frame, model: Argument | None) -> bool:
    """Tell whether a condition before a place, which sends some models elsewhere, tests the
    model: not where it is certain which one a call has."""
    if not frame.passed or (model is not None and isinstance(model.value, Literal)):
        return False
    return any(_fork_tests_model(fork, frame.scope) for fork in frame.passed)


def tells_models_apart(frame: Frame, at: Frame) -> bool:
    """Tell whether a condition decides by the model whether code at `frame` counts at `at`."""
    return any(
        _fork_tests_model(arm[0], frame.scope) for arm in frame.arms if arm not in at.arms
    ) or any(_fork_tests_model(fork, frame.scope) for fork in frame.passed if fork not in at.passed)


def _fork_tests_model(fork: Fork, scope: Scope) -> bool:
    if fork.tests_model is None:
        fork.tests_model = any(
            tests_model(test, scope) or (fork.kind == "match" and _names_model(test))
            for test in fork.tests
        )
    return fork.tests_model


def any_asks_client(arms: Iterable[Arm]) -> bool:
    """Tell whether one of the conditions asks a client for its backend."""
    return any(_fork_asks_client(fork) for fork, _ in arms)


def _fork_asks_client(fork: Fork) -> bool:
    if fork.asks_client is None:
        fork.asks_client = any(asks_client(test) for test in fork.tests)
    return fork.asks_client


def asks_client(test: cst.CSTNode) -> bool:
    """Tell whether a condition asks a client for its backend: `if client.vertexai`."""
    return any(
        isinstance(node, cst.Attribute)
        and node.attr.value == "vertexai"
        and "client" in last_name(node.value).lower()
        for node in nodes(test)
    )


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


def tests_model(test: cst.CSTNode, scope: Scope | None) -> bool:
    """Tell whether a condition looks at what the model's name is, itself or by a variable of
    `scope` that holds the answer."""
    for node in nodes(test):
        if scope is not None and any(_answers(item) for item in _bindings(node, scope)):
            return True
        if isinstance(node, cst.Comparison) and _compares_model(node):
            return True
        if isinstance(node, cst.Call) and _asks_model(node):
            return True
        if isinstance(node, cst.Subscript) and _looks_model_up(node):
            return True
        if isinstance(node, (cst.Name, cst.Attribute)) and _GENERATION.search(last_name(node)):
            return True
    return False


def _bindings(node: cst.CSTNode, scope: Scope) -> Sequence[Binding]:
    if isinstance(node, cst.Name):
        found = find(node.value, end_of(scope))
        return found.bindings if found is not None else ()
    if not isinstance(node, cst.Attribute) or not isinstance(node.value, cst.Name):
        return ()
    if scope.parent is None or scope.receiver != node.value.value:
        return ()
    return scope.parent.attributes.get(node.attr.value, ())


def _answers(binding: Binding) -> bool:
    """Tell whether a variable holds the answer to a question about the model."""
    node = binding.node
    return binding.kind == "value" and _is_yes_or_no(node) and tests_model(node, None)


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


def _asks_beginning(function: cst.BaseExpression) -> bool:
    return isinstance(function, cst.Attribute) and function.attr.value == "startswith"


def _compares_model(node: cst.Comparison) -> bool:
    sides = [node.left, *(target.comparator for target in node.comparisons)]
    if any(isinstance(side, cst.Name) and side.value == "None" for side in sides):
        return False
    if _is_of_cache(last_name(sides[-1]).lower()):
        return False
    return any(_names_model(side) or _is_compared_with_id(side) for side in sides)


def _is_compared_with_id(node: cst.CSTNode) -> bool:
    text = constant(node) if isinstance(node, cst.SimpleString) else None
    return is_piece_of_id(text)


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
