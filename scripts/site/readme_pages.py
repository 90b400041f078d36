"""The sections of README.md as pages of the site. Every section has a place, or is left out by
name: a new one stops the build until it has been thought of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gemini_lint.clients import load

ROOT = Path(__file__).parent.parent.parent
_LINK = re.compile(r"\]\((?:docs/|\.\./)?((?:benchmarks/)?[\w-]+\.md)")
_MOVED = {
    "README.md": "index.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md",
    "SECURITY.md": "security.md", "benchmarks/README.md": "benchmarks.md",
}  # fmt: skip
_SECTION = re.compile(r"^## (?P<title>.+)\n", re.MULTILINE)
_PAGES = {
    "getting-started.md": ("Getting started", ("Use it",)),
    "suppression.md": ("Silence findings", ("Silence a finding",)),
    "facts.md": ("The facts", ("Keep the facts fresh",)),
    "accuracy.md": (
        "Reach and accuracy",
        ("What it reads", "How right it is", "How fast it is", "Limits"),
    ),
}
_ELSEWHERE = frozenset({"Rules", "Licence", "Configure it"})


def introduction() -> str:
    """Return what stands above the first section, without the title."""
    head = _SECTION.split(_readme())[0]
    return head.partition("\n")[2].strip()


def section(title: str) -> str:
    """Return one section's text."""
    return _sections()[title]


def all_pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every page."""
    sections = _sections()
    placed = {title for _, titles in _PAGES.values() for title in titles} | _ELSEWHERE
    if set(sections) != placed:
        raise SystemExit(f"README.md: no page for {sorted(set(sections) ^ placed)}")
    for path, (title, titles) in _PAGES.items():
        text = "\n\n".join((f"# {title}", *_parts(sections, titles)))
        yield (
            path,
            text.replace("\n\n## How right it is", f"\n\n{_libraries()}\n\n## How right it is"),
        )


def _libraries() -> str:
    """Name every library that is declared."""
    names = sorted({library.sdk for library in load().all} - {"rest"})
    return f"Declared are {len(names)} packages: {', '.join(f'`{name}`' for name in names)}."


def _parts(sections: dict[str, str], titles: tuple[str, ...]) -> Iterator[str]:
    for title in titles:
        if len(titles) == 1:
            # the page's title is the section's
            yield re.sub(r"^###", "##", sections[title], flags=re.MULTILINE)
        else:
            yield f"## {title}\n\n{sections[title]}"


def _sections() -> dict[str, str]:
    parts = _SECTION.split(_readme())
    texts = (text.strip() for text in parts[2::2])
    return dict(zip(parts[1::2], texts, strict=True))


def with_links(text: str) -> str:
    """Turn links to files of the repository into links to their pages."""
    return _LINK.sub(lambda link: f"]({_MOVED.get(link[1], link[1])}", text)


def _readme() -> str:
    return with_links((ROOT / "README.md").read_text(encoding="utf-8"))
