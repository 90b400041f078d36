"""From the paths of a command line to the files to check.

A file that is named is checked, whatever its ending, unless `force_exclude` says that the
excludes count for it, too. A folder is walked in sorted order without following links to
other folders, so that nothing is met twice and no loop is entered. `.gitignore` counts
inside a git repository only, as for git itself.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TypeAlias

from msgspec import Struct

from gemini_lint.patterns import entry_matcher, is_matched
from gemini_lint.settings import Settings, SettingsFor
from gemini_lint.sources.gitignore import Ignores, ignores_above
from gemini_lint.sources.source import PathError

SUFFIXES = (".py", ".pyi", ".ipynb")

# a path as it is shown, and the same from the root
_Found: TypeAlias = tuple[str | PathError, str]
_NAME = attrgetter("name")


def find_files(paths: Iterable[str], settings_for: SettingsFor) -> Iterator[str | PathError]:
    """Yield each file to check once, and each path that cannot be followed."""
    seen: set[str] = set()
    for path in paths:
        for found, absolute in _find(path, settings_for):
            if absolute not in seen:
                seen.add(absolute)
                yield found


def _find(path: str, settings_for: SettingsFor) -> Iterator[_Found]:
    absolute = os.path.abspath(path)
    if not os.path.lexists(path):
        yield PathError(path, "no such file or directory"), absolute
    elif not os.path.exists(path):
        yield PathError(path, "a link to nothing"), absolute
    elif is_force_excluded(path, settings_for(path)):
        return
    elif os.path.isdir(path):
        yield from _walk(os.path.normpath(path), absolute, ignores_above(path), settings_for)
    elif stat.S_ISFIFO(os.stat(path).st_mode):
        # what is read a second time, for its lines or by another process, would be empty
        yield PathError(path, 'a pipe: give it as standard input, "-"'), absolute
    else:
        yield os.path.normpath(path), absolute


def is_force_excluded(path: str, settings: Settings) -> bool:
    """Tell whether a file is left out even though it is named."""
    patterns = settings.exclude + settings.extend_exclude
    return settings.force_exclude and is_matched(path, patterns, settings.root)


def _walk(
    folder: str, absolute: str, ignores: Ignores, settings_for: SettingsFor
) -> Iterator[_Found]:
    """Yield the files below a folder; a folder's iterator waits while those in it are at work,
    as each of many nested generators would pass every file on."""
    waiting = [_entries(folder, absolute, ignores, settings_for)]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, _Folder):
            waiting.append(_entries(entry.path, entry.absolute, entry.ignores, settings_for))
        else:
            yield entry


class _Folder(Struct):
    path: str
    absolute: str
    ignores: Ignores


def _entries(
    folder: str, absolute: str, ignores: Ignores, settings_for: SettingsFor
) -> Iterator[_Found | _Folder]:
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=_NAME)
    except OSError as error:
        yield PathError(folder, (error.strerror or str(error)).lower()), absolute
        return
    is_left_out = _left_out(settings_for(os.path.join(folder, "x.py")), ignores)
    start = os.path.join(absolute, "")
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and not _is_program(entry):
            continue
        below = start + entry.name
        if is_left_out(entry.name, below, is_folder):
            continue
        path = entry.name if folder == "." else entry.path
        yield _Folder(path, below, ignores.inside(below)) if is_folder else (path, below)


def _is_program(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(SUFFIXES) and entry.is_file()


def _left_out(settings: Settings, ignores: Ignores) -> Callable[[str, str, bool], bool]:
    """Return what tells of the entries of a folder whether they are left out."""
    is_excluded = entry_matcher(settings.exclude + settings.extend_exclude, settings.root)
    ignored = ignores if settings.respect_gitignore else Ignores()

    def is_left_out(name: str, absolute: str, is_folder: bool) -> bool:
        return is_excluded(name, absolute) or ignored.are_ignoring(absolute, is_folder)

    return is_left_out
