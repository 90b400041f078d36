"""What the rules found in a file, with positions; not yet brought together with other files."""

from __future__ import annotations

from msgspec import Struct

from gemini_lint.findings import Severity, Span
from gemini_lint.rules.rule import Rule


class Request(Struct, frozen=True):
    """What a finding tells of the call that it concerns."""

    span: Span
    name: str
    sdk: str
    method: str | None
    model: str | None
    api_version: str | None
    backend: str | None


class Judgement(Struct, frozen=True):
    """A problem with its position: `span` is the literal, wherever it stands, and `at` the
    expression in the file that was judged."""

    rule: Rule
    span: Span
    at: Span
    severity: Severity
    message: str
    outcome: str
    source: tuple[str, ...]
    request: Request | None
