"""Makes the pages of the documentation in build/docs, and build/mkdocs.yml for MkDocs.

`python scripts/build_docs.py [--today YYYY-MM-DD]`. What is written by hand comes from README.md,
CONTRIBUTING.md and docs/; rules, models, errors and references come from the code and its facts.
Output of the command is made anew.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from gemini_lint.catalog import load  # noqa: E402
from scripts.readme_output import refreshed  # noqa: E402
from scripts.site import errors, model_page, reference, rule_pages, timeline  # noqa: E402

_WRITTEN = {"README.md": "index.md", "CONTRIBUTING.md": "contributing.md"}
_USE = (
    "terminal", "configuration", "command-line", "pre-commit", "github-actions", "gitlab-ci",
    "azure-pipelines",
)  # fmt: skip
_CODE = re.compile(r"\bGEM\d{3}\b")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


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
    return [
        {"Start": "index.md"},
        {"Rules": ["rules/index.md", *rule_pages.order()]},
        {"Models": ["models/index.md", "models/timeline.md"]},
        {"Errors": ["errors/index.md", *errors.order()]},
        {"Use": [f"{name}.md" for name in _USE]},
        {"Working on it": "contributing.md"},
    ]


def _pages(day: date) -> Iterator[tuple[str, str]]:
    yield from (
        (path, (ROOT / name).read_text(encoding="utf-8")) for name, path in _WRITTEN.items()
    )
    for page in sorted((ROOT / "docs").glob("*.md")):
        yield page.name, _finished(refreshed(page.read_text(encoding="utf-8")), page.name)
    yield from rule_pages.all_pages()
    yield from errors.all_pages()
    yield "models/index.md", model_page.page(load(), day)
    yield "models/timeline.md", timeline.page(load(), day)
    yield "configuration.md", reference.configuration()
    yield "command-line.md", reference.command_line()


def _finished(text: str, path: str) -> str:
    """Fill in the inputs of the Action, and link the rules that the text names."""
    text = text.replace("<!-- action inputs -->", reference.action_inputs(ROOT / "action.yml"))
    up = "../" * path.count("/")
    end, parts = 0, []
    for fence in _FENCE.finditer(text):
        parts += [_linked(text[end : fence.start()], up), fence[0]]
        end = fence.end()
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
