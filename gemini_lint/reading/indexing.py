"""From a parsed file to its `Program`: the one walk that sees every node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal as OneOf

import libcst as cst

from gemini_lint.reading.program import (
    Arm,
    AttributeUse,
    Binding,
    BindingKind,
    CallSite,
    Fork,
    Frame,
    Mutation,
    MutationKind,
    Program,
    Scope,
    ScopeKind,
    TryBlock,
)
from gemini_lint.reading.walking import (
    LEAVES,
    children,
    dotted,
    last_name,
    string,
    target_of,
)

_MUTATORS: dict[str, MutationKind] = {
    "update": "update",
    "append": "append",
    "extend": "extend",
    "setdefault": "setdefault",
    "pop": "remove",
    "popitem": "other",
    "clear": "other",
    "remove": "other",
    "discard": "other",
    "insert": "other",
}
_EXPECT_ERRORS = frozenset({"raises", "assertRaises", "assertRaisesRegex", "suppress"})
_ENVIRONMENT = ("os.environ", "environ")
_LEAVES_ARM = (cst.Return, cst.Raise, cst.Break, cst.Continue)
_EXITS = frozenset({"sys.exit", "exit", "quit", "os._exit"})
# exact types in sets: isinstance is slow on libcst's abstract classes
_NOTED = frozenset({cst.Call, cst.Attribute, cst.NamedExpr, cst.Yield})
_ONE_BELOW = frozenset({cst.Attribute, cst.NamedExpr})
_INNER_SCOPES = frozenset({cst.Lambda, cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp})


def index(tree: cst.Module, path: str) -> Program:
    """Walk a parsed file once."""
    return _Indexer(tree, path).run()


class _Indexer:
    def __init__(self, tree: cst.Module, path: str) -> None:
        self.program = Program(path, tree, Scope("module", tree, None, path))
        self.scope = self.program.scope
        self.turn = 0
        self.arms: tuple[Arm, ...] = ()
        self.passed: tuple[Fork, ...] = ()
        self.expects_error = False
        self.forks: dict[cst.CSTNode, Fork] = {}

    def run(self) -> Program:
        self.block(self.program.tree.body)
        self.program.end = self.turn
        return self.program

    def frame(self, scope: Scope | None = None) -> Frame:
        self.turn += 1
        return Frame(scope or self.scope, self.turn, self.arms, self.expects_error, self.passed)

    # Statements

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
            leaves = leaves or _leaves(statement) or self.always_leaves(statement)
        return leaves

    def always_leaves(self, statement: cst.CSTNode) -> bool:
        if isinstance(statement, cst.If) and statement in self.forks:
            fork = self.forks[statement]
            return fork.exhaustive and len(fork.ends) == fork.arms
        return False

    def suite(self, body: cst.BaseSuite) -> bool:
        outer = self.passed
        leaves = self.block(body.body)
        self.passed = outer
        return leaves

    def arm(self, fork: Fork, number: int, body: cst.BaseSuite) -> None:
        outer = self.arms
        self.arms = (*outer, (fork, number))
        if self.suite(body):
            fork.ends.add(number)
        self.arms = outer

    def if_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.If)
        chain: list[cst.If] = [node]
        while isinstance(chain[-1].orelse, cst.If):
            chain.append(chain[-1].orelse)
        last = chain[-1].orelse
        exhaustive = isinstance(last, cst.Else)
        tests = tuple(item.test for item in chain)
        fork = Fork("if", tests, len(chain) + exhaustive, exhaustive)
        for number, item in enumerate(chain):
            self.scan(item.test)
            self.arm(fork, number, item.body)
        if isinstance(last, cst.Else):
            self.arm(fork, len(chain), last.body)
        self.forks[node] = fork
        bodies = [item.body for item in (*chain, last) if item is not None]
        fork.raises.update(number for number in fork.ends if _raises(bodies[number]))
        if fork.ends:
            self.passed = (*self.passed, fork)

    def assert_(self, node: cst.CSTNode) -> None:
        """What is asserted holds for what follows."""
        assert isinstance(node, cst.Assert)
        self.scan(node)
        fork = Fork("if", (node.test,), 2, exhaustive=True, ends={1}, raises={1})
        self.passed = (*self.passed, fork)

    def for_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.For)
        self.scan(node.iter)
        outer = self.arms
        fork = Fork("loop")
        self.arms = (*outer, (fork, 0))
        self.bind_target(node.target, node.iter, "element")
        self.suite(node.body)
        self.arms = outer
        if node.orelse is not None:
            self.suite(node.orelse.body)

    def while_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.While)
        self.scan(node.test)
        outer = self.arms
        self.arms = (*outer, (Fork("loop", (node.test,), exhaustive=_is_true(node.test)), 0))
        self.suite(node.body)
        self.arms = outer
        if node.orelse is not None:
            self.suite(node.orelse.body)

    def try_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, (cst.Try, cst.TryStar))
        frame = self.frame()
        self.suite(node.body)
        self.program.tries.append(TryBlock(node, frame, frame.order, self.turn))
        fork = Fork("handler", arms=len(node.handlers))
        handlers: Sequence[cst.ExceptHandler | cst.ExceptStarHandler] = node.handlers
        for number, handler in enumerate(handlers):
            if handler.type is not None:
                self.scan(handler.type)
            if handler.name is not None and isinstance(handler.name.name, cst.Name):
                self.bind(handler.name.name.value, "opaque", handler)
            self.arm(fork, number, handler.body)
        for tail in (node.orelse, node.finalbody):
            if tail is not None:
                self.suite(tail.body)

    def with_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.With)
        outer = self.expects_error
        for item in node.items:
            self.scan(item.item)
            if item.asname is not None:
                self.bind_target(item.asname.name, item.item, "enter")
            self.expects_error = self.expects_error or _expects_error(item.item)
        self.suite(node.body)
        self.expects_error = outer

    def match(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.Match)
        self.scan(node.subject)
        fork = Fork("match", (node.subject,), len(node.cases))
        for number, case in enumerate(node.cases):
            self.bind_captures(case.pattern)
            if case.guard is not None:
                self.scan(case.guard)
            self.arm(fork, number, case.body)
        fork.exhaustive = bool(node.cases) and _is_wildcard(node.cases[-1])

    def function(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.FunctionDef)
        for decorator in node.decorators:
            self.scan(decorator.decorator)
        for parameter in _parameters(node.params):
            if parameter.default is not None:
                self.scan(parameter.default)
        self.bind(node.name.value, "function", node)
        scope = self.open("function", node)
        if self.scope.kind == "class" and not _is_static(node):
            first = next(iter(_parameters(node.params)), None)
            scope.receiver = first.name.value if first is not None else None
        self.inside(scope, lambda: self.function_body(node))

    def function_body(self, node: cst.FunctionDef) -> None:
        self.bind_parameters(node.params)
        self.suite(node.body)

    def class_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.ClassDef)
        for item in (*node.decorators, *node.bases, *node.keywords):
            self.scan(item)
        self.bind(node.name.value, "class", node)
        scope = self.open("class", node)
        self.inside(scope, lambda: self.suite(node.body))

    def open(self, kind: ScopeKind, node: cst.CSTNode, parent: Scope | None = None) -> Scope:
        scope = Scope(kind, node, parent or self.scope, self.scope.path, self.frame(parent))
        self.program.scopes[node] = scope
        return scope

    def inside(self, scope: Scope, walk: Callable[[], object]) -> None:
        outer = (self.scope, self.arms, self.expects_error, self.passed)
        self.scope, self.arms, self.expects_error, self.passed = scope, (), False, ()
        walk()
        self.scope, self.arms, self.expects_error, self.passed = outer

    def assign(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.Assign)
        self.scan(node.value)
        for target in node.targets:
            self.bind_target(target.target, node.value, "value")
        self.method_mutation(node.value)

    def annotated(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.AnnAssign)
        if node.value is not None:
            self.scan(node.value)
            self.bind_target(node.target, node.value, "value")
        elif isinstance(node.target, cst.Name):
            self.bind(node.target.value, "parameter", node)

    def augmented(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.AugAssign)
        self.scan(node.value)
        if isinstance(node.target, cst.Name):
            self.bind(node.target.value, "augmented", node)
        else:
            self.mutate(node.target, "other", None)

    def import_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.Import)
        self.program.imports.append((node, self.frame()))
        for alias in node.names:
            name = dotted(alias.name) or ""
            if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
                self.bind(alias.asname.name.value, "import", alias, name)
            else:
                root = name.split(".")[0]
                self.bind(root, "import", alias, root)

    def import_from(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.ImportFrom)
        self.program.imports.append((node, self.frame()))
        module = "." * len(node.relative) + (dotted(node.module) or "" if node.module else "")
        if isinstance(node.names, cst.ImportStar):
            self.bind("*", "import", node, module)
            return
        separator = "" if module.endswith(".") else "."
        for alias in node.names:
            name = dotted(alias.name) or ""
            bound = alias.asname.name if alias.asname is not None else alias.name
            if isinstance(bound, cst.Name):
                self.bind(bound.value, "import", alias, f"{module}{separator}{name}")

    def global_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, (cst.Global, cst.Nonlocal))
        kind: OneOf["global", "nonlocal"] = "global" if isinstance(node, cst.Global) else "nonlocal"
        for item in node.names:
            self.scope.outer_names[item.name.value] = kind

    def delete(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.Del)
        target: cst.BaseExpression = node.target
        elements = target.elements if isinstance(target, cst.Tuple) else ()
        for removed in [element.value for element in elements] or [target]:
            self.scan(removed)
            if not isinstance(removed, cst.Name):
                self.mutate(removed, "remove", None)

    def return_(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.Return)
        if node.value is not None:
            self.scan(node.value)
            self.scope.returns.append((node.value, self.frame()))

    def expression(self, node: cst.CSTNode) -> None:
        assert isinstance(node, cst.Expr)
        self.scan(node.value)
        call = node.value.expression if isinstance(node.value, cst.Await) else node.value
        self.method_mutation(call)

    def method_mutation(self, call: cst.BaseExpression) -> None:
        if not isinstance(call, cst.Call):
            return
        if not isinstance(call.func, cst.Attribute):
            self.setattr_mutation(call)
            return
        self.environment_call(call, call.func)
        kind = _MUTATORS.get(call.func.attr.value)
        owner, first = call.func.value, call.args[0].value if call.args else None
        if kind == "setdefault" and len(call.args) == 2:
            self.mutate(owner, kind, call.args[1].value, first)
        elif kind == "update":
            self.mutate(owner, kind, call)
        elif kind == "remove" and (isinstance(first, cst.SimpleString) or len(call.args) == 2):
            self.mutate(owner, kind, None, first)
        elif kind in ("remove", "other"):
            self.mutate(owner, "other", None)
        elif kind is not None and len(call.args) == 1:
            self.mutate(owner, kind, first)

    def setattr_mutation(self, call: cst.Call) -> None:
        if not isinstance(call.func, cst.Name) or call.func.value != "setattr":
            return
        name = string(call.args[1].value) if len(call.args) == 3 else None
        if name is not None:
            target = cst.Attribute(call.args[0].value, cst.Name(name))
            self.assign_inside(target, call.args[2].value)

    def nested_pops(self, call: cst.Call) -> None:
        """`f(options.pop("k"), **options)`, `if options.pop("k"): …`."""
        self.nested_pop(call)
        for argument in call.args:
            if type(argument.value) is cst.Call:
                self.nested_pop(argument.value)

    def nested_pop(self, call: cst.Call) -> None:
        function = call.func
        if type(function) is not cst.Attribute or function.attr.value != "pop" or not call.args:
            return
        first = call.args[0].value
        if isinstance(first, cst.SimpleString):
            self.mutate(function.value, "remove", None, first)

    # Names

    def bind(
        self, name: str, kind: BindingKind, node: cst.CSTNode, detail: object = None,
        frame: Frame | None = None,
    ) -> None:  # fmt: skip
        binding = Binding(kind, node, frame or self.frame(), detail)
        self.scope.home(name).bindings.setdefault(name, []).append(binding)

    def bind_target(
        self, target: cst.BaseExpression, value: cst.BaseExpression, kind: BindingKind,
        path: tuple[int, ...] = (), frame: Frame | None = None,
    ) -> None:  # fmt: skip
        if isinstance(target, (cst.Tuple, cst.List)):
            # all names get their values at once: `a, b = b, a`
            self.unpack(target, value, kind, path, frame or self.frame())
        elif isinstance(target, cst.Name):
            if path:
                self.bind(target.value, "item", value, (kind, path), frame)
            else:
                self.bind(target.value, kind, value, frame=frame)
        elif isinstance(target, (cst.Attribute, cst.Subscript)):
            self.scan(target)
            self.assign_inside(target, value if kind == "value" and not path else None)

    def unpack(
        self, target: cst.Tuple | cst.List, value: cst.BaseExpression, kind: BindingKind,
        path: tuple[int, ...], frame: Frame,
    ) -> None:  # fmt: skip
        plain = isinstance(value, (cst.Tuple, cst.List)) and kind == "value" and not path
        starred = any(isinstance(item, cst.StarredElement) for item in target.elements)
        for number, element in enumerate(target.elements):
            if starred:
                if isinstance(element.value, cst.Name):
                    self.bind(element.value.value, "opaque", element)
            elif (
                plain
                and isinstance(value, (cst.Tuple, cst.List))
                and (number < len(value.elements))
            ):
                self.bind_target(element.value, value.elements[number].value, kind, (), frame)
            else:
                self.bind_target(element.value, value, kind, (*path, number), frame)

    def assign_inside(self, target: cst.BaseExpression, value: cst.BaseExpression | None) -> None:
        taken = target_of(target)
        if taken is None or not taken.steps:
            return
        owner = self.owner_class(taken.root)
        if owner is not None and len(taken.steps) == 1 and isinstance(taken.steps[0], str):
            frame = self.frame()
            binding = Binding("value", value or target, frame)
            if value is None:
                binding = Binding("opaque", target, frame)
            owner.attributes.setdefault(taken.steps[0], []).append(binding)
            return
        self.environment(target, value)
        self.mutate(target, "set" if value is not None else "other", value)

    def owner_class(self, name: str) -> Scope | None:
        """Return the class whose methods call their object by that name here."""
        scope: Scope | None = self.scope
        while scope is not None:
            if scope.kind == "function" and scope.receiver == name:
                return scope.parent
            scope = scope.parent
        return None

    def environment(self, target: cst.BaseExpression, value: cst.BaseExpression | None) -> None:
        if value is None or not isinstance(target, cst.Subscript) or len(target.slice) != 1:
            return
        key = target.slice[0].slice
        if dotted(target.value) in _ENVIRONMENT and isinstance(key, cst.Index):
            self.variable(string(key.value), value)

    def environment_call(self, call: cst.Call, function: cst.Attribute) -> None:
        """Take `os.environ.setdefault("A", b)` and `os.environ.update({"A": b}, C=d)`."""
        if dotted(function.value) not in _ENVIRONMENT:
            return
        if function.attr.value == "setdefault" and len(call.args) == 2:
            self.variable(string(call.args[0].value), call.args[1].value)
        for argument in call.args if function.attr.value == "update" else ():
            if argument.keyword is not None:
                self.variable(argument.keyword.value, argument.value)
            elif isinstance(argument.value, cst.Dict):
                for item in argument.value.elements:
                    if isinstance(item, cst.DictElement):
                        self.variable(string(item.key), item.value)

    def variable(self, name: str | None, value: cst.BaseExpression) -> None:
        if name is not None:
            self.program.environment.setdefault(name, []).append((value, self.frame()))

    def mutate(
        self, target: cst.BaseExpression,
        kind: MutationKind,
        value: cst.CSTNode | None, key: cst.BaseExpression | None = None,
    ) -> None:  # fmt: skip
        taken = target_of(target)
        if taken is None:
            return
        steps = taken.steps if key is None else (*taken.steps, key)
        root = taken.root
        if self.owner_class(root) is not None and steps and isinstance(steps[0], str):
            root, steps = f"self.{steps[0]}", steps[1:]
        found = self.program.mutations.setdefault(root, [])
        found.append(Mutation(kind, steps, value, self.frame()))

    def bind_parameters(self, parameters: cst.Parameters) -> None:
        for parameter in _parameters(parameters):
            self.bind(parameter.name.value, "parameter", parameter)
        for star in (parameters.star_arg, parameters.star_kwarg):
            if isinstance(star, cst.Param):
                self.bind(star.name.value, "opaque", star)

    def bind_captures(self, pattern: cst.CSTNode) -> None:
        for node in [pattern, *_descendants(pattern)]:
            name = getattr(node, "name", None)
            if isinstance(name, cst.Name):
                self.bind(name.value, "opaque", node)

    # Expressions

    def scan(self, root: cst.CSTNode) -> None:
        """Find the calls and inner scopes of an expression."""
        outer = self.expects_error
        stack: list[tuple[cst.CSTNode, Scope, cst.CSTNode]] = [(root, self.scope, root)]
        while stack:
            node, scope, parent = stack.pop()
            kind = type(node)
            if kind in _NOTED:
                self.note(node, scope, parent)
            if kind in _ONE_BELOW:
                stack.append((node.value, scope, node))  # type: ignore[attr-defined]
                continue
            if kind in _INNER_SCOPES:
                scope = self.inner_scope(node, scope)
            below = [child for child in children(node) if type(child) not in LEAVES]
            stack.extend([(child, scope, node) for child in reversed(below)])
        self.expects_error = outer

    def note(self, node: cst.CSTNode, scope: Scope, parent: cst.CSTNode) -> None:
        """Keep what is worth keeping of one node of an expression."""
        if isinstance(node, cst.Call):
            self.expects_error = self.expects_error or _expects_error(node)
            is_item = isinstance(parent, (cst.Element, cst.DictElement))
            self.nested_pops(node)
            self.program.calls.append(CallSite(node, self.frame(scope), is_item))
        elif isinstance(node, cst.Attribute) and node.attr.value == "text":
            self.program.text_uses.append(AttributeUse(node, parent, self.frame(scope)))
        elif isinstance(node, cst.NamedExpr) and isinstance(node.target, cst.Name):
            self.bind(node.target.value, "value", node.value)
        elif isinstance(node, cst.Yield) and isinstance(node.value, cst.BaseExpression):
            scope.returns.append((node.value, self.frame(scope)))

    def inner_scope(self, node: cst.CSTNode, parent: Scope) -> Scope:
        if isinstance(node, cst.Lambda):
            scope = self.open("lambda", node, parent)
            self.bound_in(scope, lambda: self.bind_parameters(node.params))
            return scope
        scope = self.open("comprehension", node, parent)
        clause: cst.CompFor | None = getattr(node, "for_in", None)
        while clause is not None:
            target, source = clause.target, clause.iter
            self.bound_in(scope, lambda: self.bind_target(target, source, "element"))  # noqa: B023
            clause = clause.inner_for_in
        return scope

    def bound_in(self, scope: Scope, bind: Callable[[], None]) -> None:
        outer, self.scope = self.scope, scope
        bind()
        self.scope = outer


_HANDLERS: dict[type[cst.CSTNode], Callable[[_Indexer, cst.CSTNode], None]] = {
    cst.FunctionDef: _Indexer.function,
    cst.ClassDef: _Indexer.class_,
    cst.If: _Indexer.if_,
    cst.For: _Indexer.for_,
    cst.While: _Indexer.while_,
    cst.Try: _Indexer.try_,
    cst.TryStar: _Indexer.try_,
    cst.With: _Indexer.with_,
    cst.Match: _Indexer.match,
    cst.Assign: _Indexer.assign,
    cst.AnnAssign: _Indexer.annotated,
    cst.AugAssign: _Indexer.augmented,
    cst.Import: _Indexer.import_,
    cst.ImportFrom: _Indexer.import_from,
    cst.Global: _Indexer.global_,
    cst.Nonlocal: _Indexer.global_,
    cst.Del: _Indexer.delete,
    cst.Return: _Indexer.return_,
    cst.Assert: _Indexer.assert_,
    cst.Expr: _Indexer.expression,
}


def _descendants(node: cst.CSTNode) -> Iterable[cst.CSTNode]:
    for child in children(node):
        yield child
        yield from _descendants(child)


def _parameters(parameters: cst.Parameters) -> Sequence[cst.Param]:
    return [*parameters.posonly_params, *parameters.params, *parameters.kwonly_params]


def _is_static(node: cst.FunctionDef) -> bool:
    return any(
        isinstance(item.decorator, cst.Name) and item.decorator.value == "staticmethod"
        for item in node.decorators
    )


def _is_true(test: cst.BaseExpression) -> bool:
    return (isinstance(test, cst.Name) and test.value == "True") or (
        isinstance(test, cst.Integer) and test.value == "1"
    )


def _raises(body: cst.BaseSuite) -> bool:
    """Tell whether an arm refuses what its condition finds, and does nothing else for it."""
    last = body.body[-1] if body.body else None
    if isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    return isinstance(last, cst.Raise) or (last is not None and _exits(last))


def _leaves(statement: cst.CSTNode) -> bool:
    return isinstance(statement, _LEAVES_ARM) or _exits(statement)


def _exits(statement: cst.CSTNode) -> bool:
    """`sys.exit("no model")`."""
    if not isinstance(statement, cst.Expr) or not isinstance(statement.value, cst.Call):
        return False
    return dotted(statement.value.func) in _EXITS


def _is_wildcard(case: cst.MatchCase) -> bool:
    pattern = case.pattern
    return case.guard is None and isinstance(pattern, cst.MatchAs) and pattern.pattern is None


def _expects_error(item: cst.BaseExpression) -> bool:
    return (
        isinstance(item, cst.Call)
        and last_name(item.func) in _EXPECT_ERRORS
        and dotted(item.func) is not None
    )
