from __future__ import annotations

import re

import pytest

from gemini_lint.catalog import load, parameters
from gemini_lint.catalog.sourced import read

DATA = read("parameters.json")
ROWS = (
    *DATA["parameters"],
    *DATA["conflicts"],
    *DATA["tool_conflicts"],
    *DATA["model_limits"],
    DATA["roles"],
)


def test_no_path_twice() -> None:
    paths = [row["path"] for row in DATA["parameters"]]
    assert len(paths) == len(set(paths))


def test_no_conflict_twice() -> None:
    names = [row["id"] for row in (*DATA["conflicts"], *DATA["tool_conflicts"])]
    assert len(names) == len(set(names))


def test_every_fact_has_a_dated_source() -> None:
    for row in ROWS:
        assert row["sources"]
        for key in row["sources"]:
            assert re.search(r"\(20\d\d-\d\d(-\d\d)?\)$", parameters.source(key)), key


def test_every_source_is_used() -> None:
    named = {key for row in ROWS for key in row["sources"]}
    spoken_of = {"guide", "changelog", "latest-model", "old-sdk", "sdk"}
    assert set(DATA["sources"]) == named | spoken_of


def test_ranges_are_ordered() -> None:
    for row in DATA["parameters"]:
        assert row.get("minimum", 0) <= row.get("maximum", row.get("minimum", 0))


def test_limits_are_those_of_known_models() -> None:
    known = load().models
    assert all(model in known for row in DATA["model_limits"] for model in row["models"])


@pytest.mark.parametrize("row", parameters.with_values(), ids=lambda row: row.path)
def test_values_are_the_members_of_the_sdks_enum(row: parameters.ParameterFacts) -> None:
    types = pytest.importorskip("google.genai.types")
    if row.enum_class:
        members = {member.value for member in getattr(types, row.enum_class)}
        assert {*row.values, row.unset} - {""} == members
