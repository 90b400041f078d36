"""Lay the dumps of several releases of one SDK over each other, newest first."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
Dump = tuple[str, Row]


def merged(dumps: list[Dump]) -> dict[str, Row]:
    """The union of the dumps (version, table), which must be sorted oldest first."""
    return {
        "classes": _merged_rows(dumps, "classes", _merged_class),
        "enums": _merged_rows(dumps, "enums", _merged_enum),
        "functions": _merged_rows(dumps, "functions", _merged_function),
    }


def _merged_rows(dumps: list[Dump], section: str, merge: Any) -> Row:
    versions = [version for version, _ in dumps]
    names = sorted({name for _, table in dumps for name in table.get(section, {})})
    rows = {}
    for name in names:
        holders = [
            (version, table[section][name])
            for version, table in dumps
            if name in table.get(section, {})
        ]
        present = [version for version, _ in holders]
        rows[name] = merge(holders) | _span(present, versions)
    return rows


def _span(present: list[str], versions: list[str]) -> dict[str, str]:
    """ "since" and "until", each only if the oldest or the newest release lacks the thing."""
    row = {}
    if present[0] != versions[0]:
        row["since"] = present[0]
    if present[-1] != versions[-1]:
        row["until"] = present[-1]
    return row


def _merged_class(holders: list[Dump]) -> Row:
    versions = [version for version, _ in holders]
    newest = holders[-1][1]
    return {
        "extra": newest["extra"],
        "fields": {
            name: _newest_with(holders, "fields", name) | spans[name]
            for spans in [_spans_of(holders, "fields", versions)]
            for name in sorted(spans)
        },
    }


def _merged_enum(holders: list[Dump]) -> Row:
    versions = [version for version, _ in holders]
    spans = _spans_of(holders, "members", versions)
    row: Row = {"members": {name: _newest_with(holders, "members", name) for name in spans}}
    return row | _ranges(spans)


def _merged_function(holders: list[Dump]) -> Row:
    versions = [version for version, _ in holders]
    newest = holders[-1][1]
    spans = _spans_of(holders, "parameters", versions)
    row = dict(newest)
    # A parameter of older releases alone stands last, so the newest order stays as it is.
    row["parameters"] = sorted(spans, key=lambda name: _rank(name, newest["parameters"]))
    for section in ("types", "kinds"):
        row[section] = {
            name: value
            for _, older in holders
            for name, value in older[section].items()
            if name not in newest["parameters"] or name in newest[section]
        } | newest[section]
    return row | _ranges(spans)


def _rank(name: str, order: list[str]) -> tuple[int, str]:
    return (order.index(name), "") if name in order else (len(order), name)


def _spans_of(holders: list[Dump], section: str, versions: list[str]) -> dict[str, Row]:
    present: dict[str, list[str]] = {}
    for version, row in holders:
        for name in row[section]:
            present.setdefault(name, []).append(version)
    return {name: _span(found, versions) for name, found in present.items()}


def _newest_with(holders: list[Dump], section: str, name: str) -> Any:
    for _, row in reversed(holders):
        if name in row[section]:
            return row[section][name]
    raise KeyError(name)


def _ranges(spans: dict[str, Row]) -> Row:
    narrow = {name: found for name, found in spans.items() if found}
    return {"ranges": narrow} if narrow else {}
