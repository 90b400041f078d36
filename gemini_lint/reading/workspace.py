"""The files of a project as the reader needs them: parsed once, and only when asked for."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint import clients, sources
from gemini_lint.findings import Span
from gemini_lint.modules import ModuleFinder, Uses
from gemini_lint.reading import places
from gemini_lint.reading.names import meaning
from gemini_lint.reading.objects import ProjectModule
from gemini_lint.reading.parsing import ReadingError, parse
from gemini_lint.reading.program import Frame, Program, Scope
from gemini_lint.regexes import regex
from gemini_lint.sources.nesting import is_quick
from gemini_lint.values import UNKNOWN, Opaque, Place, Symbol, Value

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator
    from gemini_lint.sources.cells import CellMap

# trees take some 200 times the memory of their text
_MOST_TEXT = 200_000
_MODEL = regex(rb"[\"'](?:models/)?(?:gemini|imagen|veo|text-embedding|embedding|gemma|aqa)-")


class SlowModuleError(Exception):
    """A module of the project may take longer than there is time for."""


class Workspace:
    """Finds and parses modules, and keeps the last ones that were needed.

    Where there are `seconds`, a module that may take longer raises `SlowModuleError`.
    """

    def __init__(self, seconds: int | None = None) -> None:
        self.seconds = seconds
        self.libraries = clients.load()
        self._programs: OrderedDict[str, Program | None] = OrderedDict()
        self._cells: dict[str, CellMap] = {}
        self._naming: dict[str, bool] = {}
        self.modules = ModuleFinder()
        self.uses = Uses()

    def release(self) -> None:
        """Forget all files."""
        for program in self._programs.values():
            if program is not None:
                program.release()
        self._programs.clear()

    def known(self, source: sources.Source) -> Program | None:
        """Return the program of a file that was parsed before, as a module of another one."""
        program = self._programs.get(source.path)
        return program if program is not None and program.text == source.text else None

    def add(self, program: Program, cells: CellMap | None = None) -> None:
        """Make a parsed file known, which is now being read."""
        replaced = self._programs.pop(program.path, None)
        if replaced is not None and replaced is not program:
            replaced.release()
        kept = sum(len(known.text) for known in self._programs.values() if known is not None)
        while self._programs and kept + len(program.text) > _MOST_TEXT:
            _, dropped = self._programs.popitem(last=False)
            if dropped is not None:
                kept -= len(dropped.text)
                dropped.release()
        self._programs[program.path] = program
        self.uses = Uses()
        if cells is not None:
            self._cells[program.path] = cells

    def program(self, path: str) -> Program | None:
        """Return the parsed file of that path, None for one that cannot be read."""
        self.uses.read.add(path)
        if path not in self._programs:
            self._programs[path] = self._parsed(path)
        return self._programs[path]

    def scope(self, node: cst.CSTNode, frame: Frame) -> Scope | None:
        """Return the scope that a function, class, lambda or comprehension opens."""
        program = self.program(frame.scope.path)
        return program.scopes.get(node) if program is not None else None

    def _parsed(self, path: str) -> Program | None:
        data = sources.read(path)
        if not isinstance(data, bytes):
            return None
        source = sources.parse(data, path)
        if not isinstance(source, sources.Source):
            return None
        if self.seconds is not None and not is_quick(source.text, self.seconds):
            raise SlowModuleError
        try:
            return parse(source.text, path)
        except ReadingError:
            return None

    def locate(self, wanted: Iterable[Place]) -> dict[Place, Span]:
        """Return where places stand, in lines and columns."""
        by_path: dict[str, list[Place]] = {}
        for place in wanted:
            by_path.setdefault(place.path, []).append(place)
        found: dict[Place, Span] = {}
        for path, group in by_path.items():
            program = self.program(path)
            if program is not None:
                found.update(self._in_cells(places.spans(program, group)))
        return found

    def _in_cells(self, spans: dict[Place, Span]) -> dict[Place, Span]:
        return {place: self._in_cell(span) for place, span in spans.items()}

    def _in_cell(self, span: Span) -> Span:
        cells = self._cells.get(span.path)
        if cells is None:
            return span
        cell, line, column = cells.locate(span.line, span.column)
        _, end_line, end_column = cells.locate(span.end_line, span.end_column)
        return replace(
            span, cell=cell, line=line, column=column, end_line=end_line, end_column=end_column
        )

    def imported(self, dotted: str, node: cst.CSTNode, frame: Frame, evaluator: Evaluator) -> Value:
        """Return what importing a dotted name binds."""
        place = Place(frame.scope.path, node)
        if self.libraries.knows(dotted) and not self._is_projects_own(dotted, frame.scope.path):
            return Symbol(self.libraries.canonical(dotted), place)
        parent, _, name = dotted.rpartition(".")
        if dotted.startswith(".") and not parent.strip("."):
            parent = dotted[: len(dotted) - len(name)]
        found = self._module(dotted, frame.scope.path)
        if found is not None and name not in found.scope.bindings:
            return Opaque(ProjectModule(found))
        owner = self._module(parent, frame.scope.path) if parent else None
        if found is not None and not _rebinds(owner, name, frame.scope.path):
            return Opaque(ProjectModule(found))
        if owner is not None:
            return self.name_in(owner, name, node, evaluator)
        if dotted.startswith("."):
            return UNKNOWN
        return Symbol(self.libraries.canonical(dotted), place)

    def _is_projects_own(self, dotted: str, importer: str) -> bool:
        """Tell whether the project has a module where a library would stand back."""
        top = dotted.partition(".")[0]
        return self.libraries.yields(top) and self._module(top, importer) is not None

    def star(self, module: str, name: str, path: str, evaluator: Evaluator) -> Value | None:
        """Return what `from module import *` binds a name to, None if it does not."""
        if self.libraries.knows(module):
            return None
        program = self._module(module, path)
        if program is None or program.path == path or name not in program.scope.bindings:
            return None
        return self.name_in(program, name, program.tree, evaluator)

    def name_in(
        self, program: Program, name: str, node: cst.CSTNode, evaluator: Evaluator
    ) -> Value:
        """Return a name of another module of the project."""
        if name in program.scope.bindings:
            return meaning(evaluator, name, program.last_frame(), node)
        submodule = self._module(f".{name}", program.path)
        if submodule is not None and os.path.basename(program.path) == "__init__.py":
            return Opaque(ProjectModule(submodule))
        for binding in program.scope.bindings.get("*", ()):
            value = self.star(str(binding.detail), name, program.path, evaluator)
            if value is not None:
                return value
        return UNKNOWN

    def naming_models(self, dotted: str, importer: str) -> Program | None:
        """Return the module of the project that a name is imported from, if its text may name a
        model."""
        if self.libraries.knows(dotted):
            return None
        parent, _, name = dotted.rpartition(".")
        parent = dotted[: len(dotted) - len(name)] if not parent.strip(".") else parent
        for module in (dotted, parent):
            path = self.modules.path(module, importer) if module else None
            self.uses.searched[importer, module] = path
            if path is not None and os.path.normpath(path) != os.path.normpath(importer):
                self.uses.read.add(path)
                return self.program(path) if self._names_model(path) else None
        return None

    def _names_model(self, path: str) -> bool:
        if path not in self._naming:
            data = sources.read(path)
            self._naming[path] = isinstance(data, bytes) and _MODEL.search(data) is not None
        return self._naming[path]

    def _module(self, dotted: str, importer: str) -> Program | None:
        path = self.modules.path(dotted, importer)
        self.uses.searched[importer, dotted] = path
        return self.program(path) if path is not None else None


def _rebinds(package: Program | None, name: str, importer: str) -> bool:
    """Tell whether a package calls something else like one of its modules: `from .client import
    client` in its `__init__.py`."""
    return package is not None and package.path != importer and name in package.scope.bindings
