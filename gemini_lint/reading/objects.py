"""What the reader can follow although a rule cannot judge it."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from gemini_lint.reading.program import Frame, Program, Scope
from gemini_lint.values import Entry, Instance, Value


@dataclass(frozen=True, slots=True)
class LocalFunction:
    """A function or lambda of the project; `owner` is the class of a method's object."""

    node: cst.FunctionDef | cst.Lambda
    scope: Scope
    owner: LocalObject | None = None


@dataclass(frozen=True, slots=True)
class LocalClass:
    """A class of the project."""

    scope: Scope
    frame: Frame


@dataclass(frozen=True, slots=True)
class LocalObject:
    """An object of a class of the project; `made` holds the arguments, where known, and
    `changed` the attributes that were set from outside since. `is_class` for the class itself,
    whose attributes no method has set."""

    scope: Scope
    made: Instance | None = None
    changed: tuple[Entry, ...] = ()
    is_class: bool = False


@dataclass(frozen=True, slots=True)
class ProjectModule:
    """Another file of the project."""

    program: Program


@dataclass(frozen=True, slots=True)
class BoundMethod:
    """A method of a plain value: `"…".format`, `options.get`."""

    owner: Value
    name: str
