"""Everything that the files of one folder say about what the project needs."""

from __future__ import annotations

import os
from collections.abc import Iterator

from msgspec import Struct

from gemini_lint import toml
from gemini_lint.dependencies import lock_files, pipfile, pyproject, requirements_txt
from gemini_lint.dependencies.requirement import BrokenFile, Requirement

_REQUIREMENT_SUFFIXES = (".txt", ".in")


class FolderNeeds(Struct, frozen=True):
    """Requirements and locked versions, each with the name of its file."""

    requirements: tuple[tuple[str, Requirement], ...] = ()
    locked: tuple[tuple[str, frozenset[str]], ...] = ()
    broken: tuple[BrokenFile, ...] = ()


def read_folder(folder: str, name: str) -> FolderNeeds:
    """Read the files of a folder; of lock files only what they say of one distribution."""
    try:
        files = sorted(os.listdir(folder))
    except OSError:
        return FolderNeeds()
    requirements: list[tuple[str, Requirement]] = []
    locked: list[tuple[str, frozenset[str]]] = []
    broken: list[BrokenFile] = []
    for file, found in _read_all(folder, files, name):
        if isinstance(found, BrokenFile):
            broken.append(found)
        elif isinstance(found, frozenset):
            locked.append((file, found))
        else:
            requirements.extend((file, requirement) for requirement in found)
    return FolderNeeds(tuple(requirements), tuple(locked), tuple(broken))


def read_bytes(path: str) -> bytes | None:
    """Return a file's content, None where there is no such file."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _read_all(
    folder: str, files: list[str], name: str
) -> Iterator[tuple[str, list[Requirement] | frozenset[str] | BrokenFile]]:
    for file in files:
        path = os.path.join(folder, file)
        if "requirements" in file and file.endswith(_REQUIREMENT_SUFFIXES):
            yield file, list(requirements_txt.requirements(path))
        elif file == "requirements":
            yield from _requirements_folder(path)
        elif found := _read_file(path, file, name):
            yield file, found


def _requirements_folder(folder: str) -> Iterator[tuple[str, list[Requirement]]]:
    files = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    for file in files:
        if file.endswith(_REQUIREMENT_SUFFIXES):
            found = requirements_txt.requirements(os.path.join(folder, file))
            yield f"requirements/{file}", list(found)


def _read_file(
    path: str, file: str, name: str
) -> list[Requirement] | frozenset[str] | BrokenFile | None:
    data = read_bytes(path) if _is_known(file) else None
    if data is None:
        return None
    if file == "setup.cfg":
        from gemini_lint.dependencies import setup_cfg

        return setup_cfg.requirements(data.decode("utf-8", "replace"), path)
    if file in lock_files.JSON_LOCKS:
        return lock_files.versions_in_json(data, path, name)
    if file in lock_files.TOML_LOCKS:
        return lock_files.versions_in_toml(data, path, name)
    content = toml.parse(data)
    if isinstance(content, toml.BrokenToml):
        return BrokenFile(path, content.line, content.message)
    reader = pipfile if file == "Pipfile" else pyproject
    return list(reader.requirements(content))


def _is_known(file: str) -> bool:
    locks = lock_files.TOML_LOCKS + lock_files.JSON_LOCKS
    return file in locks or file in ("pyproject.toml", "Pipfile", "setup.cfg")
