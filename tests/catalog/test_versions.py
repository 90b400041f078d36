from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from gemini_lint.catalog import members, sourced, versions

DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def missing(version: str) -> set[str]:
    return {feature.name for feature in versions.features_missing_in(version)}


def test_v1beta_has_every_feature_that_is_known() -> None:
    assert missing("v1beta") == set()


def test_v1_lacks_what_the_table_leaves_blank() -> None:
    assert missing("v1") == {
        "Agents API",
        "Audio Output (Speech Config)",
        "Computer Use Tool",
        "Context Caching",
        "Ephemeral Tokens (Live API)",
        "Live API (WebSockets)",
        "Live Music API",
        "MCP Servers Tool",
        "Service Tier (Priority / Flex)",
        "Webhooks API",
    }


def test_nothing_is_known_to_be_missing_in_a_version_without_a_table() -> None:
    assert missing("v1alpha") == set()


@pytest.mark.parametrize("feature", versions.features(), ids=lambda feature: feature.name)
def test_a_feature_is_reached_by_something_and_by_nothing_else(
    feature: versions.Feature,
) -> None:
    others = [other for other in versions.features() if other is not feature]
    own = {*feature.paths, *feature.methods}
    assert own
    assert not own & {name for other in others for name in (*other.paths, *other.methods)}


def test_palm_has_versions_of_its_own() -> None:
    assert "v1beta2" in versions.known_versions("gemini-api", "generateText")
    assert "v1beta2" not in versions.known_versions("gemini-api", "generateContent")


def test_backends_have_their_own_betas() -> None:
    assert "v1beta" not in versions.known_versions("vertex", "generateContent")
    assert "v1beta1" not in versions.known_versions("gemini-api", "generateContent")


@pytest.mark.parametrize("name", ["versions.json", "members.json"])
def test_sources_have_dates(name: str) -> None:
    content = sourced.read(name)
    date.fromisoformat(content["checked"])
    for row in content["sources"].values():
        assert DATE.fullmatch(row["date"])
        assert row.get("url", "").startswith("https://") or "==" in row.get("package", "")


def test_every_fact_has_a_source() -> None:
    facts: tuple[Any, ...] = (
        *versions.features(),
        *versions.versions(),
        *members.removed(),
        *members.ended(),
    )
    assert all(fact.sources for fact in facts)
