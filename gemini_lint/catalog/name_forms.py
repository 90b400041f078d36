"""The forms of a model's name that a backend or SDK does not take."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from msgspec import Struct

from gemini_lint.call import Backend
from gemini_lint.catalog.prefixes import bare
from gemini_lint.regexes import regex

NameKind: TypeAlias = Literal[
    "known", "unknown-model", "malformed", "display-name", "other-vendor", "plausible"
]

GOOGLE_SDKS = frozenset({"google-genai", "google-generativeai"})

# These put `models/` in front of whatever they are given, on the Developer API.
_PREFIXING_SDKS = GOOGLE_SDKS | {"langchain-google-genai"}
_FOREIGN_PREFIXES = ("google/", "gemini/", "publishers/", "projects/")

_FORBIDDEN = ("..", "?", "&")
_DISPLAY_NAME = regex(r"(?:google\s+)?(?:gemini|gemma|imagen|veo|lyria)\s", re.IGNORECASE)
_WORD = regex(r"[^\s()]+")


class NameVerdict(Struct, frozen=True):
    """What a name is; `suggestion` is the id that was probably meant, and `is_raised` tells
    that google-genai itself refuses the name."""

    kind: NameKind
    suggestion: str | None = None
    reason: str = ""
    is_raised: bool = False


def fault_of_form(name: str, backend: Backend, sdk: str) -> NameVerdict | None:
    """Return what is wrong with the form of a name, whichever model it names."""
    if _DISPLAY_NAME.match(name.strip()):
        return NameVerdict("display-name", _id_of(name))
    if sdk in GOOGLE_SDKS:
        refused = _refused(name)
        if refused is not None:
            return refused
    return _misplaced_prefix(name, backend, sdk)


def _id_of(display_name: str) -> str:
    words = _WORD.findall(display_name.lower())
    return "-".join(word for word in words if word != "google")


def _refused(name: str) -> NameVerdict | None:
    if not name:
        return NameVerdict("malformed", None, "is empty", is_raised=True)
    for text in _FORBIDDEN:
        if text in name:
            return NameVerdict("malformed", None, f'contains "{text}"', is_raised=True)
    if name != name.strip():
        return NameVerdict("malformed", name.strip() or None, "contains white space")
    return None


def _misplaced_prefix(name: str, backend: Backend, sdk: str) -> NameVerdict | None:
    for prefix in _misplaced_prefixes(backend, sdk):
        if name.startswith(prefix):
            id_ = bare(name)
            meant = id_ if "/" not in id_ else None
            return NameVerdict("malformed", meant, f'starts with "{prefix}"')
    return None


def _misplaced_prefixes(backend: Backend, sdk: str) -> tuple[str, ...]:
    if backend == "vertex":
        return ("models/",) if sdk == "google-genai" else ()
    return _FOREIGN_PREFIXES if sdk in _PREFIXING_SDKS else ()
