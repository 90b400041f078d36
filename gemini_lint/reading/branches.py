"""Statements whose arms may run, or run again: `if`, `for`, `while`, `try`, `match`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.bound_names import bind, bind_captures, bind_target
from gemini_lint.reading.program import Fork, TryBlock
from gemini_lint.reading.walking import dotted

if TYPE_CHECKING:
    from gemini_lint.reading.indexing import Indexer

_LEAVES_ARM = (cst.Return, cst.Raise, cst.Break, cst.Continue)
_EXITS = frozenset({"sys.exit", "exit", "quit", "os._exit"})


def if_(indexer: Indexer, node: cst.CSTNode) -> None:
    """`if a: … elif b: … else: …`."""
    assert isinstance(node, cst.If)
    chain: list[cst.If] = [node]
    while isinstance(chain[-1].orelse, cst.If):
        chain.append(chain[-1].orelse)
    last = chain[-1].orelse
    exhaustive = isinstance(last, cst.Else)
    tests = tuple(item.test for item in chain)
    fork = Fork("if", tests, arms=len(chain) + exhaustive, exhaustive=exhaustive)
    for number, item in enumerate(chain):
        indexer.scan(item.test)
        _arm(indexer, fork, number, item.body)
    if isinstance(last, cst.Else):
        _arm(indexer, fork, len(chain), last.body)
    indexer.forks[node] = fork
    bodies = [item.body for item in (*chain, last) if item is not None]
    fork.raises.update(number for number in fork.ends if _raises(bodies[number]))
    if fork.ends:
        indexer.passed = (*indexer.passed, fork)


def assert_(indexer: Indexer, node: cst.CSTNode) -> None:
    """What is asserted holds for what follows."""
    assert isinstance(node, cst.Assert)
    indexer.scan(node)
    fork = Fork("if", (node.test,), arms=2, exhaustive=True, ends={1}, raises={1})
    indexer.passed = (*indexer.passed, fork)


def for_(indexer: Indexer, node: cst.CSTNode) -> None:
    """`for a in b: …`."""
    assert isinstance(node, cst.For)
    indexer.scan(node.iter)
    outer = indexer.arms
    fork = Fork("loop")
    indexer.arms = (*outer, (fork, 0))
    bind_target(indexer, node.target, node.iter, "element")
    indexer.suite(node.body)
    indexer.arms = outer
    if node.orelse is not None:
        indexer.suite(node.orelse.body)


def while_(indexer: Indexer, node: cst.CSTNode) -> None:
    """`while a: …`."""
    assert isinstance(node, cst.While)
    indexer.scan(node.test)
    outer = indexer.arms
    indexer.arms = (*outer, (Fork("loop", (node.test,), exhaustive=_is_true(node.test)), 0))
    indexer.suite(node.body)
    indexer.arms = outer
    if node.orelse is not None:
        indexer.suite(node.orelse.body)


def try_(indexer: Indexer, node: cst.CSTNode) -> None:
    """`try: … except A: …`."""
    assert isinstance(node, (cst.Try, cst.TryStar))
    frame = indexer.frame()
    indexer.suite(node.body)
    indexer.program.tries.append(TryBlock(node, frame, frame.order, indexer.turn))
    fork = Fork("handler", arms=len(node.handlers))
    handlers: Sequence[cst.ExceptHandler | cst.ExceptStarHandler] = node.handlers
    for number, handler in enumerate(handlers):
        if handler.type is not None:
            indexer.scan(handler.type)
        if handler.name is not None and isinstance(handler.name.name, cst.Name):
            bind(indexer, handler.name.name.value, "opaque", handler)
        _arm(indexer, fork, number, handler.body)
    for tail in (node.orelse, node.finalbody):
        if tail is not None:
            indexer.suite(tail.body)


def match(indexer: Indexer, node: cst.CSTNode) -> None:
    """`match a: case b: …`."""
    assert isinstance(node, cst.Match)
    indexer.scan(node.subject)
    fork = Fork("match", (node.subject,), tuple(node.cases), len(node.cases))
    for number, case in enumerate(node.cases):
        bind_captures(indexer, case.pattern)
        if case.guard is not None:
            indexer.scan(case.guard)
        _arm(indexer, fork, number, case.body)
    fork.exhaustive = bool(node.cases) and _is_wildcard(node.cases[-1])
    fork.raises.update(number for number in fork.ends if _raises(node.cases[number].body))
    if fork.ends:
        indexer.passed = (*indexer.passed, fork)


def _arm(indexer: Indexer, fork: Fork, number: int, body: cst.BaseSuite) -> None:
    outer = indexer.arms
    indexer.arms = (*outer, (fork, number))
    if indexer.suite(body):
        fork.ends.add(number)
        if isinstance(_last(body), (cst.Break, cst.Continue)):
            fork.breaks.add(number)
    indexer.arms = outer


def leaves_block(indexer: Indexer, statement: cst.CSTNode) -> bool:
    """Tell whether what follows a statement in its block is never run after it."""
    if isinstance(statement, cst.If) and statement in indexer.forks:
        fork = indexer.forks[statement]
        return fork.exhaustive and len(fork.ends) == fork.arms
    return isinstance(statement, _LEAVES_ARM) or _exits(statement)


def _is_true(test: cst.BaseExpression) -> bool:
    return (isinstance(test, cst.Name) and test.value == "True") or (
        isinstance(test, cst.Integer) and test.value == "1"
    )


def _last(body: cst.BaseSuite) -> cst.CSTNode | None:
    last = body.body[-1] if body.body else None
    return last.body[-1] if isinstance(last, cst.SimpleStatementLine) else last


def _raises(body: cst.BaseSuite) -> bool:
    """Tell whether an arm refuses what its condition finds, and does nothing else for it."""
    last = _last(body)
    return isinstance(last, cst.Raise) or (last is not None and _exits(last))


def _exits(statement: cst.CSTNode) -> bool:
    """`sys.exit("no model")`."""
    if not isinstance(statement, cst.Expr) or not isinstance(statement.value, cst.Call):
        return False
    return dotted(statement.value.func) in _EXITS


def _is_wildcard(case: cst.MatchCase) -> bool:
    pattern = case.pattern
    return case.guard is None and isinstance(pattern, cst.MatchAs) and pattern.pattern is None
