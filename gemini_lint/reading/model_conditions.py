"""What conditions on the model decide about a call, noted in the call."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
from msgspec.structs import replace

from gemini_lint.call import Argument, Call
from gemini_lint.reading.guards import is_guarded, is_left_over, mentions
from gemini_lint.reading.program import CallSite, Frame
from gemini_lint.reading.walking import dotted, last_name
from gemini_lint.values import Literal, possibilities


def with_conditions(call: Call, frame: Frame, guarded: bool) -> Call:
    """Note what conditions around a call and before it decide; `guarded` where they do about
    what it is given."""
    around = is_guarded(frame, call.model)
    left = is_left_over(frame, call.model)
    decided = guarded or around or left
    return replace(call, guarded=decided, model_tested=around, method_tested=left)


class ModelConditions:
    """What conditions decide about calls that are given their model as an argument.

    A request over plain HTTP has it within its URL, which is no name that a condition could
    mention; it takes `with_conditions` alone.
    """

    def __init__(self, calls: Sequence[CallSite]) -> None:
        self._calls = calls
        self._frames: dict[str, list[Frame]] | None = None

    def noted(self, call: Call, site: CallSite, guarded: bool) -> Call:
        """Note what conditions decide about a call; `guarded` where they do about what it is
        given."""
        call = with_conditions(call, site.frame, guarded or _is_correlated(call))
        if self._is_called_by_model(site, call.model):
            call = replace(call, guarded=True, method_tested=True)
        if call.model_tested and call.model and _is_another(call.model, site.frame):
            call = replace(call, model_tested=False)
        return call

    def _is_called_by_model(self, site: CallSite, model: Argument | None) -> bool:
        """Tell whether the function around a call is called where a condition tests the model,
        and nowhere else in the file."""
        function = site.frame.scope.node
        if not isinstance(function, cst.FunctionDef) or model is None:
            return False
        if self._frames is None:
            self._frames = {}
            for other in self._calls:
                self._frames.setdefault(last_name(other.node.func), []).append(other.frame)
        frames = self._frames.get(function.name.value, [])
        return bool(frames) and all(
            is_guarded(frame, model) and not _is_another(model, frame) for frame in frames
        )


def _is_another(model: Argument, frame: Frame) -> bool:
    """Tell whether a model is certain, and not the one that conditions test."""
    if not isinstance(model.value, Literal):
        return False
    node = model.at.anchor
    name = dotted(node) if isinstance(node, cst.CSTNode) else None
    return name is None or not mentions(frame, name)


def _is_correlated(call: Call) -> bool:
    """Tell whether model and parameters may be chosen together, by a condition of their own."""
    if call.model is None or len(list(possibilities(call.model.value))) < 2:
        return False
    return any(
        not parameter.certain or len(list(possibilities(parameter.value))) > 1
        for parameter in call.parameters
    )
