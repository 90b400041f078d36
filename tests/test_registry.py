"""What the registry says of rules without importing them."""

from __future__ import annotations

from gemini_lint.rules import registry


def test_rules_that_are_off_by_default_are_those_that_say_so() -> None:
    off = {item.rule.code for item in registry.all_rules() if not item.rule.default}
    assert off == registry.OFF_BY_DEFAULT
