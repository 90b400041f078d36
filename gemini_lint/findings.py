"""What gemini-lint reports."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

Severity: TypeAlias = Literal["error", "warning"]


class Span(Struct, frozen=True, order=True):
    """A stretch of source: lines and columns from 1, end exclusive, columns in characters.

    In a notebook the lines are those of the cell; cells count from 1 over all cells.
    """

    path: str
    cell: int | None
    line: int
    column: int
    end_line: int
    end_column: int


class Finding(Struct, frozen=True):
    """One defect at one place.

    `outcome` is what the server or the SDK does; `source` where the fact comes from.
    `sdk`, `method`, `model`, `api_version` and `backend` describe the call, where one is
    concerned and they are known.
    """

    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    outcome: str
    source: tuple[str, ...]
    sdk: str | None = None
    method: str | None = None
    model: str | None = None
    api_version: str | None = None
    backend: str | None = None
    url: str = ""


class Report(Struct, frozen=True):
    """The outcome of one run.

    `files` and `files_with_calls` count; `problems` are what kept a file, a rule or a path
    from being checked, and `warnings` what is unknown for want of a readable file, one line
    each.
    """

    findings: tuple[Finding, ...]
    today: date
    files: int = 0
    files_with_calls: int = 0
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
