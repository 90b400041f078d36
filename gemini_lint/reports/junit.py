"""JUnit's XML: one test case for each finding, or a passing one when there is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gemini_lint.findings import Finding, Report
from gemini_lint.reports.text import printable
from gemini_lint.reports.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the document."""
    del view
    count = str(len(report.findings))
    root = Element("testsuites", name="gemini-lint", tests=count, failures=count, errors="0")
    for path, findings in groupby(report.findings, lambda finding: finding.span.path):
        _add_suite(root, path, list(findings))
    if not report.findings:
        _add_passing_suite(root)
    indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    # as bytes in ASCII, what lies outside it becomes character references
    yield tostring(root, encoding="us-ascii", xml_declaration=False).decode("ascii")


def _add_suite(root: Element, path: str, findings: list[Finding]) -> None:
    count = str(len(findings))
    name = printable(path)
    suite = SubElement(root, "testsuite", name=name, tests=count, failures=count, errors="0")
    for finding in findings:
        span = finding.span
        cell = "" if span.cell is None else f"cell {span.cell}, "
        # readers tell cases apart by their names
        title = f"{finding.code} {finding.name}, {cell}line {span.line}, column {span.column}"
        case = SubElement(suite, "testcase", name=title, classname=name)
        message = printable(finding.message)
        failure = SubElement(case, "failure", type=finding.severity, message=message)
        failure.text = f"{cell}line {span.line}, column {span.column}: {finding.code} {message}"


def _add_passing_suite(root: Element) -> None:
    root.set("tests", "1")
    suite = SubElement(root, "testsuite", name="gemini-lint", tests="1", failures="0", errors="0")
    SubElement(suite, "testcase", name="no findings", classname="gemini-lint")
