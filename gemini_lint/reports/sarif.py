"""SARIF 2.1.0, with what GitHub's code scanning asks for.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType
from urllib.parse import quote

from gemini_lint import __version__
from gemini_lint.findings import Finding, Report, Span
from gemini_lint.reports.file_lines import file_lines
from gemini_lint.reports.fingerprints import with_fingerprints
from gemini_lint.reports.json_text import json_text
from gemini_lint.reports.line_hashes import line_hashes
from gemini_lint.reports.view import View
from gemini_lint.rules import groups, pages, registry
from gemini_lint.rules.rule import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# what makes GitHub call an alert one of security, high from 7 and medium from 4
_SECURITY: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "GEM701": {
            "security-severity": "7.5",
            "tags": ["gemini-api", "api keys", "security", "external/cwe/cwe-798"],
        },
        "GEM702": {
            "security-severity": "5.0",
            "tags": ["gemini-api", "api keys", "security", "external/cwe/cwe-598"],
        },
    }
)


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one log with one run."""
    codes = list(registry.names())
    results = [
        _result(finding, codes.index(finding.code), _fingerprints(finding.span, fingerprint, view))
        for finding, fingerprint in with_fingerprints(report, view)
    ]
    driver = {
        "name": "gemini-lint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(registered) for registered in registry.all_rules()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }
    yield json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(registered: registry.RegisteredRule) -> dict[str, object]:
    rule = registered.rule
    what = pages.section(registered.page, "What it does") or rule.summary
    described: dict[str, object] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(what.split())},
        "help": {"text": pages.plain(registered.page), "markdown": pages.markdown(registered.page)},
        "defaultConfiguration": {"level": rule.severity, "enabled": rule.default},
        "properties": _properties(rule),
    }
    return described | _help_address(registered)


def _properties(rule: Rule) -> dict[str, object]:
    properties: dict[str, object] = {
        "precision": "high" if rule.default else "medium",
        "problem.severity": rule.severity,
        "tags": ["gemini-api", groups.title(rule.code).casefold()],
    }
    return properties | dict(_SECURITY.get(rule.code, {}))


def _help_address(registered: registry.RegisteredRule) -> dict[str, object]:
    """Lead to the page that the rule is built on, where there is one."""
    address = re.search(r"https://[^\s)]+", pages.section(registered.page, "Source"))
    return {"helpUri": address[0]} if address else {}


def _result(finding: Finding, index: int, fingerprints: dict[str, str]) -> dict[str, object]:
    span = finding.span
    cell = "" if span.cell is None else f" (cell {span.cell})"
    outcome = f". What happens: {finding.outcome}" if finding.outcome else ""
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": _without_links(f"{finding.message}{cell}{outcome}")},
        "locations": [{"physicalLocation": _location(span)}],
        "partialFingerprints": fingerprints,
    }


def _without_links(text: str) -> str:
    """Escape brackets where they would make a link of what the code says (SARIF 3.11.6)."""
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fingerprints(span: Span, fingerprint: str, view: View) -> dict[str, str]:
    """Say what GitHub would compute itself from the file."""
    hashes, lines = line_hashes(span.path), file_lines(span)
    found = hashes.of_line(lines[0]) if hashes and lines else None
    if found is None:
        return {"primaryLocationLineHash": fingerprint}
    line = view.line(span) or ""
    indented = len(line) - len(line.lstrip())
    # it tells two findings of a rule in one line apart
    column = str(span.column - indented)
    return {"primaryLocationLineHash": found, "primaryLocationStartColumnFingerprint": column}


def _location(span: Span) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    if span.cell is not None:
        # the columns are those of the cell, not of the file, and GitHub asks for a line
        first, last = file_lines(span) or (1, 1)
        region = {"startLine": first, "endLine": last}
    return {"artifactLocation": _artifact(span.path), "region": region}


def _invocation(report: Report) -> dict[str, object]:
    """Say whether everything was checked."""
    notes = [
        {"level": level, "message": {"text": text}}
        for level, texts in (("error", report.problems), ("warning", report.warnings))
        for text in texts
    ]
    return {
        "executionSuccessful": not report.problems,
        "toolExecutionNotifications": notes,
    }


def _artifact(path: str) -> dict[str, str]:
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(pure.as_posix(), errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
