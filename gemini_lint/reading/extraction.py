"""Everything that one file has to say, gathered."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Argument, Call, Reading
from gemini_lint.reading.binding import Binder
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.handlers import handlers
from gemini_lint.reading.importing import library_imports
from gemini_lint.reading.model_names import model_names
from gemini_lint.reading.openai_calls import settled
from gemini_lint.reading.program import Program
from gemini_lint.reading.rest_requests import requests
from gemini_lint.reading.routing import with_clients_of_file
from gemini_lint.reading.text_uses import text_uses
from gemini_lint.reading.workspace import Workspace

_KEY_VARIABLES = ("GOOGLE_API_KEY", "GEMINI_API_KEY", "GOOGLE_GENAI_API_KEY")


def extract(program: Program, workspace: Workspace, with_text_uses: bool) -> Reading:
    """Find calls, imports and what else the rules look at in a file."""
    evaluator = Evaluator(workspace, workspace.libraries)
    reading = _extracted(program, evaluator, with_text_uses)
    evaluator.release()
    return reading


def _extracted(program: Program, evaluator: Evaluator, with_text_uses: bool) -> Reading:
    libraries = evaluator.libraries
    calls = with_clients_of_file(tuple(_calls(program, evaluator)))
    imports = tuple(library_imports(program, libraries))
    return Reading(
        path=program.path,
        calls=calls,
        imports=imports,
        model_names=tuple(model_names(program, evaluator, calls, imports)),
        key_literals=tuple(_keys(program, evaluator)),
        handlers=tuple(handlers(program, evaluator, libraries, calls)),
        text_uses=tuple(text_uses(program, evaluator, libraries)) if with_text_uses else (),
    )


def _calls(program: Program, evaluator: Evaluator) -> Iterator[Call]:
    """Yield the calls of client libraries, and the requests over plain HTTP."""
    binder = Binder(program, evaluator, evaluator.libraries)
    yield from settled(binder.calls(), program, evaluator)
    yield from requests(binder)


def _keys(program: Program, evaluator: Evaluator) -> Iterator[Argument]:
    """Yield what the file assigns to the environment variables of API keys."""
    for name in _KEY_VARIABLES:
        for node, frame in program.environment.get(name, ()):
            place = evaluator.place(node, frame)
            yield Argument(name, evaluator.evaluate(node, frame), place, place)
