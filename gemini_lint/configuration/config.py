"""Which settings hold for a file.

The nearest folder above the file with a `gemini-lint.toml`, or a `pyproject.toml` that has
the table `[tool.gemini-lint]`, says them all; what the command line sets beats it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from gemini_lint.configuration.keys import (
    FILE_KEYS,
    NO_KEYS,
    RUN_KEYS,
    Selectors,
    WrongValueError,
    nearest_key,
)
from gemini_lint.patterns import anchored
from gemini_lint.settings import Settings

_OWN_FILE, _SHARED_FILE = "gemini-lint.toml", "pyproject.toml"
_TABLE = "tool.gemini-lint"
_NAMES = (b"gemini-lint", b"gemini_lint")  # the second is a slip, which is told
_EXTENDING = ("extend_select", "extend_exclude")
_PATTERNS = ("exclude", "extend_exclude")


class ConfigError(Exception):
    """A configuration file that cannot be used."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        """Keep the parts; `line` is None where it is unknown."""
        super().__init__(path, message, line)  # what pickle makes it anew from
        self.path = path
        self.line = line
        self.message = message

    def __str__(self) -> str:
        """Say where it is wrong, and what is."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"


class _Loaded(Struct, frozen=True):
    """What the nearest configuration file says."""

    settings: Settings
    run: Mapping[str, Any]
    file: str | None = None


class Configuration(Struct):
    """Finds the settings of files, and reads every configuration file once.

    `overrides` are values of `Settings` by name, from a command line; `selectors` the codes
    and names of all rules, without which selectors are not checked; `file` is the one
    configuration file to read, and `isolated` says to read none.
    """

    overrides: Mapping[str, Any] = field(default_factory=dict)
    selectors: Collection[str] = ()
    file: str | None = None
    isolated: bool = False
    _by_folder: dict[str, _Loaded] = field(default_factory=dict)

    def settings_for(self, path: str) -> Settings:
        """Return the settings of a file; raises ConfigError."""
        folder = os.path.dirname(path)
        found = self._by_folder.get(folder)
        if found is None:
            found = self._by_folder[folder] = self._for_folder(os.path.abspath(folder))
        return found.settings

    def run_options(self, folder: str = ".") -> Mapping[str, Any]:
        """Return what the configuration of a folder sets for a whole run.

        By the names of the options, with underscores: `output_format`, `fail_on`, `jobs`, …
        """
        return self._for_folder(os.path.abspath(folder)).run

    def files(self) -> tuple[str, ...]:
        """Return the configuration files that were read so far."""
        found = {loaded.file for loaded in self._by_folder.values()}
        return tuple(sorted(file for file in found if file is not None))

    def _for_folder(self, folder: str) -> _Loaded:
        if folder not in self._by_folder:
            self._by_folder[folder] = self._load(folder)
        return self._by_folder[folder]

    def _load(self, folder: str) -> _Loaded:
        if self.isolated:
            return self._without_file()
        if self.file is not None:
            return self._from_file(self.file, _read_named(self.file))
        for name in (_OWN_FILE, _SHARED_FILE):
            path = os.path.join(folder, name)
            table = _read_found(path)
            if table is not None:
                _keep_inside(path, table)
                return self._from_file(path, table)
        parent = os.path.dirname(folder)
        return self._without_file() if parent == folder else self._for_folder(parent)

    def _without_file(self) -> _Loaded:
        return _Loaded(self._overridden(Settings(root=os.getcwd())), {})

    def _from_file(self, path: str, table: dict[str, Any]) -> _Loaded:
        values = _checked(path, table, Selectors(self.selectors))
        run = {key.replace("-", "_"): values[key] for key in RUN_KEYS if key in values}
        chosen = {key.replace("-", "_"): values[key] for key in FILE_KEYS if key in values}
        root = os.path.dirname(os.path.abspath(path))
        return _Loaded(self._overridden(Settings(**chosen, root=root)), run, path)

    def _overridden(self, settings: Settings) -> Settings:
        given = {name: _from_here(name, value) for name, value in self.overrides.items()}
        for name in _EXTENDING:
            if name in given:
                given[name] = (*getattr(settings, name), *given[name])
        return replace(settings, **given)


def _keep_inside(path: str, table: Mapping[str, Any]) -> None:
    """Let a file that came with the code name no file outside of it to be written."""
    formats = table.get("output-format", ())
    listed = formats if isinstance(formats, list) else [formats]
    named = [str(item).partition("=")[2] for item in listed]
    root = os.path.realpath(os.path.dirname(path))
    for key, file in [
        ("output-file", table.get("output-file")),
        *(("output-format", f) for f in named),
    ]:
        if not file or not isinstance(file, str):
            continue
        parts = os.path.relpath(os.path.realpath(file), root).split(os.sep)
        if os.pardir in parts or ".git" in parts or os.path.isabs(os.path.join(*parts)):
            option = f"the option --{key} on the command line may"
            raise ConfigError(path, f"{key}: {file} does not lie below this file; {option}")


def _from_here(name: str, value: Any) -> Any:
    """Make patterns of the command line those of the current folder, not of the file's."""
    if name in _PATTERNS:
        return tuple(anchored(pattern, os.getcwd()) for pattern in value)
    if name == "per_file_ignores":
        return tuple((anchored(pattern, os.getcwd()), chosen) for pattern, chosen in value)
    return value


def _read_found(path: str) -> dict[str, Any] | None:
    """Read a file that may be there; None where it says nothing about gemini-lint."""
    is_shared = os.path.basename(path) == _SHARED_FILE
    data = _read(path)
    # Most pyproject.toml are other tools' alone, and need not even be whole.
    if data is None or (is_shared and not any(name in data for name in _NAMES)):
        return None
    content = _parsed(path, data)
    return _shared_table(path, content) if is_shared else content


def _read_named(path: str) -> dict[str, Any]:
    """Read the file that the user names."""
    data = _read(path)
    if data is None:
        raise ConfigError(path, "no such file")
    content = _parsed(path, data)
    table = _shared_table(path, content)
    if os.path.basename(path) != _SHARED_FILE:
        return content if table is None else table
    if table is None:
        raise ConfigError(path, f"it has no table [{_TABLE}]")
    return table


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(path, (error.strerror or str(error)).lower()) from None


def _parsed(path: str, data: bytes) -> dict[str, Any]:
    from gemini_lint import toml

    content = toml.parse(data)
    if isinstance(content, toml.BrokenToml):
        message = f"not TOML: {content.message}; mend it, or use --isolated to do without it"
        raise ConfigError(path, message, content.line)
    return content


def _shared_table(path: str, content: dict[str, Any]) -> dict[str, Any] | None:
    tool = content.get("tool")
    if not isinstance(tool, dict):
        return None
    if "gemini_lint" in tool:
        raise ConfigError(path, f"[tool.gemini_lint] is not read; call it [{_TABLE}]")
    table = tool.get("gemini-lint")
    if table is not None and not isinstance(table, dict):
        raise ConfigError(path, f"{_TABLE} must be a table")
    return table


def _checked(path: str, table: dict[str, Any], selectors: Selectors) -> dict[str, Any]:
    prefix = f"{_TABLE}." if os.path.basename(path) == _SHARED_FILE else ""
    values = {}
    for key, value in table.items():
        reader = FILE_KEYS.get(key) or RUN_KEYS.get(key)
        if reader is None:
            raise ConfigError(path, f"unknown key {prefix}{key}{_hint(path, key)}")
        try:
            values[key] = reader(value, selectors)
        except WrongValueError as error:
            raise ConfigError(path, f"{prefix}{key}: {error}") from None
    return values


def _hint(path: str, key: str) -> str:
    if key == "tool" and os.path.basename(path) != _SHARED_FILE:
        return f"; keys stand at the top level here, without [{_TABLE}]"
    if key in NO_KEYS:
        return "; it is an option of the command line alone"
    return nearest_key(key)
