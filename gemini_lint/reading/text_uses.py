"""Uses of a response's `.text` that break when there is none."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst
from msgspec import Struct

from gemini_lint.call import TextUse
from gemini_lint.clients import Libraries
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.program import AttributeUse, Frame, Program, Scope
from gemini_lint.reading.walking import dotted, nodes
from gemini_lint.values import Instance, Place, possibilities

_WITH_TEXT = frozenset({"google-genai", "google-generativeai", "google-cloud-aiplatform"})
_RAISED = {
    "google-genai": frozenset({"AttributeError", "TypeError"}),
    "google-generativeai": frozenset({"ValueError"}),
    "google-cloud-aiplatform": frozenset({"ValueError", "AttributeError"}),
}
_ANY_EXCEPTION = frozenset({"Exception", "BaseException"})
_LOOKS = frozenset({"prompt_feedback", "candidates", "finish_reason", "block_reason", "parts"})


class _Looks(Struct, frozen=True):
    """What a function looks at: whose feedback or candidates, and what it tests."""

    owners: list[str]
    tested: set[str | None]

    def at(self, root: str) -> bool:
        """Tell whether the response of that name is looked at."""
        if root in self.tested or f"{root}.text" in self.tested:
            return True
        return any(owner.startswith(root) for owner in self.owners)


def text_uses(program: Program, evaluator: Evaluator, libraries: Libraries) -> Iterator[TextUse]:
    """Yield each use of the text of a response of a known call."""
    parents: dict[cst.CSTNode, cst.Call] = {}
    looks: dict[cst.CSTNode, _Looks] = {}
    for use in program.text_uses:
        sdk = _sdk(use, evaluator, libraries)
        if sdk is None:
            continue
        if not parents:
            parents = {arg: site.node for site in program.calls for arg in site.node.args}
        how = _how(use, parents)
        if how or sdk != "google-genai":
            place = Place(program.path, use.node)
            is_checked = _is_checked(use, looks) or _is_caught(use, program, _RAISED[sdk])
            yield TextUse(sdk, how or "use", is_checked, place)


def _sdk(use: AttributeUse, evaluator: Evaluator, libraries: Libraries) -> str | None:
    for value in possibilities(evaluator.evaluate(use.node.value, use.frame)):
        found = libraries.function(value.maker) if isinstance(value, Instance) else None
        if found is None or found[0].sdk not in _WITH_TEXT:
            continue
        if found[1].method == "generateContent":
            return found[0].sdk
    return None


def _how(use: AttributeUse, parents: dict[cst.CSTNode, cst.Call]) -> str:
    parent = use.parent
    if isinstance(parent, cst.Attribute):
        return f".{parent.attr.value}"
    if isinstance(parent, cst.Subscript):
        return "a subscript"
    if isinstance(parent, cst.BinaryOperation) and isinstance(parent.operator, cst.Add):
        return "+"
    if isinstance(parent, cst.Arg) and parent in parents:
        name = (dotted(parents[parent].func) or "").rpartition(".")[2]
        return f"{name}()" if name in ("len", "loads") else ""
    return ""


def _is_checked(use: AttributeUse, looks: dict[cst.CSTNode, _Looks]) -> bool:
    root = dotted(use.node.value) or ""
    around = _function(use.frame.scope).node
    if around not in looks:
        looks[around] = _looks(around)
    return _tested(use.frame, root) or looks[around].at(root)


def _is_caught(use: AttributeUse, program: Program, raised: frozenset[str]) -> bool:
    """Tell whether a `try` around the use catches what it raises."""
    around = [block for block in program.tries if block.holds(use.frame)]
    handlers = [handler for block in around for handler in block.node.handlers]
    if any(handler.type is None for handler in handlers):
        return True
    names = {
        name.rpartition(".")[2]
        for block in around
        for name in map(dotted, block.exceptions())
        if name
    }
    return not names.isdisjoint(raised | _ANY_EXCEPTION)


def _tested(frame: Frame, root: str) -> bool:
    return any(
        _mentions(test, root) for fork, _ in frame.arms if fork.kind == "if" for test in fork.tests
    )


def _mentions(test: cst.CSTNode, root: str) -> bool:
    return any(dotted(node) in (root, f"{root}.text") for node in nodes(test))


def _looks(function: cst.CSTNode) -> _Looks:
    found = _Looks([], set())
    for node in nodes(function):
        if isinstance(node, cst.Attribute) and node.attr.value in _LOOKS:
            found.owners.append(dotted(node.value) or "")
        if isinstance(node, (cst.If, cst.IfExp)):
            found.tested.update(dotted(part) for part in nodes(node.test))
    return found


def _function(scope: Scope) -> Scope:
    while scope.kind not in ("function", "module") and scope.parent is not None:
        scope = scope.parent
    return scope
