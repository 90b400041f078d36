"""Poetry's version constraints in pip's words."""

from __future__ import annotations

import re

from gemini_lint.regexes import regex

_RELEASE = regex(r"v?(\d+(?:\.\d+)*)(.*)")


def specifier(constraint: str) -> str | None:
    """Translate `^1.2,!=1.3`; None where pip has no word for it (`||`)."""
    if "|" in constraint:
        return None
    parts = [
        part for part in re.split(r"\s*,\s*|(?<=[\w*])\s+(?=[<>=!~^])", constraint.strip()) if part
    ]
    translated = [_translate(part.replace(" ", "")) for part in parts]
    return ",".join(part for part in translated if part)


def _translate(part: str) -> str:
    if part == "*":
        return ""
    if part.startswith("^"):
        return _caret(part[1:])
    if part.startswith("~") and not part.startswith("~="):
        return _tilde(part[1:])
    if part[0].isdigit() or part[0] == "v":
        return f"=={part.removeprefix('v')}"
    if part[0] == "=" and not part.startswith("=="):
        return f"={part}"
    return part


def _caret(version: str) -> str:
    """Allow what keeps the leftmost number that is not zero."""
    release = _numbers(version)
    fixed = next((index for index, number in enumerate(release) if number), len(release) - 1)
    return _between(version, release[: fixed + 1])


def _tilde(version: str) -> str:
    """Allow what keeps major and minor, or the major where that is all there is."""
    return _between(version, _numbers(version)[:2])


def _between(version: str, kept: list[int]) -> str:
    above = ".".join(str(number) for number in [*kept[:-1], kept[-1] + 1])
    return f">={version.removeprefix('v')},<{above}"


def _numbers(version: str) -> list[int]:
    release = _RELEASE.match(version)
    return [int(number) for number in release[1].split(".")] if release else [0]
