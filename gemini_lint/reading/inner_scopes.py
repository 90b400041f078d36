"""The scopes of functions, classes, lambdas and comprehensions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.bound_names import bind, bind_parameters, bind_target, parameters_of
from gemini_lint.reading.program import Scope, ScopeKind

if TYPE_CHECKING:
    from gemini_lint.reading.indexing import Indexer


def function(indexer: Indexer, node: cst.CSTNode) -> None:
    """`def f(a): …`."""
    assert isinstance(node, cst.FunctionDef)
    for decorator in node.decorators:
        indexer.scan(decorator.decorator)
    for parameter in parameters_of(node.params):
        if parameter.default is not None:
            indexer.scan(parameter.default)
    bind(indexer, node.name.value, "function", node)
    scope = _open(indexer, "function", node)
    if indexer.scope.kind == "class" and not _is_static(node):
        first = next(iter(parameters_of(node.params)), None)
        scope.receiver = first.name.value if first is not None else None
    _inside(indexer, scope, lambda: _function_body(indexer, node))


def _function_body(indexer: Indexer, node: cst.FunctionDef) -> None:
    bind_parameters(indexer, node.params)
    indexer.suite(node.body)


def class_(indexer: Indexer, node: cst.CSTNode) -> None:
    """`class A: …`."""
    assert isinstance(node, cst.ClassDef)
    for item in (*node.decorators, *node.bases, *node.keywords):
        indexer.scan(item)
    bind(indexer, node.name.value, "class", node)
    scope = _open(indexer, "class", node)
    _inside(indexer, scope, lambda: indexer.suite(node.body))


def inner_scope(indexer: Indexer, node: cst.CSTNode, parent: Scope) -> Scope:
    """Return the scope of a lambda or a comprehension, with the names that it binds."""
    if isinstance(node, cst.Lambda):
        scope = _open(indexer, "lambda", node, parent)
        _bound_in(indexer, scope, lambda: bind_parameters(indexer, node.params))
        return scope
    scope = _open(indexer, "comprehension", node, parent)
    clause: cst.CompFor | None = getattr(node, "for_in", None)
    while clause is not None:
        target, source = clause.target, clause.iter
        _bound_in(indexer, scope, lambda: bind_target(indexer, target, source, "element"))  # noqa: B023
        clause = clause.inner_for_in
    return scope


def _open(
    indexer: Indexer, kind: ScopeKind, node: cst.CSTNode, parent: Scope | None = None
) -> Scope:
    scope = Scope(kind, node, parent or indexer.scope, indexer.scope.path, indexer.frame(parent))
    indexer.program.scopes[node] = scope
    return scope


def _inside(indexer: Indexer, scope: Scope, walk: Callable[[], object]) -> None:
    outer = (indexer.scope, indexer.arms, indexer.expects_error, indexer.passed)
    indexer.scope, indexer.arms, indexer.expects_error, indexer.passed = scope, (), False, ()
    walk()
    indexer.scope, indexer.arms, indexer.expects_error, indexer.passed = outer


def _bound_in(indexer: Indexer, scope: Scope, bind: Callable[[], None]) -> None:
    outer, indexer.scope = indexer.scope, scope
    bind()
    indexer.scope = outer


def _is_static(node: cst.FunctionDef) -> bool:
    return any(
        isinstance(item.decorator, cst.Name) and item.decorator.value == "staticmethod"
        for item in node.decorators
    )
