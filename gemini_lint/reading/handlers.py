"""The exceptions that are caught around calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gemini_lint.call import Call, Handler
from gemini_lint.clients import Libraries
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.objects import local_function
from gemini_lint.reading.program import CallSite, Program
from gemini_lint.reading.reaching_definitions import is_same_flow
from gemini_lint.values import (
    Instance,
    Member,
    Place,
    Sequence,
    Symbol,
    Value,
    possibilities,
)

_GOOGLE = ("google.", "googleapiclient.", "gspread.", "firebase_admin.", "vertexai.")
_OTHER = "another Google client"


def handlers(
    program: Program, evaluator: Evaluator, libraries: Libraries, calls: Iterable[Call]
) -> Iterator[Handler]:
    """Yield each exception named around the calls of a client library."""
    sending = {call.place.anchor: call.sdk for call in calls if call.method is not None}
    if not sending:
        return
    for block in program.tries:
        sites = [site for site in program.calls if block.holds(site.frame)]
        sdks = {sending[site.node] for site in sites if site.node in sending}
        if sdks:
            sdks.update(_others(sites, evaluator, libraries))
            for node in block.exceptions():
                for name in _names(evaluator.evaluate(node, block.frame)):
                    yield Handler(name, frozenset(sdks), Place(program.path, node))


def _names(exception: Value) -> Iterator[str]:
    """Yield the exceptions that are caught: one, or those of a tuple with a name."""
    for value in possibilities(exception):
        for item in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(item, Symbol):
                yield item.name


def _others(sites: Iterable[CallSite], evaluator: Evaluator, libraries: Libraries) -> Iterator[str]:
    """Yield a word for each call of another Google client, also from a function called here."""
    for site in sites:
        for value in possibilities(evaluator.evaluate(site.node.func, site.frame)):
            called = [value, *_calls_within(value, evaluator)]
            names = (_name(function) for function in called)
            if any(name.startswith(_GOOGLE) and libraries.library(name) is None for name in names):
                yield _OTHER


def _calls_within(function: Value, evaluator: Evaluator) -> Iterator[Value]:
    """Yield what a function of the project calls itself."""
    own = local_function(function)
    if own is None:
        return
    program = evaluator.workspace.program(own.scope.path)
    for site in program.calls if program is not None else ():
        if is_same_flow(site.frame.scope, own.scope):
            yield from possibilities(evaluator.evaluate(site.node.func, site.frame))


def _name(value: Value) -> str:
    if isinstance(value, Member):
        return value.owner.name
    return value.name if isinstance(value, (Symbol, Instance)) else ""
