"""One page for each rule: its own page, what gemini-lint says, and what the server answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from gemini_lint import Settings, check_source
from gemini_lint.findings import Finding, Report
from gemini_lint.reports import render
from gemini_lint.reports.view import View
from gemini_lint.rules import groups, pages, registry
from gemini_lint.rules.groups import GROUPS
from gemini_lint.rules.pages import Example
from gemini_lint.rules.registry import RegisteredRule
from gemini_lint.rules.rule import Rule
from scripts.site import errors
from scripts.site.consoles import terminal

_DAY = date(2026, 11, 22)  # of the examples that name none


def file_name(code: str) -> str:
    """Return the path of a rule's page."""
    return f"rules/{registry.names()[code]}.md"


def all_pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every page."""
    yield "rules/index.md", "\n".join(_index())
    for registered in registry.all_rules():
        yield file_name(registered.rule.code), "\n".join(_page(registered))


def order() -> list[object]:
    """Return the pages in groups."""
    return [
        {title: [file_name(code) for code in registry.names() if code.startswith(prefix)]}
        for prefix, title in GROUPS.items()
    ]


def _index() -> Iterator[str]:
    yield "# Rules\n"
    on = sum(registered.rule.default for registered in registry.all_rules())
    yield (
        f"{len(registry.names())} rules, {on} of them on by default; "
        "[`select` and `extend-select`](../configuration.md#select) choose others. "
        "An error fails when the program runs, a warning may. In the terminal, "
        "`gemini-lint rule NAME` shows the same pages."
    )
    for prefix, title in GROUPS.items():
        yield f"\n## {title}\n"
        yield '<div class="rules" markdown>\n'
        yield "| code | rule | |"
        yield "|---|---|---|"
        for registered in registry.all_rules():
            if registered.rule.code.startswith(prefix):
                yield _row(registered)
        yield "\n</div>"


def _row(registered: RegisteredRule) -> str:
    rule = registered.rule
    link = f"[{rule.name}]({registry.names()[rule.code]}.md)"
    summary = rule.summary.replace("|", "\\|")
    return f"| `{rule.code}` | {link}<br>{summary} | {_badges(rule)} |"


def _badges(rule: Rule) -> str:
    off = "" if rule.default else ' <span class="badge off">off by default</span>'
    return f'<span class="badge {rule.severity}">{rule.severity}</span>{off}'


def _page(registered: RegisteredRule) -> Iterator[str]:
    rule, page = registered.rule, registered.page
    yield f"---\nsearch: {{boost: 4}}\n---\n\n# {rule.name} ({rule.code})\n"
    group = groups.title(rule.code)
    anchor = group.lower().replace(" ", "-")
    yield f"{_badges(rule)} [{group}](index.md#{anchor}){{ .badge }}\n"
    yield f"{pages.summary(page)}\n{{ .lead }}\n"
    for title in ("What it does", "Why is this bad?"):
        yield f"## {title}\n\n{pages.section(page, title)}\n"
    yield "## Example\n"
    for part in pages.parts(page, "Example"):
        if isinstance(part, Example):
            yield _fence(part)
            yield _said(part, rule.code)
        else:
            yield f"{part}\n"
    yield "## Use instead\n"
    yield pages.markdown(pages.section(page, "Use instead") + "\n") + "\n"
    yield from _answers(rule.code)
    yield f"## Source\n\n{pages.section(page, 'Source')}\n"
    yield "## Silence it\n"
    yield f"```python\n…  # noqa: {rule.code}\n…  # gemini-lint: ignore[{rule.name}]\n```\n"
    yield "See [how to silence findings](../suppression.md).\n"


def _fence(example: Example) -> str:
    settings = ", ".join(f"{name} {value}" for name, value in example.attributes)
    return f"```python\n{example.code}```\n" + (f"\nWith {settings}.\n" if settings else "")


def _said(example: Example, code: str) -> str:
    """Run gemini-lint over the example."""
    settings = replace(_settings(example), extend_select=(code,))
    findings = [found for found in _found(example, settings) if found.code == code]
    if not findings:
        raise SystemExit(f"{code}: nothing is found in the page's own example")
    shown = render("full", Report(tuple(findings), settings.today or _DAY), View(color=True))
    lines = [line for line in shown if "instead, for example" not in line]
    kept = [line for line in lines if not line.startswith(("      ", "  = more"))]
    return "gemini-lint says:\n\n" + terminal("\n".join(kept)) + "\n"


def _found(example: Example, settings: Settings) -> Iterator[Finding]:
    """Check the example in a project of its own, which requires what its page says."""
    with TemporaryDirectory() as folder:
        requirement = dict(example.attributes).get("requires")
        if requirement:
            Path(folder, "requirements.txt").write_text(f"{requirement}\n", encoding="utf-8")
        for found in check_source(example.code, str(Path(folder, "example.py")), settings):
            yield replace(found, span=replace(found.span, path="example.py"))


def _settings(example: Example) -> Settings:
    given = dict(example.attributes)
    today = date.fromisoformat(given["today"]) if "today" in given else _DAY
    backend = given.get("backend", "auto")
    assert backend in ("auto", "gemini-api", "vertex")
    return Settings(
        today=today,
        sdk_version=given.get("sdk"),
        languages=tuple(given.get("languages", "en").split(",")),
        backend=backend,  # type: ignore[arg-type]
    )


def _answers(code: str) -> Iterator[str]:
    found = [
        f"- [{title}](../{file}): {', '.join(causes)}"
        for title, file, causes in errors.errors_of(code)
    ]
    found += [f"- {text}" for text in errors.messages_of(code)]
    if found:
        yield "## What the server answers\n"
        yield "\n".join(found) + "\n"
