"""Everything that one file has to say, gathered."""

from __future__ import annotations

from gemini_lint.call import Reading
from gemini_lint.reading.binding import Binder
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.importing import library_imports
from gemini_lint.reading.program import Program
from gemini_lint.reading.workspace import Workspace


def survey(program: Program, workspace: Workspace) -> Reading:
    """Find calls, imports and what else the rules look at in a file."""
    evaluator = Evaluator(workspace, workspace.libraries)
    binder = Binder(program, evaluator, workspace.libraries)
    calls = tuple(binder.calls())
    imports = tuple(library_imports(program, workspace.libraries))
    return Reading(program.path, calls, imports)
