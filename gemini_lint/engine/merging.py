"""From the judgements of all files to findings: each at its literal, and each once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.engine.judgement import Judgement, Request
from gemini_lint.findings import Finding, Span
from gemini_lint.paths import near
from gemini_lint.regexes import regex
from gemini_lint.wording import plural

_URL = regex(r"https?://[^\s)>\]]+")
# A model's name is judged by the calls that use it, in whatever file, before it is by itself.
_OF_NAMES = "GEM206"
_OF_CALLS = ("GEM202", "GEM203")


class _Landing(Struct, frozen=True):
    """A judgement with the place where it is reported."""

    span: Span
    judgement: Judgement
    note: str


class _Shown:
    """The checked files by their real paths, which are worked out for few runs only."""

    def __init__(self, checked: Iterable[str]) -> None:
        self._checked = frozenset(checked)

    @cached_property
    def _by_real_path(self) -> dict[str, str]:
        return {os.path.realpath(path): path for path in self._checked}

    def path(self, path: str) -> str | None:
        """Return how this run calls a file, None where it does not check it."""
        if path in self._checked:
            return path
        return self._by_real_path.get(os.path.realpath(path))


def merge(judgements: Iterable[Judgement], checked: Iterable[str]) -> list[Finding]:
    """Return the findings in order of path and position.

    `checked` are the paths that this run checks: a literal in another file is reported at
    the expression that carries it.
    """
    shown = _Shown(checked)
    groups: dict[tuple[Span, str], list[_Landing]] = {}
    for judgement in judgements:
        landing = _landed(judgement, shown)
        if landing is not None:
            groups.setdefault((landing.span, judgement.rule.code), []).append(landing)
    spoken_for = {span for span, code in groups if code in _OF_CALLS}
    found = (
        _finding(group)
        for (span, code), group in groups.items()
        if code != _OF_NAMES or span not in spoken_for
    )
    return sorted(found, key=order)


def order(finding: Finding) -> tuple[str, int, int, int, str]:
    """Return what findings are sorted by."""
    span = finding.span
    return span.path, span.cell or 0, span.line, span.column, finding.code


def _landed(judgement: Judgement, shown: _Shown) -> _Landing | None:
    """Return where a judgement is reported; what another file says by itself is that file's."""
    span = judgement.span
    if judgement.rule.code == _OF_NAMES:
        own = shown.path(span.path)
        return _Landing(_in_path(span, own), judgement, "") if own is not None else None
    path = shown.path(span.path)
    if path is not None:
        return _Landing(_in_path(span, path), judgement, "")
    cell = "" if span.cell is None else f" cell {span.cell}"
    note = f" (the value is at {near(span.path)}{cell}:{span.line})"
    request = () if judgement.request is None else (judgement.request.span,)
    for carrier in (judgement.at, *request):
        path = shown.path(carrier.path)
        if path is not None:
            return _Landing(_in_path(carrier, path), judgement, note)
    return _Landing(span, judgement, "")


def _in_path(span: Span, path: str) -> Span:
    return Span(path, span.cell, span.line, span.column, span.end_line, span.end_column)


def _finding(group: list[_Landing]) -> Finding:
    first = min(group, key=_call_order)
    judgement, request = first.judgement, first.judgement.request
    finding = Finding(
        span=first.span,
        code=judgement.rule.code,
        name=judgement.rule.name,
        severity=judgement.severity,
        message=f"{judgement.message}{_calls(first, group)}{first.note}",
        outcome=judgement.outcome,
        source=judgement.source,
        url=_url(judgement.source),
    )
    if request is None:
        return finding
    return replace(
        finding,
        sdk=request.sdk,
        method=request.method,
        model=request.model,
        api_version=request.api_version,
        backend=request.backend,
    )


def _call_order(landing: _Landing) -> tuple[bool, str, int, int, int]:
    """An error comes before a warning, then the first call."""
    request = landing.judgement.request
    span = landing.span if request is None else request.span
    is_warning = landing.judgement.severity == "warning"
    return is_warning, span.path, span.cell or 0, span.line, span.column


def _calls(first: _Landing, group: list[_Landing]) -> str:
    """Name the first call, where the finding alone does not show which calls are meant."""
    requests = sorted(set(_requests(group)), key=lambda request: request.span)
    if not requests:
        return ""
    request, more = requests[0], len(requests) - 1
    if not more and request.span.path == first.span.path:
        return ""
    place = _place(request.span, first.span.path)
    counted = "" if not more else f" (and {plural(more, 'more call')})"
    return f", in {request.name} at {place}{counted}"


def _requests(group: Iterable[_Landing]) -> Iterator[Request]:
    """Yield the calls; making an object is one only where nothing is known to be sent."""
    requests = [item.judgement.request for item in group if item.judgement.request]
    sent = [request for request in requests if request.method is not None]
    yield from sent or requests


def _place(span: Span, path: str) -> str:
    line = f"line {span.line}" if span.cell is None else f"cell {span.cell} line {span.line}"
    return line if span.path == path else f"{near(span.path)} {line}"


def _url(sources: Iterable[str]) -> str:
    """Return the first page that the fact can be read on."""
    found = (_URL.search(source) for source in sources)
    return next((match[0].rstrip(".,;") for match in found if match), "")
