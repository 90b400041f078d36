"""The bundled catalogue, and the user's own additions to it."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from gemini_lint import atomic, user_folders
from gemini_lint.catalog.overlay import Document, combined
from gemini_lint.catalog.schema import faults

FOLDER_VARIABLE = "GEMINI_LINT_DATA_DIR"
LARGEST = 16_000_000
_BUNDLED = os.path.join(os.path.dirname(__file__), "data", "models.json")
_NAME = "catalog.json"
_HEAD = 100


class DocumentError(Exception):
    """A document that cannot be a catalogue."""


class InUse(Struct, frozen=True):
    """The catalogue that is used: `own_file` is the user's, where it has a part in it, and
    `problem` says why it has none though it is there."""

    document: Document
    own_file: str | None = None
    problem: str | None = None


@cache
def in_use() -> InUse:
    """Read the catalogue that is used."""
    shipped = bundled()
    file = own_file()
    if not has_own_file():
        return InUse(shipped)
    try:
        return InUse(completed(shipped, read(file)), file)
    except DocumentError as error:
        problem = (
            f"{file}: {error}; the bundled catalogue is used "
            "(`gemini-lint catalog reset` removes the file)"
        )
        return InUse(shipped, None, problem)


def date_in_use() -> date:
    """Return the date of the catalogue that is used; the bundled one's costs no parsing."""
    if not has_own_file():
        with open(_BUNDLED, encoding="utf-8") as opened:
            head = opened.read(_HEAD).partition('"date": "')[2]
        if head:
            return date.fromisoformat(head.partition('"')[0])
    return date.fromisoformat(in_use().document["date"])


def bundled() -> Document:
    """Read the catalogue that came with this release."""
    with open(_BUNDLED, "rb") as opened:
        document: Document = msgspec.json.decode(opened.read())
    return document


def own_file() -> str:
    """Return where the user's catalogue is kept, whether there is one or not."""
    return os.path.join(os.environ.get(FOLDER_VARIABLE) or user_folders.data(), _NAME)


def has_own_file() -> bool:
    """Tell whether the user has a catalogue, sound or not."""
    return os.path.lexists(own_file())


def read(file: str) -> Document:
    """Read a document that may add to another; raises DocumentError."""
    try:
        with open(file, "rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise DocumentError((error.strerror or str(error)).lower()) from None
    return parsed(data)


def parsed(data: bytes) -> Document:
    """Parse a document that may add to another; raises DocumentError."""
    if len(data) > LARGEST:
        raise DocumentError(f"it is larger than {LARGEST:,} bytes")
    try:
        document: Any = msgspec.json.decode(data)
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise DocumentError("it is not JSON") from None
    return _sound(document, complete=False)


def completed(base: Document, added: Document) -> Document:
    """Lay a document over another; raises DocumentError where that is no catalogue."""
    return _sound(combined(base, added), complete=True)


def save(document: Document) -> str:
    """Keep the user's additions; raises OSError."""
    import json

    file = own_file()
    os.makedirs(os.path.dirname(file), exist_ok=True)
    atomic.write(file, json.dumps(document, indent=1) + "\n")
    return file


def _sound(document: Any, *, complete: bool) -> Document:
    wrong = next(faults(document, complete=complete), None)
    if wrong is not None:
        raise DocumentError(wrong)
    sound: Document = document
    return sound
