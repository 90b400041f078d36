"""How a path is shown."""

from __future__ import annotations

import os


def near(path: str) -> str:
    """Shorten an absolute path to one from the current folder, where it lies below that."""
    if not os.path.isabs(path):
        return path
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if relative.startswith(os.pardir) else relative
