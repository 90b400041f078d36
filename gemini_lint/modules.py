"""Finds the modules of a project, without reading them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from msgspec import Struct, field

_MOST_FOLDERS_UP = 8
_LARGEST_MODULE = 1_000_000
_ROOT_MARKS = (".git", "pyproject.toml", "setup.py", "setup.cfg")


class Uses(Struct):
    """What was needed of the project to read one file.

    `searched` are modules by the importing file and the dotted name, with what was found;
    `read` the files that were.
    """

    searched: dict[tuple[str, str], str | None] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)


class ModuleFinder(Struct):
    """Finds modules, and looks for each only once."""

    _found: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _roots: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def path(self, dotted: str, importer: str) -> str | None:
        """Return the file of a module that another file imports; it never imports itself."""
        key = (os.path.dirname(importer), dotted)
        if key not in self._found:
            self._found[key] = self._search(dotted, importer)
        found = self._found[key]
        if found is not None and found == os.path.normpath(importer):
            return next(self._files(dotted, importer, without=found), None)
        return found

    def _search(self, dotted: str, importer: str) -> str | None:
        return next(self._files(dotted, importer), None)

    def _files(self, dotted: str, importer: str, without: str = "") -> Iterator[str]:
        bare = dotted.lstrip(".")
        parts = bare.split(".") if bare else []
        if not dotted.startswith(".") and (not parts or parts[0] in sys.stdlib_module_names):
            return
        for folder in self._folders(dotted, importer):
            base = os.path.join(folder, *parts)
            for name in (base + ".py", os.path.join(base, "__init__.py")):
                path = os.path.normpath(name)
                if path != without and _is_readable(path):
                    yield path

    def _folders(self, dotted: str, importer: str) -> Iterator[str]:
        folder = os.path.dirname(importer) or "."
        level = len(dotted) - len(dotted.lstrip("."))
        if level:
            for _ in range(level - 1):
                folder = os.path.join(folder, os.pardir)
            yield os.path.normpath(folder)
            return
        if folder not in self._roots:
            self._roots[folder] = tuple(_search_path(folder))
        yield from self._roots[folder]


def _search_path(folder: str) -> Iterator[str]:
    """Yield the folders that absolute imports may start from, the nearest first."""
    current = os.path.normpath(folder)
    for _ in range(_MOST_FOLDERS_UP):
        yield current
        source = os.path.join(current, "src")
        if os.path.isdir(source):
            yield source
        if any(os.path.exists(os.path.join(current, mark)) for mark in _ROOT_MARKS):
            return
        parent = os.path.dirname(os.path.abspath(current))
        if parent == os.path.abspath(current):
            return
        current = parent


def _is_readable(path: str) -> bool:
    return os.path.isfile(path) and os.path.getsize(path) <= _LARGEST_MODULE
