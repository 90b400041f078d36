"""Makes the pages of the documentation in build/docs, and build/mkdocs.yml for MkDocs.

`python scripts/build_docs.py [--today YYYY-MM-DD]`. What is written by hand comes from README.md,
CONTRIBUTING.md, CHANGELOG.md and docs/; rules, models, errors and references come from the code
and its facts. Output of the command is made anew, in colour.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from gemini_lint.catalog import load  # noqa: E402
from scripts.site import (  # noqa: E402
    configuration,
    errors,
    model_page,
    readme_pages,
    reference,
    rule_pages,
    start_page,
    timeline,
)
from scripts.site.consoles import coloured  # noqa: E402

_WRITTEN = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changes.md",
    "SECURITY.md": "security.md",
    "benchmarks/README.md": "benchmarks.md",
}
_GUIDE = ("getting-started", "terminal", "configuration", "suppression", "command-line")
_INTEGRATIONS = ("github-actions", "gitlab-ci", "azure-pipelines", "pre-commit")
_TRUST = ("accuracy", "facts")
_CODE = re.compile(r"\bGEM\d{3}\b")
_KEPT = re.compile(
    r"^```.*?^```$|<div class=\"terminal[ a-z]*\">.*?</div>|\[[^\]]*\]\([^)]*\)|^#.*$|`[^`\n]+`",
    re.MULTILINE | re.DOTALL,
)


def build(target: Path, day: date) -> None:
    """Write all pages below a folder, which is made anew."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "docs" / "assets", target / "assets")
    for path, text in _pages(day):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    described = {
        "INHERIT": "../mkdocs.yml",
        "docs_dir": target.name,
        "site_dir": "site",
        "nav": _order(),
    }
    # JSON is YAML, too
    (target.parent / "mkdocs.yml").write_text(json.dumps(described, indent=2), encoding="utf-8")


def _order() -> list[object]:
    placed = {*_GUIDE, *_INTEGRATIONS}
    written = sorted(page.stem for page in (ROOT / "docs").glob("*.md"))
    trust = [*_TRUST, *(name for name in written if name not in placed)]
    return [
        {"Start": "index.md"},
        {"Guide": [*_files(_GUIDE), {"Integrations": _files(_INTEGRATIONS)}]},
        {"Rules": ["rules/index.md", *rule_pages.order()]},
        {"Models": ["models/index.md", "models/timeline.md"]},
        {"Errors": ["errors/index.md", *errors.order()]},
        {
            "Trust": [
                *_files(trust),
                "benchmarks.md",
                "security.md",
                "contributing.md",
                "changes.md",
            ]
        },
    ]


def _files(names: Iterable[str]) -> list[str]:
    return [f"{name}.md" for name in names]


def _pages(day: date) -> Iterator[tuple[str, str]]:
    catalog = load()
    yield "index.md", coloured(start_page.page(catalog))
    for name, path in _WRITTEN.items():
        yield path, readme_pages.with_links((ROOT / name).read_text(encoding="utf-8"))
    for path, text in readme_pages.all_pages():
        yield path, _finished(text, path)
    for page in sorted((ROOT / "docs").glob("*.md")):
        text = readme_pages.with_links(page.read_text(encoding="utf-8"))
        yield page.name, _finished(text, page.name)
    yield from rule_pages.all_pages()
    yield from errors.all_pages()
    yield "models/index.md", model_page.page(catalog, day)
    yield "models/timeline.md", timeline.page(catalog, day)
    yield "configuration.md", _finished(configuration.page(), "configuration.md")
    yield "command-line.md", reference.command_line()


def _finished(text: str, path: str) -> str:
    """Fill in the inputs of the Action, run commands, and link the rules that the text names."""
    text = coloured(text)
    text = text.replace("<!-- action inputs -->", reference.action_inputs(ROOT / "action.yml"))
    up = "../" * path.count("/")
    end, parts = 0, []
    for kept in _KEPT.finditer(text):
        parts += [_linked(text[end : kept.start()], up), kept[0]]
        end = kept.end()
    return "".join((*parts, _linked(text[end:], up)))


def _linked(text: str, up: str) -> str:
    return _CODE.sub(lambda code: f"[{code[0]}]({up}{rule_pages.file_name(code[0])})", text)


def main() -> None:
    """Build the pages as of today, or of another day."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--today", type=date.fromisoformat, default=date.today())
    build(ROOT / "build" / "docs", parser.parse_args().today)


if __name__ == "__main__":
    main()
