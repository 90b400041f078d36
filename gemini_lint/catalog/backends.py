"""What only one of the two backends has: fields of a request, and methods of google-genai."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from gemini_lint.call import Backend
from gemini_lint.catalog import sourced


class BackendOnly(Struct, frozen=True):
    """A field or a method that one backend has alone.

    `name` is google-genai's, `raises` the exception that it raises for the other backend, and
    `converter` the function of the SDK that refuses a field (empty for a method).
    """

    name: str
    only: Backend
    raises: str
    converter: str
    sources: tuple[str, ...]


@cache
def fields() -> Mapping[str, BackendOnly]:
    """Return the fields of one backend by every REST path that they go by."""
    content = sourced.read("backends.json")
    found = {}
    for row in content["fields"]:
        raises = "ValueError: " + content["messages"][row["only"]].format(field=row["field"])
        field = BackendOnly(
            row["field"], row["only"], raises, row["converter"], _source(row, content["package"])
        )
        found.update(dict.fromkeys(row["paths"], field))
    return MappingProxyType(found)


@cache
def members() -> Mapping[str, BackendOnly]:
    """Return the methods of one backend by their name in google-genai (`files.upload`)."""
    return _by("members", "members")


@cache
def batch_sources() -> Mapping[str, BackendOnly]:
    """Return what reads the input of a batch, by the beginning of the input's name."""
    return _by("batch_sources", "prefixes")


@cache
def schema_keys() -> Mapping[str, BackendOnly]:
    """Return the keys of a response schema that one backend takes."""
    return _by("schema_keys", "keys")


def _by(table: str, column: str) -> Mapping[str, BackendOnly]:
    content = sourced.read("backends.json")
    return MappingProxyType(
        {
            name: BackendOnly(
                name, row["only"], row["raises"], "", _source(row, content["package"])
            )
            for row in content[table]
            for name in row[column]
        }
    )


def _source(row: dict[str, Any], package: str) -> tuple[str, ...]:
    return (f"{package} google/genai/{row['raised_at'][0]}",)
