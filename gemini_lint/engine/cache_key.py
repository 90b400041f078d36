"""The user's own secret, by which the entries of a cache are known to be theirs.

A cache lies beside the code that is checked, and whoever sends code can send a cache with it:
one that says nothing is wrong. So each entry is sealed with a secret that lies elsewhere.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache

from gemini_lint import user_folders

# CI systems that keep a cache between runs keep this folder, too
FOLDER_VARIABLE = "GEMINI_LINT_KEY_DIR"
_NAME = "cache-key"
_BYTES = 32


@lru_cache(1)
def secret() -> bytes | None:
    """Return the secret, which is made when it is first needed; None where that cannot be."""
    folder = os.environ.get(FOLDER_VARIABLE) or user_folders.state()
    path = os.path.join(folder, _NAME)
    with suppress(OSError):
        return _read(path) or _made(path)
    return None


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            found = file.read(_BYTES)
    except FileNotFoundError:
        return None
    return found if len(found) == _BYTES else None


def _made(path: str) -> bytes | None:
    """Write a new secret aside and move it into place; of several runs, the last one wins."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    draft = f"{path}.{os.urandom(8).hex()}.tmp"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb") as file:
            file.write(os.urandom(_BYTES))
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)
        raise
    return _read(path)
