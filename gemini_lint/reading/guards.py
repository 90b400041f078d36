"""Conditions that test the model: what they guard is not judged by the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import libcst as cst

from gemini_lint.call import Argument
from gemini_lint.reading.conditions import (
    asked_name,
    asks_client,
    families,
    is_question,
    names_model,
    tests_field,
    tests_model,
)
from gemini_lint.reading.program import Arm, Fork, Frame, Scope
from gemini_lint.reading.walking import dotted, nodes
from gemini_lint.values import Literal, literals

_GEMINI = "gemini"


def is_guarded(frame: Frame, model: Argument | None = None) -> bool:
    """Tell whether a condition around a place tests the model: not one that every Gemini model
    passes, where the model is known to be one."""
    arms: Iterable[Arm] = frame.arms
    if arms and model is not None and _is_gemini(model):
        arms = [arm for arm in arms if not _lets_gemini_in(*arm, frame.scope)]
    return any(_fork_tests_model(fork, frame.scope) for fork, _ in arms)


def _is_gemini(model: Argument) -> bool:
    known = [str(name.value) for name in literals(model.value)]
    return bool(known) and all(_GEMINI in name for name in known)


def _lets_gemini_in(fork: Fork, number: int, scope: Scope) -> bool:
    """`if model.startswith("gpt"): … elif "gemini" in model: …`, in the arm of Gemini, in an
    `else`, or after arms of which some have left."""
    if fork.kind != "if":
        return False
    before, own = fork.tests[:number], fork.tests[number : number + 1]
    return all(set(families(test, scope)) == {_GEMINI} for test in own) and all(
        {*families(test, scope)}.isdisjoint({_GEMINI, ""}) for test in before
    )


def is_left_over(frame: Frame, model: Argument | None) -> bool:
    """Tell whether a condition before a place sends some of the models elsewhere."""
    return any(
        _fork_tests_model(fork, frame.scope)
        and (model is None or _may_send_away(fork, model, frame.scope))
        for fork in frame.passed
        if fork.sends_away()
    )


def _may_send_away(fork: Fork, model: Argument, scope: Scope) -> bool:
    """Tell whether arms that have left may be those of a call's model: not where it is certain
    and not what they look at, and not where they are those of other families."""
    if isinstance(model.value, Literal) and not _looks_at(fork, model):
        return False
    return not (_is_gemini(model) and _lets_gemini_in(fork, len(fork.tests), scope))


def _looks_at(fork: Fork, model: Argument) -> bool:
    """Tell whether a condition looks at what a call is given for its model, and does not only
    compare something else with it: `if model != PRO: return`."""
    given = model.at.anchor
    if not isinstance(given, cst.CSTNode) or isinstance(given, cst.SimpleString):
        return False
    name = dotted(given)
    return name is None or any(
        dotted(node) == name for test in fork.tests for node in _subjects(test)
    )


def _subjects(test: cst.CSTNode) -> Iterator[cst.CSTNode]:
    compared_with = [
        target.comparator
        for node in nodes(test)
        if isinstance(node, cst.Comparison) and dotted(node.left) is not None
        for target in node.comparisons
        if isinstance(target.operator, (cst.Equal, cst.NotEqual))
    ]
    return (node for node in nodes(test) if node not in compared_with)


def tells_models_apart(frame: Frame, at: Frame) -> bool:
    """Tell whether a condition decides by the model whether code at `frame` counts at `at`."""
    return any(
        _fork_tests_model(arm[0], frame.scope) for arm in frame.arms if arm not in at.arms
    ) or any(
        fork.sends_away() and _fork_tests_model(fork, frame.scope)
        for fork in frame.passed
        if fork not in at.passed
    )


def _fork_tests_model(fork: Fork, scope: Scope) -> bool:
    if fork.tests_model is None:
        fork.tests_model = any(
            tests_model(test, scope) or (fork.kind == "match" and names_model(test))
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


def mentions(frame: Frame, name: str) -> bool:
    """Tell whether a condition around a place mentions a name."""
    return name != "" and any(
        dotted(node) == name for test in frame.tests() for node in nodes(test)
    )


def asks_for(name: str, frame: Frame) -> bool:
    """Tell whether a condition around a place asks if something has that attribute."""
    return name != "" and any(
        isinstance(node, cst.Call) and is_question(node) and asked_name(node) == name
        for test in frame.tests()
        for node in nodes(test)
    )


def asks_for_field(name: str, frame: Frame) -> bool:
    """Tell whether a condition around a place asks if a class or a function takes something of
    that name: `if "seed" in GenerateContentConfig.model_fields: kwargs["seed"] = 1`."""
    return any(tests_field(test, name, frame.scope) for test in frame.tests())
