"""The reference of the configuration file: every key, from the class that holds the settings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import MappingProxyType

import click
from msgspec.structs import fields

from gemini_lint.cli.check import command as check
from gemini_lint.cli.check_options import RunOptions
from gemini_lint.configuration.keys import FILE_KEYS, RUN_KEYS, Reader, Selectors
from gemini_lint.rules import registry
from gemini_lint.settings import Settings
from gemini_lint.toml import BrokenToml, parse
from scripts.site import readme_pages

# keys that no option of the command has
_MEANINGS = {"models": "Patterns of ids that the catalogue cannot know."}
# one line of TOML for each key; the build reads them as the command does
EXAMPLES = MappingProxyType(
    {
        "select": '["GEM1", "shut-down-model"]',
        "extend-select": '["GEM207", "GEM505"]',
        "ignore": '["GEM102"]',
        "per-file-ignores": '{ "tests/*" = ["GEM2"] }',
        "today": '"2026-12-01"',
        "retirement-notice": "120",
        "backend": '"vertex"',
        "api-version": '"v1beta"',
        "sdk-version": '"3.4"',
        "languages": '["en", "ja"]',
        "models": '["my-tuned-*"]',
        "exclude": '["vendor", "*_pb2.py"]',
        "extend-exclude": '["vendor"]',
        "force-exclude": "true",
        "respect-gitignore": "false",
        "disable-noqa": "true",
        "output-format": '["concise", "sarif=gemini-lint.sarif"]',
        "output-file": '"gemini-lint.txt"',
        "baseline": '"gemini-lint-baseline.json"',
        "statistics": "true",
        "exit-zero": "true",
        "fail-on": '"error"',
        "jobs": "4",
        "file-timeout": "30",
        "color": '"never"',
        "cache-dir": '"build/gemini-lint"',
        "no-cache": "true",
        "quiet": "true",
        "verbose": "true",
    }
)
# what holds where nothing is set
_UNSET = MappingProxyType(
    {
        "select": "the rules that are on by default",
        "today": "the current date",
        "sdk-version": "what the project requires",
        "output-file": "standard output",
        "baseline": "none",
        "jobs": "one for each processor",
    }
)
_TYPES = {
    bool: "true or false",
    int: "a whole number",
    str: "a string",
    list: "a list of strings",
    dict: "a table of lists",
}


def page() -> str:
    """Return the page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Configuration\n"
    yield readme_pages.section("Configure it") + "\n"
    yield "`gemini-lint check --show-settings` tells what is in force.\n"
    yield "## For each file\n"
    defaults = {
        item.name.replace("_", "-"): item.default
        for item in (*fields(Settings), *fields(RunOptions))
    }
    for key, reader in FILE_KEYS.items():
        yield from _key(key, reader, defaults[key])
    yield "## For the whole run\n"
    for key, reader in RUN_KEYS.items():
        yield from _key(key, reader, defaults[key])


def _key(key: str, reader: Reader, default: object) -> Iterator[str]:
    if key not in EXAMPLES:
        raise SystemExit(f"no example for the key {key} in {__name__}")
    example = f"{key} = {EXAMPLES[key]}"
    read = parse(example.encode())
    assert not isinstance(read, BrokenToml)
    value = read[key]
    reader(value, Selectors(registry.selectors()))
    yield f"### `{key}`\n"
    yield f"{_meaning(key)}\n"
    yield f"Type: {_type(key, value)}{_choices(key)}  \nDefault: {_default(key, value, default)}\n"
    yield f"```toml\n[tool.gemini-lint]\n{example}\n```\n"


def _type(key: str, value: object) -> str:
    both = {"languages": ', or "available"', "output-format": ", or one of them"}
    return _TYPES[type(value)] + both.get(key, "")


def _choices(key: str) -> str:
    option = _option(key)
    if option is None or not isinstance(option.type, click.Choice):
        return ""
    return ": " + ", ".join(f"`{choice}`" for choice in option.type.choices)


def _default(key: str, example: object, default: object) -> str:
    if default is None and isinstance(example, bool):
        return "`false`"
    if default is None:
        return _UNSET[key]
    return f"`{json.dumps([*default] if isinstance(default, tuple) else default)}`"


def _meaning(key: str) -> str:
    option = _option(key)
    if option is not None:
        return (option.help or "").partition(" [default")[0]
    if key not in _MEANINGS:
        raise SystemExit(f"no option explains the key {key}")
    return _MEANINGS[key]


def _option(key: str) -> click.Option | None:
    named = (item for item in check.params if isinstance(item, click.Option))
    return next((item for item in named if f"--{key}" in item.opts), None)
