"""What a user can set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

BackendSetting: TypeAlias = Literal["auto", "gemini-api", "vertex"]
VersionSetting: TypeAlias = Literal["auto", "v1", "v1beta"]

DEFAULT_EXCLUDE = (
    ".bzr", ".direnv", ".eggs", ".git", ".git-rewrite", ".hg", ".ipynb_checkpoints",
    ".mypy_cache", ".nox", ".pants.d", ".pyenv", ".pytest_cache", ".pytype", ".ruff_cache",
    ".svn", ".tox", ".venv", ".vscode", "__pypackages__", "_build", "buck-out", "build",
    "dist", "node_modules", "site-packages", "venv",
)  # fmt: skip


class Settings(Struct, frozen=True):
    """The settings for one file, from the command line, a configuration file or defaults.

    `select`, `extend_select`, `ignore`  codes, prefixes of codes or names of rules; `select`
                         is None for the rules that are on by default
    `per_file_ignores`   patterns of files, each with such selectors
    `today`              the day to judge by, None for the current date
    `retirement_notice`  how many days ahead a shutdown is reported
    `backend`, `api_version`  what holds where the code does not say
    `sdk_version`        google-genai's, instead of the one that the project pins
    `languages`          ISO 639-1 codes, or the word "available"
    `models`             patterns of ids that the catalogue cannot know
    `exclude`, `extend_exclude`  patterns of what is left out of folders, with `force_exclude`
                         of named files, too
    `disable_noqa`       `# noqa` silences nothing
    `root`               the folder that patterns with a slash start from, "" for the current
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    today: date | None = None
    retirement_notice: int = 180
    backend: BackendSetting = "auto"
    api_version: VersionSetting = "auto"
    sdk_version: str | None = None
    languages: tuple[str, ...] = ("en",)
    models: tuple[str, ...] = ()
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    disable_noqa: bool = False
    root: str = ""


SettingsFor: TypeAlias = Callable[[str], Settings]
"""What gives the settings of a file by its path."""
