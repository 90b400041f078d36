"""Reports: one module for each output format, each with `render(report, view)`.

A renderer yields the lines of the report, without their ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Final, Protocol, cast

from gemini_lint.findings import Report
from gemini_lint.reports.view import View

FORMATS: Final = ("concise", "full", "json", "sarif", "github", "gitlab", "rdjson", "junit")
FOR_PEOPLE: Final = frozenset({"concise", "full"})


class _Renderer(Protocol):
    def render(self, report: Report, view: View) -> Iterator[str]: ...


def render(output_format: str, report: Report, view: View) -> Iterator[str]:
    """Yield the lines of the report in that format."""
    module = "json_report" if output_format == "json" else output_format
    renderer = cast("_Renderer", import_module(f"gemini_lint.reports.{module}"))
    return renderer.render(report, view)
