"""What a program sets in its environment: `os.environ["GOOGLE_API_KEY"] = key`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.walking import dotted, string

if TYPE_CHECKING:
    from gemini_lint.reading.indexing import Indexer

_ENVIRONMENT = ("os.environ", "environ")


def set_in_environment(
    indexer: Indexer, target: cst.BaseExpression, value: cst.BaseExpression | None
) -> None:
    """Take `os.environ["A"] = b`."""
    if value is None or not isinstance(target, cst.Subscript) or len(target.slice) != 1:
        return
    key = target.slice[0].slice
    if dotted(target.value) in _ENVIRONMENT and isinstance(key, cst.Index):
        _variable(indexer, string(key.value), value)


def called_on_environment(indexer: Indexer, call: cst.Call, function: cst.Attribute) -> None:
    """Take `os.environ.setdefault("A", b)` and `os.environ.update({"A": b}, C=d)`."""
    if dotted(function.value) not in _ENVIRONMENT:
        return
    if function.attr.value == "setdefault" and len(call.args) == 2:
        _variable(indexer, string(call.args[0].value), call.args[1].value)
    for argument in call.args if function.attr.value == "update" else ():
        if argument.keyword is not None:
            _variable(indexer, argument.keyword.value, argument.value)
        elif isinstance(argument.value, cst.Dict):
            for item in argument.value.elements:
                if isinstance(item, cst.DictElement):
                    _variable(indexer, string(item.key), item.value)


def _variable(indexer: Indexer, name: str | None, value: cst.BaseExpression) -> None:
    if name is not None:
        indexer.program.environment.setdefault(name, []).append((value, indexer.frame()))
