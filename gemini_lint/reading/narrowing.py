"""What conditions rule out: within `if tokens > 0:`, `tokens` is not the 0 of its default."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import libcst as cst
from msgspec.structs import replace

from gemini_lint.reading.classes import is_init, own_bindings
from gemini_lint.reading.combining import choose
from gemini_lint.reading.conditions import is_piece_of_id
from gemini_lint.reading.program import Arm, Binding, Fork, Frame, Scope
from gemini_lint.reading.reaching_definitions import arms_of_its_own
from gemini_lint.reading.walking import spelled, target_of
from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Literal,
    Sequence as Items,
    Value,
    literals,
    possibilities,
)

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

_COMPARED: dict[type[cst.BaseCompOp], Callable[[Any, Any], bool]] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.LessThan: operator.lt,
    cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt,
    cst.GreaterThanEqual: operator.ge,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
    cst.In: lambda left, right: left in right,
    cst.NotIn: lambda left, right: left not in right,
}
_ASKED: dict[str, Callable[[str, str], bool]] = {
    "startswith": str.startswith,
    "endswith": str.endswith,
}
# What is compared with: names would have to be evaluated at the test, which is elsewhere.
_CONSTANTS = (
    cst.Integer, cst.Float, cst.SimpleString, cst.UnaryOperation, cst.Tuple, cst.List, cst.Set,
)  # fmt: skip
_WORDS = ("None", "True", "False")
_NOTHING = object()


def of_name(
    evaluator: Evaluator, name: str, value: Value, binding: Binding, others: Sequence[Binding],
    at: Frame,
) -> Value:  # fmt: skip
    """Return what a binding can have given its name at a use, the conditions on it held."""
    if not (at.arms or at.passed or others[1:]) or not _may_be_narrowed(value):
        return value
    if _is_start(value, binding) and any(_is_in_loop(other, binding, at) for other in others):
        return UNKNOWN
    around = [arm for arm in at.arms if arm not in binding.frame.arms]
    gone = [arm for other in others for arm in _replacing(other, binding, at)]
    gone.extend(_left(fork for fork in at.passed if fork not in binding.frame.passed))
    return _narrowed(_Test(evaluator, name, at), value, around, gone)


def _is_start(value: Value, binding: Binding) -> bool:
    """Tell whether a value is what a name holds until a loop finds another: `text = ""`."""
    is_empty = isinstance(value, Literal) and not value.value and value.value is not False
    return is_empty and binding.kind == "value"


def _is_in_loop(other: Binding, binding: Binding, at: Frame) -> bool:
    """Tell whether another binding replaces an earlier one in a loop that is over at a use."""
    own = arms_of_its_own(other.frame, at)
    is_later = other.frame.order > binding.frame.order
    return is_later and any(fork.kind == "loop" for fork, _ in own)


def of_place(
    evaluator: Evaluator, node: cst.Attribute | cst.Subscript, value: Value, at: Frame
) -> Value:
    """Return what `a.b` or `a["k"]` can be at a use, the conditions on it held."""
    name = spelled(node) if (at.arms or at.passed) and _may_be_narrowed(value) else None
    if name is None or _is_assigned(evaluator, node, name, at):
        return value
    gone = list(_left(at.passed))
    return _narrowed(_Test(evaluator, name, at), value, at.arms, gone)


def _left(passed: Iterable[Fork]) -> Iterator[Arm]:
    """Yield the arms that would have left before a use: `if tokens < 1: return`."""
    return ((fork, number) for fork in passed for number in fork.ends)


def of_assigned(
    evaluator: Evaluator, name: str, value: Value, binding: Binding, others: Sequence[Binding],
    at: Frame,
) -> Value:  # fmt: skip
    """Return what is left of a value that `self.n` was given, after `if not self.n: self.n = 9`."""
    if not others[1:] or not _may_be_narrowed(value):
        return value
    for other in others:
        is_before = other.frame.scope is at.scope and other.frame.order < at.order
        arms = arms_of_its_own(other.frame, at) if is_before else other.frame.arms
        is_later = is_before or _is_later(other, binding)
        if len(arms) == 1 and arms[0] not in binding.frame.arms and is_later:
            for tested in _names(name, binding, other.frame.scope):
                value = _narrowed(_Test(evaluator, tested, other.frame), value, (), arms)
    return value


def always_runs(
    evaluator: Evaluator, name: str, value: Value, at: Frame, arms: Sequence[Arm]
) -> bool:
    """Tell whether the code in all these arms runs, whatever of its values a name has."""
    test = _Test(evaluator, name, at)
    options = list(possibilities(value))
    return bool(options) and all(
        isinstance(option, Literal)
        and not _is_id(option.value)
        and all(test.runs(arm, option) for arm in arms)
        for option in options
    )


def _is_later(other: Binding, binding: Binding) -> bool:
    """Tell whether an attribute is assigned again, once it has got a value."""
    scope = other.frame.scope
    if binding.frame.scope.kind == "class":
        return is_init(scope)
    return scope is binding.frame.scope and other.frame.order > binding.frame.order


def _names(name: str, binding: Binding, scope: Scope) -> Iterator[str]:
    """Yield what the value of an attribute is called in a method."""
    yield f"{scope.receiver}.{name}"
    if isinstance(binding.node, cst.Name) and binding.frame.scope is scope:
        given = binding.node.value
        if len(scope.bindings.get(given, ())) == 1:
            yield given


def within(frame: Frame, test: cst.CSTNode) -> tuple[Frame, Frame]:
    """Return the frames of the two arms of a conditional expression."""
    fork = Fork("if", (test,), arms=2, exhaustive=True)
    first, second = ((*frame.arms, (fork, number)) for number in range(2))
    return replace(frame, arms=first), replace(frame, arms=second)


def kept_by(clause: cst.CompFor | None) -> Iterator[Arm]:
    """Yield the arms that an element stands in: `[heat for heat in heats if heat < 2]`."""
    while clause is not None:
        for item in clause.ifs:
            yield Fork("if", (item.test,)), 0
        clause = clause.inner_for_in


def _may_be_narrowed(value: Value) -> bool:
    return isinstance(value, (Literal, Choice)) and any(True for _ in literals(value))


def _replacing(other: Binding, binding: Binding, at: Frame) -> Iterator[Arm]:
    """Yield the arm in which another binding replaces an earlier one before a use."""
    if other.frame.scope is binding.frame.scope and other.frame.order > binding.frame.order:
        own = arms_of_its_own(other.frame, at)
        if len(own) == 1 and own[0] not in binding.frame.arms:
            yield own[0]


def _is_assigned(
    evaluator: Evaluator, node: cst.Attribute | cst.Subscript, name: str, at: Frame
) -> bool:
    """Tell whether the code around a use sets the attribute or key itself."""
    if isinstance(node, cst.Attribute) and own_bindings(node, at.scope):
        return any(binding.frame.scope is at.scope for binding in own_bindings(node, at.scope))
    program, target = evaluator.workspace.program(at.scope.path), target_of(node)
    made = program.mutations.get(target.root, ()) if program is not None and target else ()
    return any(item.frame.scope is at.scope and spelled(item.target) == name for item in made)


def _narrowed(test: _Test, value: Value, around: Iterable[Arm], gone: Sequence[Arm]) -> Value:
    def is_possible(option: Value) -> bool:
        # what is said of the model is for the guards: it stays the model that code asks for
        if not isinstance(option, Literal) or _is_id(option.value):
            return True
        if any(test.runs(arm, option) is False for arm in around):
            return False
        return not any(test.runs(arm, option) for arm in gone)

    options = value.options if isinstance(value, Choice) else (value,)
    kept = [option for option in options if is_possible(option)]
    if len(kept) == len(options):
        return value
    complete = not isinstance(value, Choice) or value.complete
    return choose(kept, complete) if kept else UNKNOWN


def _is_id(value: object) -> bool:
    """Tell whether a value is a model's id, and not one with a prefix that the code takes off."""
    return is_piece_of_id(value) and "/" not in str(value)


class _Test:
    """Works conditions out for each value that a name may have."""

    def __init__(self, evaluator: Evaluator, name: str, at: Frame) -> None:
        self.evaluator = evaluator
        self.name = name
        self.at = at

    def runs(self, arm: Arm, value: Literal) -> bool | None:
        """Tell whether the code in an arm runs for a value, None where that is not known."""
        fork, number = arm
        if fork.kind == "handler" or not fork.tests:
            return None
        if fork.kind == "match":
            known = [self.takes(fork.tests[0], case, value) for case in fork.cases[: number + 1]]
        else:
            known = [self.holds(test, value) for test in fork.tests[: number + 1]]
        if number < len(known):
            known[number] = None if (last := known[number]) is None else not last
        if True in known:
            return False
        return None if None in known else True

    def holds(self, test: cst.CSTNode, value: Literal) -> bool | None:
        """Tell whether a condition holds for a value."""
        if isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
            inner = self.holds(test.expression, value)
            return None if inner is None else not inner
        if isinstance(test, cst.BooleanOperation):
            sides = [self.holds(side, value) for side in (test.left, test.right)]
            decides = isinstance(test.operator, cst.Or)
            if decides in sides:
                return decides
            return None if None in sides else not decides
        if isinstance(test, cst.Comparison):
            return self.compares(test, value)
        if spelled(test) == self.name:
            return bool(value.value)
        return self.begins_or_ends(test, value) if isinstance(test, cst.Call) else None

    def takes(self, subject: cst.CSTNode, case: cst.MatchCase, value: Literal) -> bool | None:
        """Tell whether a case of `match name:` is the one for a value."""
        if spelled(subject) != self.name:
            return None
        fits = self.fits(case.pattern, value)
        return fits if case.guard is None or fits is False else None

    def fits(self, pattern: cst.MatchPattern, value: Literal) -> bool | None:
        if isinstance(pattern, cst.MatchAs):
            return pattern.pattern is None or self.fits(pattern.pattern, value)
        if isinstance(pattern, cst.MatchOr):
            each = [self.fits(option.pattern, value) for option in pattern.patterns]
            return True if True in each else None if None in each else False
        if not isinstance(pattern, (cst.MatchValue, cst.MatchSingleton)):
            return None
        known = self.operand(pattern.value, value)
        return None if known is _NOTHING else bool(known == value.value)

    def begins_or_ends(self, test: cst.Call, value: Literal) -> bool | None:
        """`name.startswith("google/")`."""
        function = test.func
        if not isinstance(function, cst.Attribute) or spelled(function.value) != self.name:
            return None
        ask = _ASKED.get(function.attr.value)
        known = self.operand(test.args[0].value, value) if len(test.args) == 1 else _NOTHING
        if ask is None or not isinstance(value.value, str) or not isinstance(known, str):
            return None
        return ask(value.value, known)

    def compares(self, test: cst.Comparison, value: Literal) -> bool | None:
        left = self.operand(test.left, value)
        for target in test.comparisons:
            if left is _NOTHING:
                return None
            right = self.operand(target.comparator, value)
            compare = _COMPARED.get(type(target.operator))
            if compare is None or right is _NOTHING:
                return None
            try:
                if not compare(left, right):
                    return False
            except TypeError:
                return None
            left = right
        return True

    def operand(self, node: cst.BaseExpression, value: Literal) -> object:
        """Return what stands on one side of a comparison, `_NOTHING` if it is not known."""
        if isinstance(node, cst.NamedExpr):
            node = node.target
        if spelled(node) == self.name:
            return value.value
        is_word = isinstance(node, cst.Name) and node.value in _WORDS
        if not is_word and not isinstance(node, _CONSTANTS):
            return _NOTHING
        known = self.evaluator.evaluate(node, self.at)
        if isinstance(known, Literal):
            return known.value
        if isinstance(known, Items) and known.complete:
            items = [item.value for item in known.items if isinstance(item, Literal)]
            return items if len(items) == len(known.items) else _NOTHING
        return _NOTHING
