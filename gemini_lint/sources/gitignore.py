"""Which files a git repository ignores, by its `.gitignore` files and `.git/info/exclude`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class IgnoreFile(Struct, frozen=True):
    """The patterns of one file, which hold below its folder."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """Return True for ignored, False for taken back by `!`, None where nothing matches."""
        relative = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return self.spec.check_file(relative + "/" if is_folder else relative).include


class Ignores(Struct, frozen=True):
    """The ignore files that hold in one folder, the innermost last."""

    files: tuple[IgnoreFile, ...] = ()
    in_repository: bool = False

    def are_ignoring(self, path: str, is_folder: bool) -> bool:
        """Tell whether git ignores an entry of the folder: the innermost match decides."""
        for file in reversed(self.files):
            verdict = file.verdict(path, is_folder)
            if verdict is not None:
                return verdict
        return False

    def inside(self, folder: str) -> Ignores:
        """Return what holds in a folder below."""
        if os.path.exists(os.path.join(folder, ".git")):
            return Ignores(_read(folder), in_repository=True)
        if not self.in_repository:
            return self
        return Ignores(self.files + _read(folder), in_repository=True)


def ignores_above(folder: str) -> Ignores:
    """Return what the repository says of the entries of a folder where a walk begins."""
    ignores = Ignores()
    for parent in _parents(folder):
        if ignores.are_ignoring(parent, is_folder=True):
            # The folder was asked for by name: what ignores it says nothing of its files.
            ignores = Ignores(in_repository=True)
        ignores = ignores.inside(parent)
    return ignores


def _parents(folder: str) -> list[str]:
    parents = [os.path.abspath(folder)]
    while os.path.dirname(parents[-1]) != parents[-1]:
        parents.append(os.path.dirname(parents[-1]))
    return parents[::-1]


def _read(folder: str) -> tuple[IgnoreFile, ...]:
    names = (os.path.join(".git", "info", "exclude"), ".gitignore")
    files = (_read_file(folder, os.path.join(folder, name)) for name in names)
    return tuple(file for file in files if file is not None)


def _read_file(folder: str, path: str) -> IgnoreFile | None:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    return IgnoreFile(folder, GitIgnoreSpec.from_lines(lines))
