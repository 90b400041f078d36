"""The static evaluator: from an expression to what is known of its value.

It is lazy: an expression is evaluated when a call needs it, once, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from gemini_lint.clients import Libraries
from gemini_lint.reading import (
    attributes,
    calling,
    containers,
    filtered_mappings,
    functions,
    literals,
    names,
    operations,
    subscripts,
)
from gemini_lint.reading.guards import any_asks_client, tells_models_apart
from gemini_lint.reading.program import Binding, Frame, Mutation, Scope
from gemini_lint.reading.side_effects import SideEffect
from gemini_lint.reading.size_limit import SizeLimit
from gemini_lint.reading.workspace import Workspace
from gemini_lint.values import UNKNOWN, Place, Value

_DEEPEST = 40
_Handler = Callable[["Evaluator", cst.CSTNode, Frame], Value]


class Evaluator:
    """Evaluates expressions of the files of one workspace."""

    def __init__(self, workspace: Workspace, libraries: Libraries) -> None:
        self.workspace = workspace
        self.libraries = libraries
        self.attributes = attributes.Attributes(self)
        self._memo: dict[tuple[cst.CSTNode, int, Scope], Value] = {}
        self._active: set[tuple[cst.CSTNode, int, Scope]] = set()
        self._depth = 0
        self._size_limit = SizeLimit()
        self._guarded: set[tuple[cst.CSTNode, int, Scope]] = set()
        self._asking: set[tuple[cst.CSTNode, int, Scope]] = set()
        self.guards = 0
        self.asked = 0
        self.changes: dict[tuple[str, str], dict[Scope, list[Mutation]]] = {}
        self.side_effects: dict[str, dict[str, list[SideEffect]]] = {}
        self.aliases: dict[Scope, dict[str, list[tuple[str, Binding]]]] = {}

    def release(self) -> None:
        """Undo the reference cycle with `attributes`; nothing can be evaluated any more."""
        del self.attributes

    def evaluate(self, node: cst.CSTNode, frame: Frame) -> Value:
        """Return what is known of an expression that stands at `frame`."""
        key = (node, frame.order, frame.scope)
        if (known := self._memo.get(key)) is not None:
            self.guards += key in self._guarded
            self.asked += key in self._asking
            return known
        handler = _HANDLERS.get(type(node))
        if handler is None or key in self._active or self._depth > _DEEPEST:
            return UNKNOWN
        guards, asked = self.guards, self.asked
        self._active.add(key)
        self._depth += 1
        try:
            value = handler(self, node, frame)
        except RecursionError:
            if self._depth > 1:
                raise
            value = UNKNOWN
        finally:
            self._depth -= 1
            self._active.discard(key)
        self._keep_conditions(key, guards, asked)
        self._memo[key] = UNKNOWN if self._size_limit.is_exceeded_by(value) else value
        return self._memo[key]

    def _keep_conditions(
        self, key: tuple[cst.CSTNode, int, Scope], guards: int, asked: int
    ) -> None:
        """Remember that conditions decided about a value, for the next time it is asked for."""
        if self.guards > guards:
            self._guarded.add(key)
        if self.asked > asked:
            self._asking.add(key)

    def note_guards(self, frame: Frame, at: Frame) -> None:
        """Count the conditions on the model, and on the client's backend, that decide whether
        code at `frame` counts."""
        if frame.arms or frame.passed:
            self.guards += tells_models_apart(frame, at)
            self.asked += any_asks_client(arm for arm in frame.arms if arm not in at.arms)

    def place(self, node: cst.CSTNode, frame: Frame) -> Place:
        """Return the place of a node."""
        return Place(frame.scope.path, node)

    def result(self, function: Value, node: cst.Call, frame: Frame) -> Value:
        """Return what a call gives, for the modules that `calling` needs itself."""
        return calling.call_of(self, function, node, frame)


_HANDLERS: dict[type[cst.CSTNode], _Handler] = {
    cst.AugAssign: operations.augmented,
    cst.Name: names.name,
    cst.Attribute: attributes.attribute,
    cst.Call: calling.call,
    cst.Subscript: subscripts.subscript,
    cst.SimpleString: literals.string,
    cst.ConcatenatedString: literals.concatenated,
    cst.FormattedString: literals.formatted,
    cst.Integer: literals.number,
    cst.Float: literals.number,
    cst.Imaginary: literals.number,
    cst.List: containers.items,
    cst.Tuple: containers.items,
    cst.Set: containers.items,
    cst.Dict: containers.mapping,
    cst.ListComp: containers.comprehension,
    cst.SetComp: containers.comprehension,
    cst.GeneratorExp: containers.comprehension,
    cst.BinaryOperation: operations.binary,
    cst.UnaryOperation: operations.unary,
    cst.BooleanOperation: operations.boolean,
    cst.IfExp: operations.conditional,
    cst.DictComp: filtered_mappings.filtered,
    cst.Lambda: functions.lambda_,
    cst.Await: operations.awaited,
    cst.NamedExpr: operations.walrus,
}
