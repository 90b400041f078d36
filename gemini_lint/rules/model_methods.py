"""Which methods a model serves."""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.call import Backend, Call
from gemini_lint.catalog import Model
from gemini_lint.rules.named_models import NamedModel, models_in_question
from gemini_lint.rules.rule import Context

_GENERATE = frozenset({"generateContent", "streamGenerateContent", "batchGenerateContent"})
_EMBED = frozenset({"embedContent", "batchEmbedContents", "asyncBatchEmbedContent", "embedText"})
_LIVE = frozenset({"bidiGenerateContent"})
_PREDICT = frozenset({"predict"})
_PREDICT_LONG_RUNNING = frozenset({"predictLongRunning"})
_DECIDE = frozenset({"decisions"})

# What is not here (countTokens, interactions, tuning …) is not judged by the lists of methods:
# they name it for some of the models that serve it, and not for others.
_SERVED_BY = {
    **dict.fromkeys(_GENERATE, _GENERATE),
    **dict.fromkeys(_EMBED, _EMBED),
    "predict": _PREDICT,
    "generateImages": _PREDICT,
    "predictLongRunning": _PREDICT_LONG_RUNNING,
    "generateVideos": _PREDICT_LONG_RUNNING,
    "bidiGenerateContent": _LIVE,
    "BidiGenerateContent": _LIVE,
    "live.connect": _LIVE,
    "liveMusic.connect": _LIVE,
    "decisions.create": _DECIDE,
}


def refused(call: Call, context: Context) -> Iterator[tuple[NamedModel, Model]]:
    """Yield the models of a call that its method does not reach, on any of its backends."""
    if call.method is None or call.method_tested:
        return
    for item, model in models_in_question(call, context):
        if not item.is_agent and all(
            not serves(model, call.method, backend) for backend in call.backends
        ):
            yield item, model


def serves(model: Model, method: str, backend: Backend) -> bool:
    """Tell whether the model serves the method, as far as is known."""
    if model.kind == "agent":
        return not (method in _SERVED_BY or method.startswith("interactions"))
    wanted = _SERVED_BY.get(method)
    if wanted is None or not model.methods:
        return True
    if model.methods == {"interactions"} and backend == "vertex":
        return True
    if model.kind == "embedding":
        return wanted in (_EMBED, _PREDICT)
    return bool(wanted & model.methods)
