"""What the server's and the SDK's errors mean, and which rules find their causes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from http import HTTPStatus

from msgspec import Struct

from gemini_lint.catalog.sourced import cited, read
from gemini_lint.regexes import regex

Row = Mapping[str, object]

_LINE_NUMBER = regex(r"\bline \d+|:\d+")  # of a traceback: no status


class Cause(Struct, frozen=True):
    """Something in the code that leads to an error, and the rules that find it."""

    text: str
    rules: tuple[str, ...]


class Explanation(Struct, frozen=True):
    """An error with its causes. `title` is how the error is known.

    `not_visible` are the causes that no reader of the code can see; `reasons` are the words
    that the answer may give, each with its meaning.
    """

    title: str
    cause: str
    remedy: str
    causes_in_code: tuple[Cause, ...]
    source: tuple[str, ...]
    not_visible: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()


def explain(text: str) -> tuple[Explanation, ...]:
    """Return the explanations of an error text, the most specific one first.

    A known message says more than the status around it, a status more than a blocked
    response, and both more than the name of an exception.
    """
    exact = tuple(_by_message(text))
    by_status = tuple(_by_status(text))
    return (*exact, *by_status) or (
        tuple(_by_outcome(text)) or tuple(_by_exception(text)) or tuple(_by_phrase(text))
    )


def known_errors() -> tuple[str, ...]:
    """Return the titles of all errors with a status."""
    return tuple(_title(row) for row in _rows("errors"))


def known_outcomes() -> tuple[Explanation, ...]:
    """Return the explanations of answers that are no errors and have no text."""
    return tuple(_of_outcome(row) for row in _rows("outcomes"))


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
    rules = _strings(row["rules"])
    causes = (Cause("what the message says", rules),) if rules else ()
    return Explanation(f"“{message}”", "", str(row["remedy"]), causes, _sources(row))


def _by_status(text: str) -> Iterator[Explanation]:
    words = set(re.findall(r"\w+", _LINE_NUMBER.sub("", text.casefold())))
    rows = [row for row in _rows("errors") if words & _keys(row)]
    best = max((len(words & _keys(row)) for row in rows), default=0)
    return (_of_error(row) for row in rows if len(words & _keys(row)) == best)


def _of_error(row: Row) -> Explanation:
    return Explanation(
        _title(row),
        str(row["cause"]),
        str(row["remedy"]),
        _causes(row),
        _sources(row),
        _strings(row["not_visible"]),
    )


def _by_outcome(text: str) -> Iterator[Explanation]:
    words = set(re.findall(r"\w+", text))
    for row in _rows("outcomes"):
        explanation = _of_outcome(row)
        # in small letters, some reasons are everyday words
        named = {name for name, _ in explanation.reasons} & words
        if named or {word.casefold() for word in words} & set(_strings(row["words"])):
            yield explanation


def _of_outcome(row: Row) -> Explanation:
    reasons = row["reasons"]
    assert isinstance(reasons, list)
    return Explanation(
        str(row["title"]),
        str(row["cause"]),
        str(row["remedy"]),
        _causes(row),
        _sources(row),
        _strings(row["not_visible"]),
        tuple((reason["name"], reason["meaning"]) for reason in reasons),
    )


def _by_phrase(text: str) -> Iterator[Explanation]:
    """Recognise a status that is written as words, as in "resource exhausted"."""
    flat = _flat(text)
    for row in _rows("errors"):
        if row["status"] and str(row["status"]).replace("_", " ").casefold() in flat:
            yield _of_error(row)


def _by_exception(text: str) -> Iterator[Explanation]:
    words = set(re.findall(r"[\w.]+", text))
    for row in _rows("exceptions"):
        if words & set(_strings(row["names"])):
            yield _of_exception(row)


def _of_exception(row: Row) -> Explanation:
    causes = (Cause("rules about it", _strings(row["rules"])),)
    title = max(_strings(row["names"]), key=lambda name: (name.count("."), name))
    return Explanation(title, str(row["cause"]), str(row["remedy"]), causes, _sources(row))


def _keys(row: Row) -> set[str]:
    """Return the words by which an error is recognised, names of exceptions among them."""
    keys = {str(row["http"]), *_strings(row["interactions_codes"])}
    status, phrase = str(row["status"] or ""), _phrase(row)
    keys |= {status.casefold(), status.replace("_", "").casefold()}
    # "Bad Request" is every 400
    keys |= set() if row["http"] == HTTPStatus.BAD_REQUEST else {phrase.replace(" ", "").casefold()}
    return keys - {""}


def _title(row: Row) -> str:
    name = row["status"] or ", ".join(_strings(row["interactions_codes"])) or _phrase(row)
    return f"{row['http']} {name}"


def _phrase(row: Row) -> str:
    try:
        return HTTPStatus(int(str(row["http"]))).phrase
    except ValueError:  # 499 is no standard
        return ""


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
