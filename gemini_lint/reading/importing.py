"""Which client libraries a file imports."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from gemini_lint.call import LibraryImport
from gemini_lint.clients import Libraries
from gemini_lint.clients.declaration import Library
from gemini_lint.reading.program import Program
from gemini_lint.reading.walking import dotted
from gemini_lint.values import Place


def library_imports(program: Program, libraries: Libraries) -> Iterator[LibraryImport]:
    """Yield the first import of each module of a client library."""
    seen: set[str] = set()
    for node, _ in program.imports:
        for name, anchor in _imported(node):
            library = _library_of(name, libraries)
            if library is not None and not library.many_vendors and name not in seen:
                seen.add(name)
                yield LibraryImport(library.sdk, name, Place(program.path, anchor))


def _library_of(name: str, libraries: Libraries) -> Library | None:
    """Return the library of a name: `langchain.llms.VertexAI` is langchain_google_vertexai's."""
    canonical = libraries.canonical(name)
    return libraries.library(canonical if libraries.function(canonical) else name)


def _imported(node: cst.Import | cst.ImportFrom) -> Iterator[tuple[str, cst.CSTNode]]:
    if isinstance(node, cst.Import):
        for alias in node.names:
            yield dotted(alias.name) or "", alias
        return
    if node.relative or node.module is None:
        return
    module = dotted(node.module) or ""
    if isinstance(node.names, cst.ImportStar):
        yield module, node
        return
    for alias in node.names:
        yield f"{module}.{dotted(alias.name)}", node
