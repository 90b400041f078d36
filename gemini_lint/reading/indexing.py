"""From a parsed file to its `Program`: the one walk that sees every node."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import libcst as cst

from gemini_lint.reading import (
    bound_names,
    branches,
    expected_errors,
    in_place_changes,
    inner_scopes,
)
from gemini_lint.reading.bound_names import bind
from gemini_lint.reading.expected_errors import expects_error
from gemini_lint.reading.in_place_changes import changed_by_call, nested_pops
from gemini_lint.reading.program import Arm, AttributeUse, CallSite, Fork, Frame, Program, Scope
from gemini_lint.reading.walking import LEAVES, children

# exact types in sets: isinstance is slow on libcst's abstract classes
_NOTED = frozenset({cst.Call, cst.Attribute, cst.NamedExpr, cst.Yield})
_ONE_BELOW = frozenset({cst.Attribute, cst.NamedExpr})
_INNER_SCOPES = frozenset({cst.Lambda, cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp})


def index(tree: cst.Module, path: str) -> Program:
    """Walk a parsed file once."""
    return Indexer(tree, path).run()


class Indexer:
    """Walks statements in their order, and goes down into their expressions."""

    def __init__(self, tree: cst.Module, path: str) -> None:
        self.program = Program(path, tree, Scope("module", tree, None, path))
        self.scope = self.program.scope
        self.turn = 0
        self.arms: tuple[Arm, ...] = ()
        self.passed: tuple[Fork, ...] = ()
        self.expects_error = False
        self.forks: dict[cst.CSTNode, Fork] = {}

    def run(self) -> Program:
        """Return what the file holds."""
        self.block(self.program.tree.body)
        self.program.end = self.turn
        return self.program

    def frame(self, scope: Scope | None = None) -> Frame:
        """Return where the walk stands: the next turn in a scope."""
        self.turn += 1
        return Frame(scope or self.scope, self.turn, self.arms, self.expects_error, self.passed)

    def block(self, body: Iterable[cst.CSTNode]) -> bool:
        """Walk statements in order; tell whether they leave the block before its end."""
        leaves = False
        for statement in body:
            if isinstance(statement, cst.SimpleStatementLine):
                leaves = self.block(statement.body) or leaves
                continue
            handler = _HANDLERS.get(type(statement))
            if handler is not None:
                handler(self, statement)
            else:
                self.scan(statement)
            leaves = leaves or branches.leaves_block(self, statement)
        return leaves

    def suite(self, body: cst.BaseSuite) -> bool:
        """Walk the body of a statement; tell whether it leaves the block around it."""
        outer = self.passed
        leaves = self.block(body.body)
        self.passed = outer
        return leaves

    def scan(self, root: cst.CSTNode) -> None:
        """Find the calls and inner scopes of an expression."""
        outer = self.expects_error
        stack: list[tuple[cst.CSTNode, Scope, cst.CSTNode]] = [(root, self.scope, root)]
        while stack:
            node, scope, parent = stack.pop()
            kind = type(node)
            if kind in _NOTED:
                _note(self, node, scope, parent)
            if kind in _ONE_BELOW:
                stack.append((node.value, scope, node))  # type: ignore[attr-defined]
                continue
            if kind in _INNER_SCOPES:
                scope = inner_scopes.inner_scope(self, node, scope)
            below = [child for child in children(node) if type(child) not in LEAVES]
            stack.extend([(child, scope, node) for child in reversed(below)])
        self.expects_error = outer


def _note(indexer: Indexer, node: cst.CSTNode, scope: Scope, parent: cst.CSTNode) -> None:
    """Keep what is worth keeping of one node of an expression."""
    if isinstance(node, cst.Call):
        indexer.expects_error = indexer.expects_error or expects_error(node)
        is_item = isinstance(parent, (cst.Element, cst.DictElement))
        nested_pops(indexer, node)
        indexer.program.calls.append(CallSite(node, indexer.frame(scope), is_item))
    elif isinstance(node, cst.Attribute) and node.attr.value == "text":
        indexer.program.text_uses.append(AttributeUse(node, parent, indexer.frame(scope)))
    elif isinstance(node, cst.NamedExpr) and isinstance(node.target, cst.Name):
        bind(indexer, node.target.value, "value", node.value)
    elif isinstance(node, cst.Yield) and isinstance(node.value, cst.BaseExpression):
        scope.returns.append((node.value, indexer.frame(scope)))


def _expression(indexer: Indexer, node: cst.CSTNode) -> None:
    assert isinstance(node, cst.Expr)
    indexer.scan(node.value)
    call = node.value.expression if isinstance(node.value, cst.Await) else node.value
    changed_by_call(indexer, call)


def _return(indexer: Indexer, node: cst.CSTNode) -> None:
    assert isinstance(node, cst.Return)
    if node.value is not None:
        indexer.scan(node.value)
        indexer.scope.returns.append((node.value, indexer.frame()))


_HANDLERS: dict[type[cst.CSTNode], Callable[[Indexer, cst.CSTNode], None]] = {
    cst.FunctionDef: inner_scopes.function,
    cst.ClassDef: inner_scopes.class_,
    cst.If: branches.if_,
    cst.For: branches.for_,
    cst.While: branches.while_,
    cst.Try: branches.try_,
    cst.TryStar: branches.try_,
    cst.With: expected_errors.with_,
    cst.Match: branches.match,
    cst.Assign: bound_names.assign,
    cst.AnnAssign: bound_names.annotated,
    cst.AugAssign: bound_names.augmented,
    cst.Import: bound_names.import_,
    cst.ImportFrom: bound_names.import_from,
    cst.Global: bound_names.global_,
    cst.Nonlocal: bound_names.global_,
    cst.Del: in_place_changes.delete,
    cst.Return: _return,
    cst.Assert: branches.assert_,
    cst.Expr: _expression,
}
