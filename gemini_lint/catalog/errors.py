"""What the server's and the SDK's errors mean, and which rules find their causes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from gemini_lint.catalog.sourced import cited, read

Row = Mapping[str, object]

_LINE_NUMBER = re.compile(r"\bline \d+|:\d+")  # of a traceback: no status


@dataclass(frozen=True, slots=True)
class Cause:
    """Something in the code that leads to an error, and the rules that find it."""

    text: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error with its causes. `title` is how the error is known."""

    title: str
    cause: str
    remedy: str
    causes_in_code: tuple[Cause, ...]
    source: tuple[str, ...]


def explain(text: str) -> tuple[Explanation, ...]:
    """Return the explanations of an error text, the most specific one first.

    A known message says more than the status around it, and a status more than the name of
    an exception.
    """
    exact = tuple(_by_message(text))
    by_status = tuple(_by_status(text))
    return (*exact, *by_status) or tuple(_by_exception(text))


def known_errors() -> tuple[str, ...]:
    """Return the titles of all errors with a status."""
    return tuple(_title(row) for row in _rows("errors"))


def known_messages() -> tuple[Explanation, ...]:
    """Return the explanations of all messages."""
    return tuple(_of_message(row) for row in _rows("messages"))


def known_exceptions() -> tuple[Explanation, ...]:
    """Return the explanations of all exceptions."""
    return tuple(_of_exception(row) for row in _rows("exceptions"))


def _by_message(text: str) -> Iterator[Explanation]:
    flat = _flat(text)
    for row in _rows("messages"):
        parts = (re.escape(_flat(part)) for part in str(row["message"]).split("*"))
        if re.search(".*?".join(parts), flat):
            yield _of_message(row)


def _of_message(row: Row) -> Explanation:
    message = str(row["message"]).replace("*", "…")
    causes = (Cause("what the message says", _strings(row["rules"])),)
    return Explanation(f"“{message}”", "", str(row["remedy"]), causes, _sources(row))


def _by_status(text: str) -> Iterator[Explanation]:
    words = set(re.findall(r"\w+", _LINE_NUMBER.sub("", text.casefold())))
    rows = [row for row in _rows("errors") if words & _keys(row)]
    best = max((len(words & _keys(row)) for row in rows), default=0)
    for row in rows:
        if len(words & _keys(row)) == best:
            yield Explanation(
                _title(row), str(row["cause"]), str(row["remedy"]), _causes(row), _sources(row)
            )


def _by_exception(text: str) -> Iterator[Explanation]:
    words = set(re.findall(r"[\w.]+", text))
    for row in _rows("exceptions"):
        if words & set(_strings(row["names"])):
            yield _of_exception(row)


def _of_exception(row: Row) -> Explanation:
    causes = (Cause(str(row["cause"]), _strings(row["rules"])),)
    title = max(_strings(row["names"]), key=lambda name: (name.count("."), name))
    return Explanation(title, str(row["cause"]), str(row["remedy"]), causes, _sources(row))


def _keys(row: Row) -> set[str]:
    """Return the words by which an error is recognised."""
    keys = {str(row["http"]), *_strings(row["interactions_codes"])}
    return keys | ({str(row["status"]).casefold()} if row["status"] else set())


def _title(row: Row) -> str:
    return (
        f"{row['http']} {row['status'] or ', '.join(_strings(row['interactions_codes']))}".strip()
    )


def _causes(row: Row) -> tuple[Cause, ...]:
    causes = row["causes_in_code"]
    assert isinstance(causes, list)
    return tuple(Cause(cause["cause"], tuple(cause["rules"])) for cause in causes)


def _sources(row: Row) -> tuple[str, ...]:
    sources = _data()["sources"]
    assert isinstance(sources, dict)
    return cited(_strings(row["source"]), sources)


def _strings(value: object) -> tuple[str, ...]:
    assert isinstance(value, list)
    return tuple(str(item) for item in value)


def _flat(text: str) -> str:
    """Level what differs between a message and a line of a log that quotes it."""
    return " ".join(re.sub(r"[\"'`\\]", "", text).casefold().split())


def _rows(kind: str) -> list[Row]:
    rows = _data()[kind]
    assert isinstance(rows, list)
    return rows


@cache
def _data() -> Row:
    return read("errors.json")
