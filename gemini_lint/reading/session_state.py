"""What a Streamlit app keeps from run to run: `st.session_state.model`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gemini_lint.reading.combining import choose, with_origin
from gemini_lint.reading.program import Frame, Mutation
from gemini_lint.reading.walking import string
from gemini_lint.values import Instance, Literal, Value, possibilities

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

NAME = "streamlit.session_state"


def kept(evaluator: Evaluator, key: str, frame: Frame) -> Value:
    """Return what a file keeps under a key. Empty texts and lists are there to be filled."""
    values = [
        with_origin(option, f"st.session_state.{key}")
        for mutation in _settings(evaluator, key, frame)
        if mutation.value is not None
        for option in possibilities(evaluator.evaluate(mutation.value, mutation.frame))
        if isinstance(option, Instance) or (isinstance(option, Literal) and option.value)
    ]
    return choose(values, complete=False)


def _settings(evaluator: Evaluator, key: str, frame: Frame) -> Iterator[Mutation]:
    program = evaluator.workspace.program(frame.scope.path)
    for mutations in program.mutations.values() if program is not None else ():
        for mutation in mutations:
            if mutation.kind in ("set", "setdefault") and len(mutation.steps) == 2:
                owner, step = mutation.steps
                name = step if isinstance(step, str) else string(step)
                if owner == "session_state" and name == key:
                    yield mutation
