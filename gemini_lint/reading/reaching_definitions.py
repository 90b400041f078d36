"""Which bindings of a name can reach a place in the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from gemini_lint.reading.program import Arm, Binding, Fork, Frame, Scope

_SAME_FLOW = ("lambda", "comprehension")
_REPEATS = "loop"
_MOST_BINDINGS = 64


class Reached(Struct, frozen=True):
    """The bindings that a use may see; `definite` when it must see one of them."""

    bindings: tuple[Binding, ...]
    definite: bool


class Found(Struct, frozen=True):
    """A name's bindings in its home scope. `at` is the frame to judge them by."""

    scope: Scope
    bindings: Sequence[Binding]
    at: Frame


def find(name: str, frame: Frame) -> Found | None:
    """Find the scope that binds a name which is used at `frame`."""
    scope: Scope | None = frame.scope
    same_flow = True
    while scope is not None:
        if scope.outer_names.get(name) == "global":
            scope, same_flow = scope.module(), False
        visible = scope.kind != "class" or scope is frame.scope
        if visible and name in scope.bindings:
            at = frame if same_flow else end_of(scope)
            return Found(scope, scope.bindings[name], at)
        same_flow = same_flow and scope.kind in _SAME_FLOW
        scope = scope.parent
    return None


def end_of(scope: Scope) -> Frame:
    """Return the frame of code that runs once the scope's own code has run."""
    return Frame(scope, 2**62)


def reaching(found: Found) -> Reached:
    """Work out which of the bindings the use can see, the latest first."""
    at = found.at
    seen: list[Binding] = []
    for binding in reversed(found.bindings):
        if binding.frame.order >= at.order or _excluded(binding.frame, at):
            continue
        if any(_replaces(later, binding, at) for later in seen):
            continue
        if len(seen) >= _MOST_BINDINGS:
            break
        seen.append(binding)
        if _always_runs(binding, found.scope, at) or _covered(seen, at, found.scope):
            return Reached((*seen, *_carried(found, at)), definite=True)
    seen.extend(_carried(found, at))
    if not seen:
        return Reached(tuple(found.bindings), definite=False)
    return Reached(tuple(seen), definite=False)


def dominates(frame: Frame, at: Frame) -> bool:
    """Tell whether code at `frame` has surely run before `at` in the same flow."""
    return (
        _function(frame.scope) is _function(at.scope)
        and frame.order < at.order
        and not _suffix(frame.arms, at.arms)
    )


def arms_of_its_own(frame: Frame, at: Frame) -> Sequence[Arm]:
    """Return the arms around code at `frame` that are not around `at`."""
    return _suffix(frame.arms, at.arms)


def covered(frames: Iterable[Frame], at: Frame) -> bool:
    """Tell whether every way to `at` leads through code at one of the frames."""
    same_flow = [item for item in frames if _function(item.scope) is _function(at.scope)]
    return _covers([_suffix(item.arms, at.arms) for item in same_flow if item.order < at.order])


def may_precede(frame: Frame, at: Frame) -> bool:
    """Tell whether code at `frame` may have run before `at`."""
    if _function(frame.scope) is not _function(at.scope):
        return True
    return (frame.order < at.order or _share_loop(frame.arms, at.arms)) and not _excluded(frame, at)


def is_same_flow(scope: Scope, other: Scope) -> bool:
    """Tell whether the code of two scopes runs in one go."""
    return _function(scope) is _function(other)


def _function(scope: Scope) -> Scope:
    while scope.kind in _SAME_FLOW and scope.parent is not None:
        scope = scope.parent
    return scope


def _always_runs(binding: Binding, home: Scope, at: Frame) -> bool:
    return binding.frame.scope is home and not _suffix(binding.frame.arms, at.arms)


def _suffix(arms: Sequence[Arm], around: Sequence[Arm]) -> Sequence[Arm]:
    """Return the arms that a use does not share, endless loops aside."""
    shared = 0
    while shared < min(len(arms), len(around)) and arms[shared] == around[shared]:
        shared += 1
    return [arm for arm in arms[shared:] if not _is_endless(arm[0])]


def _is_endless(fork: Fork) -> bool:
    return fork.kind == "loop" and fork.exhaustive


def _excluded(frame: Frame, at: Frame) -> bool:
    """Tell whether running the one place rules out running on to the other."""
    mine = dict(at.arms)
    in_loop = False  # that is over at the other place: a break leads there
    for fork, number in frame.arms:
        other = mine.get(fork)
        if other is None:
            in_loop = in_loop or fork.kind == _REPEATS
            goes_on = in_loop and number in fork.breaks
            if number in fork.ends and fork.kind != "loop" and not goes_on:
                return True
        elif other != number:
            return True
    return False


def _replaces(later: Binding, binding: Binding, at: Frame) -> bool:
    """Tell whether a later binding in the arms of an earlier one, or around them, always follows
    it: not where those arms leave, or may do so in a loop that is over at the use."""
    if later.frame.scope is not binding.frame.scope:
        return False
    own, arms = _suffix(later.frame.arms, at.arms), _suffix(binding.frame.arms, at.arms)
    inner = arms[len(own) :]
    return (
        list(arms[: len(own)]) == list(own)
        and not any(number in fork.ends for fork, number in inner)
        and not any(fork.kind == _REPEATS for fork, _ in arms)
    )


def _covered(seen: Iterable[Binding], at: Frame, home: Scope) -> bool:
    """Tell whether the bindings seen so far lie on every way to the use."""
    suffixes = [_suffix(b.frame.arms, at.arms) for b in seen if b.frame.scope is home]
    return _covers(suffixes)


def _covers(suffixes: list[Sequence[Arm]]) -> bool:
    if any(not suffix for suffix in suffixes):
        return True
    for fork in {suffix[0][0] for suffix in suffixes}:
        if not fork.exhaustive or fork.kind == "loop":
            continue
        if all(number in fork.ends or _covers(_in_arm(suffixes, fork, number))
               for number in range(fork.arms)):  # fmt: skip
            return True
    return False


def _in_arm(suffixes: list[Sequence[Arm]], fork: Fork, number: int) -> list[Sequence[Arm]]:
    return [suffix[1:] for suffix in suffixes if suffix[0] == (fork, number)]


def _carried(found: Found, at: Frame) -> Iterator[Binding]:
    """Yield the bindings that an earlier round of a loop may have left."""
    for binding in found.bindings:
        later = binding.frame.order > at.order
        if later and _share_loop(binding.frame.arms, at.arms) and not _excluded(binding.frame, at):
            yield binding


def _share_loop(arms: Sequence[Arm], others: Sequence[Arm]) -> bool:
    loops = {fork for fork, _ in arms if fork.kind == _REPEATS}
    return any(fork in loops for fork, _ in others)
