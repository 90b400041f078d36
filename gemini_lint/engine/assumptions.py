"""What the settings say of calls where the code is silent."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from gemini_lint.call import BACKENDS, Backend, Call, Reading
from gemini_lint.settings import Settings
from gemini_lint.values import Place


def assume(reading: Reading, settings: Settings) -> Reading:
    """Put the backend of the settings where the code names none."""
    calls = _undecided(reading.calls)
    if settings.backend == "auto":
        return replace(reading, calls=calls)
    backends = (settings.backend,)
    names = tuple(replace(name, backends=backends) for name in reading.model_names)
    calls = tuple(_assumed(call, settings) for call in calls)
    return replace(reading, calls=calls, model_names=names)


def _undecided(calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """Leave the backend open where one call goes through a client of either backend.

    What chooses the client mostly chooses the model, too: judging each client with each
    model would blame pairs that never meet.
    """
    backends: dict[Place, set[Backend]] = defaultdict(set)
    for call in calls:
        backends[call.name_place].update(call.backends)
    return tuple(
        replace(call, backends=BACKENDS, backend_origin="unknown")
        if len(backends[call.name_place]) > len(call.backends)
        else call
        for call in calls
    )


def _assumed(call: Call, settings: Settings) -> Call:
    if call.backend_origin == "code" or settings.backend == "auto":
        return call
    return replace(call, backends=(settings.backend,))
