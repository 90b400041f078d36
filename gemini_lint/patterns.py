"""File patterns: those of ruff without its alternatives and negations.

A pattern without a slash is the name of any part of a path; one with a slash is a path
relative to the folder of the configuration. Both may hold `*`, `?`, `[…]` and `[!…]`; a star
crosses slashes, and `**/` also stands for no folder at all. `{a,b}` and a `!` at the beginning
stand for themselves: two patterns say the first, and nothing the second.
"""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

_WILD = frozenset("*?[")


def is_matched(path: str, patterns: Iterable[str], root: str) -> bool:
    """Tell whether a path, or a folder that it stands in below `root`, matches a pattern."""
    absolute, root = os.path.abspath(path), root or os.getcwd()
    matches = entry_matcher(tuple(patterns), root)
    return any(matches(os.path.basename(part), part) for part in _lineage(absolute, root))


def entry_matcher(patterns: tuple[str, ...], root: str) -> Callable[[str, str], bool]:
    """Return what tells of the name and absolute path of a file or folder whether they match a
    pattern, whatever folders it stands in."""
    plain, names, paths = _compiled(patterns, root or os.getcwd())

    def matches(name: str, absolute: str) -> bool:
        if name in plain or (names is not None and names.match(name)):
            return True
        return paths is not None and paths.match(_with_slashes(absolute)) is not None

    return matches


def anchored(pattern: str, folder: str) -> str:
    """Make a pattern with a slash absolute, so that it holds whatever the root is."""
    if not _is_path(pattern):
        return pattern
    escaped = re.sub(r"[*?[]", r"[\g<0>]", folder)
    return _with_slashes(os.path.normpath(os.path.join(escaped, pattern)))


def _lineage(absolute: str, root: str) -> Iterator[str]:
    """Yield the path and the folders above it, up to the root (or all, when outside)."""
    part = absolute
    while part != root and part != os.path.dirname(part):
        yield part
        part = os.path.dirname(part)


def _is_path(pattern: str) -> bool:
    return "/" in pattern.rstrip("/")


def _with_slashes(path: str) -> str:
    return path.replace(os.sep, "/")


@lru_cache(maxsize=256)
def _compiled(
    patterns: tuple[str, ...], root: str
) -> tuple[frozenset[str], re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return the names that stand for themselves, and compile what holds for other names and
    what holds for whole paths."""
    of_names = {pattern.rstrip("/") for pattern in patterns if not _is_path(pattern)}
    plain = frozenset(name for name in of_names if _WILD.isdisjoint(name))
    names = [fnmatch.translate(name) for name in sorted(of_names - plain)]
    paths = [_path_expression(pattern, root) for pattern in patterns if _is_path(pattern)]
    return plain, _any_of(names), _any_of(paths)


def _any_of(expressions: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(expressions)) if expressions else None


def _path_expression(pattern: str, root: str) -> str:
    relative = pattern.rstrip("/").removeprefix("./")
    head = "" if os.path.isabs(relative) else _with_slashes(root).rstrip("/") + "/"
    # fnmatch closes every translation with an anchor; only the whole may keep one.
    pieces = (fnmatch.translate(piece)[:-2] for piece in relative.split("**/"))
    return re.escape(head) + "(?:.*/)?".join(pieces) + r"\Z"
