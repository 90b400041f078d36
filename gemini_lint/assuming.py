"""What the settings say of calls where the code is silent."""

from __future__ import annotations

from dataclasses import replace

from gemini_lint.call import Call, Reading
from gemini_lint.settings import Settings


def assume(reading: Reading, settings: Settings) -> Reading:
    """Put the backend of the settings where the code names none."""
    if settings.backend == "auto":
        return reading
    backends = (settings.backend,)
    names = tuple(replace(name, backends=backends) for name in reading.model_names)
    calls = tuple(_assumed(call, settings) for call in reading.calls)
    return replace(reading, calls=calls, model_names=names)


def _assumed(call: Call, settings: Settings) -> Call:
    if call.backend_origin == "code" or settings.backend == "auto":
        return call
    return replace(call, backends=(settings.backend,))
