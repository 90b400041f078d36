"""Which call expressions name a function that a client library declares."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from gemini_lint.clients import Libraries
from gemini_lint.clients.declaration import Function, Library
from gemini_lint.reading.conditions import asked_name, is_question
from gemini_lint.reading.guards import asks_for
from gemini_lint.reading.program import Binding, Frame
from gemini_lint.reading.reaching_definitions import find
from gemini_lint.reading.walking import last_name
from gemini_lint.values import Instance, Member, Symbol, Value

_PARTIAL = "functools.partial"
# They pass on all that follows the function, or what follows by position. What else takes a
# function may have arguments of its own: `with_retry(generate, 3, model=M, delay=1)`.
_FORWARDERS = frozenset({"partial", "to_thread", "submit"})
_FORWARDERS_BY_POSITION = frozenset(
    {"run_in_executor", "run_sync", "call_later", "call_soon", "call_soon_threadsafe"}
)


def may_be_called(libraries: Libraries, function: cst.BaseExpression, frame: Frame) -> bool:
    """Tell whether a declared function may be called without asking if it exists."""
    if not may_be_declared(libraries, function, frame):
        return False
    return not asks_for(last_name(function), frame)


def may_be_declared(libraries: Libraries, function: cst.BaseExpression, frame: Frame) -> bool:
    """Tell whether an expression may name a declared function, without evaluating it."""
    if isinstance(function, cst.Attribute):
        before = last_name(function.value)
        return libraries.may_name_function(function.attr.value, before)
    if isinstance(function, cst.Subscript):
        return True
    if isinstance(function, cst.Call):
        asks = is_question(function) and asked_name(function) in libraries.endings
        return asks or last_name(function.func) == "get"
    if not isinstance(function, cst.Name):
        return False
    found = find(function.value, frame)
    if found is None:
        return bool(frame.scope.module().bindings.get("*"))
    return any(_leads_to_function(libraries, binding) for binding in found.bindings)


def _leads_to_function(libraries: Libraries, binding: Binding) -> bool:
    """Tell whether what a name is bound to may be a declared function."""
    if binding.kind == "import":
        name = str(binding.detail)
        return libraries.knows(name) or name.rpartition(".")[2] in libraries.endings
    if isinstance(binding.node, cst.ClassDef):
        return bool(binding.node.bases)
    return binding.kind == "value" and isinstance(
        binding.node, (cst.Attribute, cst.Name, cst.Call, cst.IfExp, cst.Subscript)
    )


def unwrapped(function: Value) -> Value:
    """Return the function that `functools.partial` was given, anything else as it is."""
    if isinstance(function, Instance) and function.name == _PARTIAL and function.positional:
        return function.positional[0]
    return function


def declared(libraries: Libraries, function: Value) -> tuple[Library, Function] | None:
    """Return the declaration of what is called."""
    if isinstance(function, Symbol):
        return libraries.function(function.name)
    if isinstance(function, Member):
        return libraries.function(f"{function.owner.name}.{function.path}")
    return None


def sdk_of(libraries: Libraries, function: Value) -> str:
    """Return the library of what is called, empty for what is no library's."""
    found = declared(libraries, unwrapped(function))
    return found[0].sdk if found is not None else ""


def is_borrowed(libraries: Libraries, function: Value) -> bool:
    """Tell whether what is called is another library's if the object may be."""
    found = declared(libraries, unwrapped(function))
    return found is not None and found[1].borrowed


def passed(
    libraries: Libraries, handed: Value, arguments: Sequence[cst.Arg], to: cst.BaseExpression
) -> Sequence[cst.Arg]:
    """Return the arguments that are the function's, which is handed on to another one."""
    found = declared(libraries, unwrapped(handed))
    if found is None or last_name(to) in _FORWARDERS:
        return arguments
    taken = found[1].shape.fields
    by_position = last_name(to) in _FORWARDERS_BY_POSITION
    return [
        item
        for item in arguments
        if (item.keyword.value in taken if item.keyword else by_position or item.star)
    ]
