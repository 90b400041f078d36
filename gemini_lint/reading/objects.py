"""What the reader can follow although a rule cannot judge it."""

from __future__ import annotations

import libcst as cst
from msgspec import Struct

from gemini_lint.reading.program import Frame, Program, Scope
from gemini_lint.values import Entry, Instance, Opaque, Value


class LocalFunction(Struct, frozen=True):
    """A function or lambda of the project."""

    node: cst.FunctionDef | cst.Lambda
    scope: Scope


def local_function(value: Value) -> LocalFunction | None:
    """Return the function of the project that a value is, if it is one."""
    what = value.what if isinstance(value, Opaque) else None
    return what if isinstance(what, LocalFunction) else None


class LocalClass(Struct, frozen=True):
    """A class of the project."""

    scope: Scope
    frame: Frame


def local_class(value: Value) -> LocalClass | None:
    """Return the class of the project that a value is, if it is one."""
    what = value.what if isinstance(value, Opaque) else None
    return what if isinstance(what, LocalClass) else None


def is_own_function(value: Value) -> bool:
    """Tell whether a value is a function or class of the project."""
    return local_function(value) is not None or local_class(value) is not None


class LocalObject(Struct, frozen=True):
    """An object of a class of the project; `made` holds the arguments, where known, and
    `changed` the attributes that were set from outside since. `is_class` for the class itself,
    whose attributes no method has set."""

    scope: Scope
    made: Instance | None = None
    changed: tuple[Entry, ...] = ()
    is_class: bool = False


class Alias(Struct, frozen=True):
    """An annotation that has a name: `ClientDep = Annotated[genai.Client, Depends(get)]`."""

    node: cst.Subscript
    frame: Frame


class ProjectModule(Struct, frozen=True):
    """Another file of the project."""

    program: Program


class BoundMethod(Struct, frozen=True):
    """A method of a plain value: `"…".format`, `options.get`."""

    owner: Value
    name: str
