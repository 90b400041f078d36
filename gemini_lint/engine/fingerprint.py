"""What stands for this program, its facts, and what it is built on: another one finds other
things."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b

# packages whose release changes what is found
_PARTS = ("libcst/_version.py", "simplemma/__init__.py", "packaging/__init__.py")


@lru_cache(1)
def fingerprint() -> str:
    """Return what stands for this program, its facts, and what it is built on."""
    found = blake2b(sys.version.encode(), digest_size=20)
    package = os.path.dirname(os.path.dirname(__file__))
    libraries = (os.path.join(folder, part) for part in _PARTS for folder in sys.path)
    for path in (*_program(package), *libraries, _own_catalogue()):
        with suppress(OSError), open(path, "rb") as file:
            found.update(f"{os.path.relpath(path, package)}\0".encode("utf-8", "surrogateescape"))
            found.update(file.read())
    return found.hexdigest()


def _program(folder: str) -> Iterator[str]:
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _program(entry.path)
        elif entry.name.endswith((".py", ".json")):
            yield entry.path


def _own_catalogue() -> str:
    from gemini_lint.catalog import documents

    return documents.own_file()
