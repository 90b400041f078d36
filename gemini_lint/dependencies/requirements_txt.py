"""The requirements of pip's files, with the files that they include."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator

from msgspec.structs import replace

from gemini_lint.dependencies.requirement import Requirement, parse
from gemini_lint.regexes import regex

_COMMENT = regex(r"(?:^|\s)#.*$")
# `--hash=…`, `--config-settings …`: what follows a requirement and is none of it.
_LINE_OPTION = regex(r"\s--?\w.*$")
_INCLUDE = regex(r"(-r|--requirement|-c|--constraint)(?:\s*=\s*|\s*)(.+)")


def requirements(path: str, seen: frozenset[str] = frozenset()) -> Iterator[Requirement]:
    """Yield what a file and the files that it includes require."""
    absolute = os.path.abspath(path)
    if absolute in seen:
        return
    for line in _logical_lines(_read(absolute)):
        include = _INCLUDE.match(line)
        if include is not None:
            yield from _included(include, absolute, seen | {absolute})
        elif not line.startswith("-"):
            requirement = parse(_LINE_OPTION.sub("", line))
            if requirement is not None:
                yield requirement


def _included(include: re.Match[str], path: str, seen: frozenset[str]) -> Iterator[Requirement]:
    import shlex

    option, name = include.groups()
    target = os.path.join(os.path.dirname(path), *shlex.split(name, posix=os.name == "posix")[:1])
    is_constraint = option in ("-c", "--constraint")
    for requirement in requirements(target, seen):
        yield replace(requirement, constraint=requirement.constraint or is_constraint)


def _logical_lines(text: str) -> Iterator[str]:
    joined = re.sub(r"\\\r?\n", " ", text)
    for line in joined.splitlines():
        stripped = _COMMENT.sub("", line).strip()
        if stripped:
            yield stripped


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return ""
    # PowerShell's `pip freeze > requirements.txt` writes UTF-16, and pip reads it.
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")
