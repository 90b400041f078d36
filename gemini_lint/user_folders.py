"""Where a user's own files are kept, on each system."""

from __future__ import annotations

import os
import sys

_NAME = "gemini-lint"


def data() -> str:
    """Return the folder of what the user has added."""
    return _folder("XDG_DATA_HOME", "share")


def state() -> str:
    """Return the folder of what this program keeps for itself."""
    return _folder("XDG_STATE_HOME", "state")


def _folder(variable: str, below_local: str) -> str:
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(local, _NAME)
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Application Support", _NAME)
    # https://specifications.freedesktop.org/basedir-spec/latest/: relative ones do not count
    chosen = os.environ.get(variable, "")
    default = os.path.join(home, ".local", below_local)
    return os.path.join(chosen if os.path.isabs(chosen) else default, _NAME)
