"""Which rules there are, and which of them are selected.

The file name of a rule's module says its code and its name, so that selectors are checked
without importing a rule.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from gemini_lint import closest_names
from gemini_lint.settings import Settings

if TYPE_CHECKING:
    from gemini_lint.rules.rule import CallCheck, FileCheck, Rule

EVERY_RULE = "ALL"
# said by each rule, too; here so that no rule is imported to learn what is selected
OFF_BY_DEFAULT = frozenset({"GEM002", "GEM207", "GEM208", "GEM505"})


class RegisteredRule(Struct, frozen=True):
    """A rule with its page and its checks; a rule without either is the engine's own."""

    rule: Rule
    page: str
    check: CallCheck | None
    check_file: FileCheck | None


@cache
def names() -> Mapping[str, str]:
    """Return the name of every code, in the order of the codes."""
    found = {}
    for file in os.listdir(os.path.dirname(__file__)):
        stem, extension = os.path.splitext(file)
        if stem[:3] == "gem" and stem[3:6].isdigit() and extension == ".py":
            code, _, name = stem.partition("_")
            found[code.upper()] = name.replace("_", "-")
    return MappingProxyType(dict(sorted(found.items())))


@cache
def rule(code: str) -> RegisteredRule:
    """Import the rule of that code."""
    module_name = f"{code.lower()}_{names()[code].replace('-', '_')}"
    module = import_module(f"gemini_lint.rules.{module_name}")
    return RegisteredRule(
        module.RULE,
        (module.__doc__ or "").strip(),
        getattr(module, "check", None),
        getattr(module, "check_file", None),
    )


def all_rules() -> tuple[RegisteredRule, ...]:
    """Import every rule, in the order of the codes."""
    return tuple(rule(code) for code in names())


def code_of(code_or_name: str) -> str | None:
    """Return the code of a rule that is given by code or by name."""
    if code_or_name.upper() in names():
        return code_or_name.upper()
    wanted = code_or_name.lower().replace("_", "-")
    return next((code for code, name in names().items() if name == wanted), None)


def codes(selector: str) -> frozenset[str]:
    """Return the codes that a code, a prefix of codes or a name stands for; none if it is
    none of these."""
    if selector.upper() == EVERY_RULE:
        return frozenset(names())
    exact = code_of(selector)
    if exact is not None:
        return frozenset({exact})
    if not selector.upper().startswith("GEM"):
        return frozenset()
    return frozenset(code for code in names() if code.startswith(selector.upper()))


def selectors() -> tuple[str, ...]:
    """Return the codes and names of all rules."""
    return (*names(), *names().values())


def nearest(selector: str) -> str | None:
    """Return the code or name that was probably meant."""
    near = (
        closest_names.nearest(case, selectors()) for case in (selector.upper(), selector.lower())
    )
    return next(filter(None, near), None)


@lru_cache(256)
def selected(settings: Settings) -> frozenset[str]:
    """Return the codes that the settings select.

    Where a rule is both selected and ignored, the more specific selector wins, and
    ignoring wins a tie.
    """
    chosen = (*(settings.select or ()), *settings.extend_select)
    return frozenset(
        code
        for code in names()
        if max(_specificity(code, chosen), _default_specificity(code, settings))
        > _specificity(code, settings.ignore)
    )


def _default_specificity(code: str, settings: Settings) -> int:
    """A rule that is on by default counts as selected by the most general selector."""
    return 0 if settings.select is None and code not in OFF_BY_DEFAULT else -1


def _specificity(code: str, selectors: Iterable[str]) -> int:
    """Return the length of the longest selector that stands for the code, -1 for none."""
    return max((_length(item) for item in selectors if code in codes(item)), default=-1)


def _length(selector: str) -> int:
    if selector.upper() == EVERY_RULE:
        return 0
    return len(code_of(selector) or selector)
