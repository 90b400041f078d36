"""What one walk over a file leaves behind: scopes, bindings, branches, calls.

Nothing is evaluated here. A `Frame` says where an expression stands, which is all that is
needed to work out later what a name in it means.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal as OneOf, TypeAlias

import libcst as cst
from msgspec import Struct, field

BindingKind: TypeAlias = OneOf[
    "value", "item", "element", "enter", "import", "function", "class", "parameter", "opaque",
    "augmented",
]  # fmt: skip
ScopeKind: TypeAlias = OneOf["module", "function", "class", "lambda", "comprehension"]
MutationKind: TypeAlias = OneOf[
    "set", "update", "append", "extend", "setdefault", "remove", "other"
]
ForkKind: TypeAlias = OneOf["if", "match", "handler", "loop"]


class Fork(Struct, eq=False):
    """A statement of which at most one arm runs, or whose body may run again.

    `tests` are the conditions, of a `match` its subject beside its `cases`; `exhaustive` is
    true when one arm always runs; `ends` are the arms that leave by return, raise, break or
    continue, `raises` those of them that refuse what they find, `breaks` those that only leave a
    loop or its round; `tests_model` and `asks_client` are worked out when they are asked for.
    """

    kind: ForkKind
    tests: tuple[cst.CSTNode, ...] = ()
    cases: tuple[cst.MatchCase, ...] = ()
    arms: int = 1
    exhaustive: bool = False
    ends: set[int] = field(default_factory=set)
    raises: set[int] = field(default_factory=set)
    breaks: set[int] = field(default_factory=set)
    tests_model: bool | None = None
    asks_client: bool | None = None

    def sends_away(self) -> bool:
        """Tell whether what one of the conditions finds is dealt with, and no more comes of it."""
        asking = len(self.cases) - self.exhaustive if self.cases else len(self.tests)
        return any(number < asking for number in self.ends - self.raises)


Arm: TypeAlias = "tuple[Fork, int]"


class Frame(Struct, frozen=True):
    """Where an expression stands: its scope, its turn in the walk, the arms around it, whether
    the code around it expects an exception, and the conditions before it in its block that
    would have left the block."""

    scope: Scope
    order: int
    arms: tuple[Arm, ...] = ()
    expects_error: bool = False
    passed: tuple[Fork, ...] = ()

    def outside(self) -> Frame:
        """Return the frame around a function, for an expression in its signature."""
        return self if self.scope.frame is None else self.scope.frame

    def tests(self) -> Iterator[cst.CSTNode]:
        """Yield the conditions around it, and those of the other arms."""
        return (test for fork, _ in self.arms for test in fork.tests)


class Binding(Struct, frozen=True):
    """One thing that a name is bound to. `detail` depends on the kind: the dotted name of an
    import, the index path of an unpacked item, the annotation of an assignment."""

    kind: BindingKind
    node: cst.CSTNode
    frame: Frame
    detail: object = None


class Mutation(Struct, frozen=True):
    """A change of an object in place: `d["k"] = v`, `d.update(v)`, `d.append(v)`, `del d["k"]`.

    `steps` lead from the object to what is changed: attribute names and subscript nodes;
    `target` is the whole of that, as it is written.
    """

    kind: MutationKind
    steps: tuple[str | cst.BaseExpression, ...]
    value: cst.CSTNode | None
    frame: Frame
    target: cst.BaseExpression


class Scope(Struct, eq=False):
    """A module, class, function, lambda or comprehension."""

    kind: ScopeKind
    node: cst.CSTNode
    parent: Scope | None
    path: str
    frame: Frame | None = None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    outer_names: dict[str, OneOf["global", "nonlocal"]] = field(default_factory=dict)
    attributes: dict[str, list[Binding]] = field(default_factory=dict)
    returns: list[tuple[cst.BaseExpression, Frame]] = field(default_factory=list)
    receiver: str | None = None

    def home(self, name: str) -> Scope:
        """Return the scope that an assignment to a name here belongs to."""
        outer = self.outer_names.get(name)
        if outer is None:
            return self
        if outer == "global" or self.parent is None:
            return self.module()
        scope = self.parent
        while name not in scope.bindings and scope.parent is not None:
            scope = scope.parent
        return scope if name in scope.bindings else self.parent

    def module(self) -> Scope:
        """Return the scope of the file."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def release(self) -> None:
        """Let go of what stands here, whose frames lead back to this scope."""
        self.frame = None
        self.bindings.clear()
        self.attributes.clear()
        self.returns.clear()


class CallSite(Struct, eq=False):
    """A call expression, where it stands, and whether it is an item of a list or mapping."""

    node: cst.Call
    frame: Frame
    is_item: bool = False


class TryBlock(Struct, frozen=True):
    """A `try` with its handlers; `first` and `last` are turns of the walk."""

    node: cst.Try | cst.TryStar
    frame: Frame
    first: int
    last: int

    def holds(self, frame: Frame) -> bool:
        """Tell whether code stands in its body."""
        return self.first < frame.order <= self.last

    def exceptions(self) -> Iterator[cst.BaseExpression]:
        """Yield the exceptions that its handlers name."""
        for handler in self.node.handlers:
            if isinstance(handler.type, cst.Tuple):
                yield from (element.value for element in handler.type.elements)
            elif handler.type is not None:
                yield handler.type


class AttributeUse(Struct, frozen=True):
    """An attribute read, with the expression around it."""

    node: cst.Attribute
    parent: cst.CSTNode
    frame: Frame


class Program(Struct, eq=False):
    """One parsed file."""

    path: str
    tree: cst.Module
    scope: Scope
    text: str = ""
    calls: list[CallSite] = field(default_factory=list)
    mutations: dict[str, list[Mutation]] = field(default_factory=dict)
    scopes: dict[cst.CSTNode, Scope] = field(default_factory=dict)
    imports: list[tuple[cst.Import | cst.ImportFrom, Frame]] = field(default_factory=list)
    tries: list[TryBlock] = field(default_factory=list)
    text_uses: list[AttributeUse] = field(default_factory=list)
    environment: dict[str, list[tuple[cst.BaseExpression, Frame]]] = field(default_factory=dict)
    end: int = 0

    def last_frame(self) -> Frame:
        """Return the frame of code that would run after the whole file."""
        return Frame(self.scope, self.end + 1)

    def release(self) -> None:
        """Undo the reference cycles in a program that nobody asks any more.

        With them, a tree would stay in memory until garbage is looked for, and looking for it
        in what is left of large trees takes as long as half of their parsing.
        """
        self.scope.release()
        for scope in self.scopes.values():
            scope.release()
