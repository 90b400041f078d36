"""What binds names: assignments, imports, parameters, the captures of a `case`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal as OneOf

import libcst as cst

from gemini_lint.reading.in_place_changes import assign_inside, changed_by_call, mutate
from gemini_lint.reading.program import Binding, BindingKind, Frame
from gemini_lint.reading.walking import dotted, nodes

if TYPE_CHECKING:
    from gemini_lint.reading.indexing import Indexer


def assign(indexer: Indexer, node: cst.CSTNode) -> None:
    """`a = b = value`."""
    assert isinstance(node, cst.Assign)
    indexer.scan(node.value)
    for target in node.targets:
        bind_target(indexer, target.target, node.value, "value")
    changed_by_call(indexer, node.value)


def annotated(indexer: Indexer, node: cst.CSTNode) -> None:
    """`a: A = value`."""
    assert isinstance(node, cst.AnnAssign)
    if node.value is not None:
        indexer.scan(node.value)
        if isinstance(node.target, cst.Name):
            bind(indexer, node.target.value, "value", node.value, node.annotation)
        else:
            indexer.scan(node.target)
            assign_inside(indexer, node.target, node.value, node.annotation)
    elif isinstance(node.target, cst.Name):
        bind(indexer, node.target.value, "parameter", node)


def augmented(indexer: Indexer, node: cst.CSTNode) -> None:
    """`a += value`, `d["k"] += value`."""
    assert isinstance(node, cst.AugAssign)
    indexer.scan(node.value)
    if isinstance(node.target, cst.Name):
        bind(indexer, node.target.value, "augmented", node)
    else:
        mutate(indexer, node.target, "other", None)


def import_(indexer: Indexer, node: cst.CSTNode) -> None:
    """`import a.b as c`."""
    assert isinstance(node, cst.Import)
    indexer.program.imports.append((node, indexer.frame()))
    for alias in node.names:
        name = dotted(alias.name) or ""
        if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
            bind(indexer, alias.asname.name.value, "import", alias, name)
        else:
            root = name.split(".")[0]
            bind(indexer, root, "import", alias, root)


def import_from(indexer: Indexer, node: cst.CSTNode) -> None:
    """`from a import b as c`."""
    assert isinstance(node, cst.ImportFrom)
    indexer.program.imports.append((node, indexer.frame()))
    module = "." * len(node.relative) + (dotted(node.module) or "" if node.module else "")
    if isinstance(node.names, cst.ImportStar):
        bind(indexer, "*", "import", node, module)
        return
    separator = "" if module.endswith(".") else "."
    for alias in node.names:
        name = dotted(alias.name) or ""
        bound = alias.asname.name if alias.asname is not None else alias.name
        if isinstance(bound, cst.Name):
            bind(indexer, bound.value, "import", alias, f"{module}{separator}{name}")


def global_(indexer: Indexer, node: cst.CSTNode) -> None:
    """`global a`, `nonlocal a`."""
    assert isinstance(node, (cst.Global, cst.Nonlocal))
    kind: OneOf["global", "nonlocal"] = "global" if isinstance(node, cst.Global) else "nonlocal"
    for item in node.names:
        indexer.scope.outer_names[item.name.value] = kind


def bind(
    indexer: Indexer, name: str, kind: BindingKind, node: cst.CSTNode, detail: object = None,
    frame: Frame | None = None,
) -> None:  # fmt: skip
    """Bind a name in the scope that an assignment to it belongs to."""
    binding = Binding(kind, node, frame or indexer.frame(), detail)
    indexer.scope.home(name).bindings.setdefault(name, []).append(binding)


def bind_target(
    indexer: Indexer, target: cst.BaseExpression, value: cst.BaseExpression, kind: BindingKind,
    path: tuple[int, ...] = (), frame: Frame | None = None,
) -> None:  # fmt: skip
    """Bind what stands on the left of an assignment, or after `for`; `path` leads to its item."""
    if isinstance(target, (cst.Tuple, cst.List)):
        # all names get their values at once: `a, b = b, a`
        _unpack(indexer, target, value, kind, path, frame or indexer.frame())
    elif isinstance(target, cst.Name):
        if path:
            bind(indexer, target.value, "item", value, (kind, path), frame)
        else:
            bind(indexer, target.value, kind, value, frame=frame)
    elif isinstance(target, (cst.Attribute, cst.Subscript)):
        indexer.scan(target)
        assign_inside(indexer, target, value if kind == "value" and not path else None)


def _unpack(
    indexer: Indexer, target: cst.Tuple | cst.List, value: cst.BaseExpression, kind: BindingKind,
    path: tuple[int, ...], frame: Frame,
) -> None:  # fmt: skip
    plain = isinstance(value, (cst.Tuple, cst.List)) and kind == "value" and not path
    starred = any(isinstance(item, cst.StarredElement) for item in target.elements)
    for number, element in enumerate(target.elements):
        if starred:
            if isinstance(element.value, cst.Name):
                bind(indexer, element.value.value, "opaque", element)
        elif plain and isinstance(value, (cst.Tuple, cst.List)) and (number < len(value.elements)):
            bind_target(indexer, element.value, value.elements[number].value, kind, (), frame)
        else:
            bind_target(indexer, element.value, value, kind, (*path, number), frame)


def bind_parameters(indexer: Indexer, parameters: cst.Parameters) -> None:
    """Bind the parameters of a function or lambda."""
    for parameter in parameters_of(parameters):
        bind(indexer, parameter.name.value, "parameter", parameter)
    for star in (parameters.star_arg, parameters.star_kwarg):
        if isinstance(star, cst.Param):
            bind(indexer, star.name.value, "opaque", star)


def parameters_of(parameters: cst.Parameters) -> Sequence[cst.Param]:
    """Return the parameters that have names of their own."""
    return [*parameters.posonly_params, *parameters.params, *parameters.kwonly_params]


def bind_captures(indexer: Indexer, pattern: cst.CSTNode) -> None:
    """Bind the names of `case A(b) as c:`."""
    for node in nodes(pattern):
        name = getattr(node, "name", None)
        if isinstance(name, cst.Name):
            bind(indexer, name.value, "opaque", node)
