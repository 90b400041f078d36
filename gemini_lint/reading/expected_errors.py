"""Code that expects an exception: `with pytest.raises(ValueError): …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from gemini_lint.reading.bound_names import bind_target
from gemini_lint.reading.walking import dotted, last_name

if TYPE_CHECKING:
    from gemini_lint.reading.indexing import Indexer

_EXPECT_ERRORS = frozenset({"raises", "assertRaises", "assertRaisesRegex", "suppress"})


def with_(indexer: Indexer, node: cst.CSTNode) -> None:
    """`with a as b: …`."""
    assert isinstance(node, cst.With)
    outer = indexer.expects_error
    for item in node.items:
        indexer.scan(item.item)
        if item.asname is not None:
            bind_target(indexer, item.asname.name, item.item, "enter")
        indexer.expects_error = indexer.expects_error or expects_error(item.item)
    indexer.suite(node.body)
    indexer.expects_error = outer


def expects_error(item: cst.BaseExpression) -> bool:
    """`pytest.raises(ValueError)`."""
    return (
        isinstance(item, cst.Call)
        and last_name(item.func) in _EXPECT_ERRORS
        and dotted(item.func) is not None
    )
