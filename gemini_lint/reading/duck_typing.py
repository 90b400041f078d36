"""Objects that are handed in without a word, whose library their methods tell:
`def ask(client): client.models.generate_content(…)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.clients import Library
from gemini_lint.reading.annotations import options
from gemini_lint.reading.classes import own_bindings
from gemini_lint.reading.importing import library_imports
from gemini_lint.reading.names import value_bound
from gemini_lint.reading.objects import local_function
from gemini_lint.reading.program import Binding, Frame
from gemini_lint.reading.reaching_definitions import find
from gemini_lint.reading.walking import is_named_none, last_name
from gemini_lint.values import Instance, Member, Symbol, Unknown, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

_MOST_NAMES = 3
_DEEPEST = 8
_SAY_NOTHING = ("Any", "object", "None")


def method(evaluator: Evaluator, value: Value, node: cst.Attribute, frame: Frame) -> Value:
    """Return the method of a library's object that an attribute must be, if nothing is known of
    that object and the file imports the library; else `value`, what is known."""
    if not isinstance(value, (Unknown, Symbol)) and not _is_of_another_library(evaluator, value):
        return value
    for end in _ends(node):
        found = evaluator.libraries.telling.get(end)
        if found is None or not _imports(evaluator, found[0], frame):
            continue
        if _is_handed_in(evaluator, _owner(node, end), frame, _DEEPEST):
            place = evaluator.place(node, frame)
            name = found[1].removesuffix(f".{end}")
            return Member(Instance(name, (), (), place, complete=False), end, place)
    return value


def _ends(node: cst.Attribute) -> Iterator[str]:
    """Yield `connect`, `live.connect`, `aio.live.connect`."""
    end = node.attr.value
    current = node.value
    for _ in range(_MOST_NAMES):
        yield end
        if not isinstance(current, cst.Attribute):
            return
        end = f"{current.attr.value}.{end}"
        current = current.value


def _owner(node: cst.Attribute, end: str) -> cst.BaseExpression:
    """Return what the method is of: `client` of `client.aio.live.connect`."""
    owner: cst.BaseExpression = node
    for _ in end.split("."):
        owner = owner.value if isinstance(owner, cst.Attribute) else owner
    is_async = isinstance(owner, cst.Attribute) and owner.attr.value == "aio"
    return owner.value if isinstance(owner, cst.Attribute) and is_async else owner


def _imports(evaluator: Evaluator, library: Library, frame: Frame) -> bool:
    program = evaluator.workspace.program(frame.scope.path)
    return program is not None and any(
        found.sdk == library.sdk for found in library_imports(program, evaluator.libraries)
    )


def _is_handed_in(
    evaluator: Evaluator, node: cst.CSTNode, frame: Frame, depth: int, below: bool = False
) -> bool:
    """Tell whether an object comes from outside the file, and nothing is said of it there;
    `below` for what is kept in one that comes from there: `request.app.state.client`."""
    if depth == 0:
        return False
    if isinstance(node, cst.Subscript):  # one of those that are kept: `clients[number]`
        return True
    if isinstance(node, cst.Call):
        is_kept = below and _is_of_another_library(evaluator, evaluator.evaluate(node, frame))
        return is_kept or _is_given_back(evaluator, node, frame, depth)
    bindings: Sequence[Binding] = ()
    if isinstance(node, cst.Attribute):
        bindings = own_bindings(node, frame.scope)
        if not bindings:
            return _is_handed_in(evaluator, node.value, frame, depth - 1, below=True)
    elif isinstance(node, cst.Name):
        found = find(node.value, frame)
        bindings = found.bindings if found is not None else ()
    given = [item for item in bindings if not is_named_none(item.node)]
    return bool(given) and all(_gives(evaluator, item, depth, below) for item in given)


def _is_of_another_library(evaluator: Evaluator, value: Value) -> bool:
    """Tell whether something belongs to an object of a library that is none of Gemini's:
    `app.state` of `app = FastAPI()`."""
    owner = value.owner if isinstance(value, Member) else value
    if not isinstance(owner, Instance) or "mock" in owner.name.lower():
        return False
    return not evaluator.libraries.knows(owner.name)


def _is_given_back(evaluator: Evaluator, node: cst.Call, frame: Frame, depth: int) -> bool:
    """Tell whether a function of the project returns such an object, and does not say what."""
    function = local_function(evaluator.evaluate(node.func, frame))
    if function is None or not isinstance(function.node, cst.FunctionDef):
        return False
    if function.node.returns is not None:
        return False
    returned = [item for item in function.scope.returns if not is_named_none(item[0])]
    return bool(returned) and all(
        _is_handed_in(evaluator, value, place, depth - 1) for value, place in returned
    )


def _gives(evaluator: Evaluator, binding: Binding, depth: int, below: bool) -> bool:
    if binding.kind in ("value", "element"):
        return _is_handed_in(evaluator, binding.node, binding.frame, depth - 1, below)
    if binding.kind == "import":
        value = value_bound(evaluator, binding)
        return isinstance(value, Symbol) and not evaluator.libraries.knows(value.name)
    if binding.kind != "parameter":
        return False
    annotation = getattr(binding.node, "annotation", None)
    if not isinstance(annotation, cst.Annotation):
        return True
    named = list(options(annotation.annotation))
    return bool(named) and all(
        last_name(name) in _SAY_NOTHING
        or (below and _is_foreign(evaluator, name, binding.frame.outside()))
        for name in named
    )


def _is_foreign(evaluator: Evaluator, node: cst.CSTNode, frame: Frame) -> bool:
    """Tell whether a class is another library's: what its objects keep is not known."""
    value = evaluator.evaluate(node, frame)
    return isinstance(value, Symbol) and not evaluator.libraries.knows(value.name)
