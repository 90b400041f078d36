"""gemini-lint finds Gemini API calls in Python code that will fail, and says why.

`check_source` and `check_paths` are the one way in, for the command, the flake8 plugin, an
editor and tests alike.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gemini_lint.check import check_paths, check_source
    from gemini_lint.findings import Finding, Report, Span
    from gemini_lint.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Finding",
    "Report",
    "Settings",
    "Span",
    "__version__",
    "check_paths",
    "check_source",
]

_HOMES = {
    "Finding": "gemini_lint.findings",
    "Report": "gemini_lint.findings",
    "Settings": "gemini_lint.settings",
    "Span": "gemini_lint.findings",
    "check_paths": "gemini_lint.check",
    "check_source": "gemini_lint.check",
}


def __getattr__(name: str) -> object:
    """Import what is asked for only then: `gemini-lint --version` needs none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
