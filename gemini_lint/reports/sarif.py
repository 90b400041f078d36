"""SARIF 2.1.0, with what GitHub's code scanning asks for.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from gemini_lint import __version__
from gemini_lint.findings import Finding, Report, Span
from gemini_lint.reports.fingerprints import with_fingerprints
from gemini_lint.reports.view import View
from gemini_lint.rules import pages, registry

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one log with one run."""
    codes = list(registry.names())
    results = [
        _result(finding, fingerprint, codes.index(finding.code))
        for finding, fingerprint in with_fingerprints(report, view)
    ]
    driver = {
        "name": "gemini-lint",
        "semanticVersion": __version__,
        "rules": [_rule(registered) for registered in registry.all_rules()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(registered: registry.RegisteredRule) -> dict[str, object]:
    rule = registered.rule
    what = pages.section(registered.page, "What it does") or rule.summary
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(what.split())},
        "help": {"text": pages.plain(registered.page), "markdown": pages.markdown(registered.page)},
        "defaultConfiguration": {"level": rule.severity, "enabled": rule.default},
        "properties": {
            "precision": "high" if rule.default else "medium",
            "problem.severity": rule.severity,
            "tags": ["gemini-api"],
        },
    }


def _result(finding: Finding, fingerprint: str, index: int) -> dict[str, object]:
    span = finding.span
    cell = "" if span.cell is None else f" (cell {span.cell})"
    outcome = f". What happens: {finding.outcome}" if finding.outcome else ""
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": f"{finding.message}{cell}{outcome}"},
        "locations": [{"physicalLocation": _location(span)}],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }


def _location(span: Span) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    if span.cell is not None:
        # the lines are those of a cell, not of the file, and GitHub asks for one
        region = {"startLine": 1}
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
