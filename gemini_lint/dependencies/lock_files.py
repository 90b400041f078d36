"""The versions that lock files hold, for one distribution."""

from __future__ import annotations

import re

from gemini_lint import toml
from gemini_lint.dependencies.requirement import BrokenFile, normalised
from gemini_lint.dependencies.tables import items, table
from gemini_lint.regexes import regex

TOML_LOCKS = ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml")
JSON_LOCKS = ("Pipfile.lock",)

_BLOCK = regex(rb"^\[\[packages?\]\]\s*$", re.MULTILINE)


def versions_in_toml(data: bytes, path: str, name: str) -> frozenset[str] | BrokenFile:
    """Return the versions of a distribution that uv, Poetry or PDM has locked."""
    # Lock files are long and TOML is slow to parse: only the block of interest is.
    blocks = _BLOCK.split(data)
    wanted = [block for block in blocks[1:] if name.encode() in block[:200]]
    if len(blocks) > 1 and b"<<<<<<<" not in data:
        data = b"".join(b"[[package]]" + block.split(b"\n[", 1)[0] + b"\n" for block in wanted)
    content = toml.parse(data)
    if isinstance(content, toml.BrokenToml):
        return BrokenFile(path, content.line, content.message)
    packages = items(content, "package") + items(content, "packages")
    return frozenset(_versions(packages, name))


def is_member(data: bytes, folder: str) -> bool:
    """Tell whether a uv.lock is that of a workspace with a project in that folder."""
    source = rb'source = \{ (?:editable|virtual|directory) = "%s" \}' % re.escape(folder.encode())
    return re.search(source, data) is not None


def versions_in_json(data: bytes, path: str, name: str) -> frozenset[str] | BrokenFile:
    """Return the versions of a distribution that Pipenv has locked."""
    import json  # few projects have such a file

    try:
        content = json.loads(data)
    except json.JSONDecodeError as error:
        return BrokenFile(path, error.lineno, error.msg)
    except UnicodeDecodeError:
        return BrokenFile(path, None, "it is not UTF-8")
    packages = (table(content, category).get(name) for category in table(content))
    versions = (table(package).get("version") for package in packages)
    return frozenset(version.lstrip("=") for version in versions if isinstance(version, str))


def _versions(packages: list[object], name: str) -> list[str]:
    found = [table(package) for package in packages]
    return [
        package["version"]
        for package in found
        if normalised(str(package.get("name"))) == name and isinstance(package.get("version"), str)
    ]
