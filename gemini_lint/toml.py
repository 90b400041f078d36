"""Reads TOML with what the Python at hand has, and says where it is broken."""

from __future__ import annotations

import sys
from typing import Any

from msgspec import Struct

from gemini_lint.regexes import regex

_PLACE = regex(r" ?\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class BrokenToml(Struct, frozen=True):
    """Why a file is no TOML, and on which line; None where that is unknown."""

    line: int | None
    message: str


def parse(data: bytes) -> dict[str, Any] | BrokenToml:
    """Parse a TOML file."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        return BrokenToml(data.count(b"\n", 0, error.start) + 1, "it is not UTF-8")
    except tomllib.TOMLDecodeError as error:
        return _broken(data, str(error))
    except RecursionError:
        return BrokenToml(None, "nested too deeply")


def _broken(data: bytes, message: str) -> BrokenToml:
    place = _PLACE.search(message)
    if place is None:
        return BrokenToml(None, message)
    line = int(place["line"]) if place["line"] else data.rstrip().count(b"\n") + 1
    text = message[: place.start()]
    return BrokenToml(line, text[:1].lower() + text[1:])
