"""What the project around a file requires of google-genai.

The nearest folder above the file that says something about google-genai counts, up to the
root of the repository. Its lock file beats its ranges; a uv workspace's lock file, in a
folder further up, counts for its members. Frameworks that the project requires
(langchain-google-genai, google-adk, …) limit google-genai by what they require themselves.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct, field

from gemini_lint.catalog import releases
from gemini_lint.dependencies import lock_files, specifiers
from gemini_lint.dependencies.folder import FolderNeeds, read_bytes, read_folder
from gemini_lint.dependencies.requirement import BrokenFile, Requirement, parse_all

DefaultVersion: TypeAlias = Literal["v1", "v1beta", "either"]

_MOST_FOLDERS = 10


class Pin(Struct, frozen=True):
    """The google-genai releases that will do: `exact` when it is one, `origin` says where
    that stands."""

    specifier: str
    exact: str | None
    origin: str

    @classmethod
    def of_version(cls, version: str, origin: str = "sdk-version") -> Pin:
        """Return the pin of one release."""
        return cls(f"=={version}", version, origin)

    def allows(self, version: str) -> bool:
        """Tell whether that release will do."""
        return specifiers.allows(self.specifier, version)

    def newest(self) -> str | None:
        """Return the newest known release that will do."""
        return self.exact or next(iter(self._known()[::-1]), None)

    def default_api_version(self) -> DefaultVersion:
        """Return the version of the API that google-genai asks for by itself."""
        return _default_of(self.specifier)

    def _known(self) -> list[str]:
        return [version for version in _known_releases() if self.allows(version)]


class ProjectWarning(Struct, frozen=True):
    """A file of the project that could not be read: its requirements are unknown."""

    path: str
    line: int | None
    message: str
    remedy: str


class _FolderPin(Struct, frozen=True):
    """What a folder decides: a pin, or that its requirements contradict each other."""

    pin: Pin | None


class PinFinder(Struct):
    """Finds pins, and reads each folder once; `warnings` are what it could not read."""

    warnings: list[ProjectWarning] = field(default_factory=list)
    _needs: dict[str, FolderNeeds] = field(default_factory=dict)
    _pins: dict[str, Pin | None] = field(default_factory=dict)

    def pin_for(self, path: str) -> Pin | None:
        """Return what the project around a file requires of google-genai.

        None where it requires nothing, or its requirements contradict each other.
        """
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._pins:
            self._pins[folder] = self._find(folder)
        return self._pins[folder]

    def _find(self, folder: str) -> Pin | None:
        parents = list(_up_to_repository(folder))
        for index, parent in enumerate(parents):
            needs = self._read(parent)
            decided = _pin_of_folder(needs)
            if decided is None:
                continue
            locked = None if needs.locked else _workspace_pin(parent, parents[index + 1 :])
            return locked or decided.pin
        return None

    def _read(self, folder: str) -> FolderNeeds:
        if folder not in self._needs:
            needs = read_folder(folder, releases.PACKAGE)
            self._needs[folder] = needs
            self.warnings += (_warning(broken) for broken in needs.broken)
        return self._needs[folder]


def pin_from(requirements: Sequence[str], origin: str) -> Pin | None:
    """Return the pin of requirements as pip writes them, a notebook's for instance."""
    sourced = [(origin, requirement) for requirement in parse_all(requirements)]
    decided = _pin_of_requirements(sourced)
    return decided.pin if decided is not None else None


def _known_releases() -> tuple[str, ...]:
    return tuple(release.version for release in releases.releases())


def _up_to_repository(folder: str) -> Iterator[str]:
    for _ in range(_MOST_FOLDERS):
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return
        folder = parent


def _pin_of_folder(needs: FolderNeeds) -> _FolderPin | None:
    versions = {version for _, locked in needs.locked for version in locked}
    if len(versions) > 1:
        return _FolderPin(None)
    if versions:
        origin = next(file for file, locked in needs.locked if locked)
        return _FolderPin(Pin.of_version(versions.pop(), origin))
    return _pin_of_requirements(needs.requirements)


def _workspace_pin(member: str, parents: Iterable[str]) -> Pin | None:
    for parent in parents:
        path = os.path.join(parent, "uv.lock")
        data = read_bytes(path)
        relative = os.path.relpath(member, parent).replace(os.sep, "/")
        if data is None or not lock_files.is_member(data, relative):
            continue
        versions = lock_files.versions_in_toml(data, path, releases.PACKAGE)
        if isinstance(versions, frozenset) and len(versions) == 1:
            return Pin.of_version(next(iter(versions)), "uv.lock")
    return None


def _pin_of_requirements(sourced: Sequence[tuple[str, Requirement]]) -> _FolderPin | None:
    about = [(file, wanted) for file, wanted in sourced if wanted.name == releases.PACKAGE]
    wanted = [(file, one) for file, one in about if not one.constraint]
    caps = list(_framework_caps(sourced))
    if not wanted and not caps:
        return None
    if _are_alternatives(wanted):
        return _FolderPin(None)
    parts = [one.specifier for _, one in about] + [specifier for _, specifier in caps]
    specifier = ",".join(sorted({part for part in parts if part}))
    if not _is_satisfiable(specifier):
        return _FolderPin(None)
    origins = [file for file, _ in wanted] or [origin for origin, _ in caps]
    origin = " and ".join(dict.fromkeys(origins))
    return _FolderPin(Pin(specifier, specifiers.exact(specifier), origin))


def _are_alternatives(wanted: list[tuple[str, Requirement]]) -> bool:
    """Tell whether different environments get different releases."""
    marked = {one.specifier for _, one in wanted if one.marker}
    return len(marked) > 1


def _is_satisfiable(specifier: str) -> bool:
    return bool(specifiers.allowed(specifier, _known_releases()))


def _framework_caps(sourced: Sequence[tuple[str, Requirement]]) -> Iterator[tuple[str, str]]:
    """Yield what the required frameworks with an upper limit require of google-genai."""
    for file, wanted in sourced:
        framework = releases.frameworks().get(wanted.name)
        if framework is None or wanted.constraint:
            continue
        if framework.extras and not framework.extras & wanted.extras:
            continue
        specifier = _required_by(framework, wanted.specifier)
        # A framework without a limit decides nothing that a project has not said itself.
        if specifier is not None and any(limit in specifier for limit in ("<", "==", "~=")):
            yield f"{framework.name} in {file}", specifier


def _required_by(framework: releases.Framework, specifier: str) -> str | None:
    """Return what the newest allowed version of a framework requires of google-genai."""
    known = (*(row.since for row in framework.rows), framework.newest)
    versions = specifiers.allowed(specifier, known)
    if not versions:
        return None
    newest = versions[-1]
    rows = [
        row
        for row in framework.rows
        if (since := specifiers.version_of(row.since)) is not None and since <= newest
    ]
    return rows[-1].specifier if rows else None


@lru_cache(256)
def _default_of(specifier: str) -> DefaultVersion:
    versions = specifiers.allowed(specifier, _known_releases())
    defaults = {_default_version(version.release) for version in versions}
    return defaults.pop() if len(defaults) == 1 else "either"


def _default_version(release: tuple[int, ...]) -> Literal["v1", "v1beta"]:
    """Return the default of a release; its pre-releases ask for the same version."""
    found: Literal["v1", "v1beta"] = "v1beta"
    for default in releases.default_versions():
        since = specifiers.version_of(default.since)
        if since is not None and since.release <= (*release, 0, 0)[:3]:
            found = default.version
    return found


def _warning(broken: BrokenFile) -> ProjectWarning:
    remedy = "mend it, or say the google-genai release with --sdk-version"
    return ProjectWarning(broken.path, broken.line, broken.message, remedy)
