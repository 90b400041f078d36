"""The catalogue of models is sound, and says what its sources say."""

from __future__ import annotations

import importlib
import json
import re
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args

import pytest

import gemini_lint.catalog
from gemini_lint.call import BACKENDS, Backend
from gemini_lint.catalog import Catalog, Model, load

TODAY = date(2026, 11, 22)
DOCUMENT = json.loads(
    (Path(gemini_lint.catalog.__file__).parent / "data" / "models.json").read_text("utf-8")
)
ROWS: list[dict[str, Any]] = DOCUMENT["models"]
CATALOG: Catalog = load()


def model(name: str) -> Model:
    found = CATALOG.model(name)
    assert found is not None
    return found


def kind(name: str, backend: Backend, today: date = TODAY) -> str:
    return CATALOG.state(model(name), backend, today).kind


def test_no_id_occurs_twice() -> None:
    ids = [row["id"] for row in ROWS]
    assert len(ids) == len(set(ids)) == len(CATALOG.models)


def test_every_row_has_a_source_and_a_date() -> None:
    for row in (*ROWS, *DOCUMENT["families"]):
        assert row["sources"], row
        assert all(source.strip() for source in row["sources"]), row
        assert re.fullmatch(r"20\d\d-\d\d(-\d\d)?", row["checked"]), row


def test_every_date_is_a_day_or_a_month() -> None:
    for life in (row[backend] for row in ROWS for backend in BACKENDS):
        for name in {"released", "shutdown", "routed_since"} & set(life):
            date.fromisoformat(f"{life[name]}-01"[:10])
        assert ("shutdown" in life) == ("shutdown_kind" in life), life
        assert len(life.get("shutdown", "2026-12-01")) == len("2026-12-01"), life


def test_every_life_is_in_order() -> None:
    for found in CATALOG.models.values():
        for life in found.lifecycles.values():
            assert life.kind in ("fixed", "earliest", None), found
            assert life.status in ("active", "deprecated", "shut-down", "never", None), found
            if life.released is not None and life.shutdown is not None:
                assert life.released < life.shutdown, found


def test_every_model_that_a_row_names_exists() -> None:
    for found in CATALOG.models.values():
        assert found.alias_of is None or found.alias_of in CATALOG.models, found
        for life in found.lifecycles.values():
            for name in filter(None, (*life.replacements, life.routes_to)):
                assert not model(name).nonexistent, found


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("today", [date(2025, 10, 15), TODAY, date(2026, 12, 24)])
def test_every_replacement_is_alive_that_day(backend: Backend, today: date) -> None:
    for found in CATALOG.models.values():
        name = CATALOG.replacement(found, backend, today)
        if name is not None:
            assert name != found.id
            state = kind(name, backend, today)
            is_announced_active = model(name).lifecycles[backend].status == "active"
            assert state in ("active", "deprecated", "retiring") or (
                state == "maybe-off" and is_announced_active
            )
            released = [life.released for life in model(name).lifecycles.values()]
            assert min(filter(None, released), default=today) <= today


def test_every_range_is_ordered() -> None:
    for found in CATALOG.models.values():
        for limit in (found.input_token_limit, found.candidate_count_max, found.max_temperature):
            assert limit is None or limit > 0, found
        thinking = found.thinking
        if thinking is None:
            continue
        assert thinking.mode in ("budget", "level", "none", "unknown"), found
        assert set(thinking.levels) <= {"minimal", "low", "medium", "high", "xhigh"}, found
        if thinking.budget_min is not None and thinking.budget_max is not None:
            assert 0 <= thinking.budget_min < thinking.budget_max, found


@pytest.mark.parametrize(
    ("name", "backend", "expected"),
    [
        ("gemini-3.8-flash", "gemini-api", "active"),
        ("gemini-4-neon", "vertex", "active"),
        ("text-embedding-004", "gemini-api", "shut-down"),
        ("text-embedding-004", "vertex", "retiring"),
        ("gemini-2.5-flash", "gemini-api", "retiring"),
        ("gemini-2.5-flash", "vertex", "shut-down"),
        ("gemini-3.6-flash", "gemini-api", "active"),
        ("gemini-3.6-flash", "vertex", "shut-down"),
        ("gemini-3.7-flash", "gemini-api", "routed"),
        ("gemini-3.7-flash", "vertex", "retiring"),
        ("gemini-2.5-flash-preview-tts", "gemini-api", "maybe-off"),
        ("veo-3.1-generate-001", "vertex", "maybe-off"),
        ("veo-3.1-generate-001", "gemini-api", "never"),
        ("gemini-exp-1206", "gemini-api", "shut-down"),
        ("gemini-flash-latest", "gemini-api", "active"),
        ("gemini-flash-latest", "vertex", "shut-down"),
        ("imagen-3.0-capability-001", "vertex", "unknown"),
        ("gemini-3-pro", "gemini-api", "never"),
    ],
)
def test_state(name: str, backend: Backend, expected: str) -> None:
    assert kind(name, backend) == expected


@pytest.mark.parametrize("name", ["gemini-1.5-pro", "gemini-1.5-pro-latest", "gemini-1.5-flash"])
def test_alias_of_dead_versions_died_with_the_last_of_them(name: str) -> None:
    state = CATALOG.state(model(name), "vertex", TODAY)
    assert (state.kind, state.date) == ("shut-down", date(2025, 9, 24))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 30), "retiring"),
        (date(2026, 12, 1), "routed"),
        (date(2026, 12, 24), "routed"),
    ],
)
def test_the_day_decides(day: date, expected: str) -> None:
    assert kind("gemini-2.5-pro", "gemini-api", day) == expected


def test_routed_model_is_not_dead() -> None:
    state = CATALOG.state(model("gemini-3.7-flash"), "gemini-api", TODAY)
    assert (state.routes_to, state.routed_since) == ("gemini-3.8-flash", date(2026, 10, 8))
    assert not CATALOG.is_dead(model("gemini-3.7-flash"), "gemini-api", TODAY)


@pytest.mark.parametrize(
    ("name", "backend", "today", "expected"),
    [
        ("gemini-1.5-pro", "gemini-api", TODAY, "gemini-3.8-flash"),
        ("gemini-1.5-pro", "gemini-api", date(2025, 10, 15), "gemini-2.5-pro"),
        ("gemini-1.5-pro-002", "vertex", TODAY, "gemini-3.8-flash"),
        ("veo-3.0-generate-preview", "gemini-api", TODAY, "gemini-omni-1.1-flash"),
        ("gemini-robotics-er-1.5-preview", "gemini-api", TODAY, "gemini-robotics-er-2-preview"),
        ("embedding-001", "gemini-api", TODAY, "gemini-embedding-2"),
        ("gemma-3-27b-it", "gemini-api", TODAY, "gemma-4-31b-it"),
        ("veo-3.0-generate-001", "vertex", TODAY, "veo-3.1-generate-001"),
    ],
)
def test_replacement_is_followed_to_a_living_model(
    name: str, backend: Backend, today: date, expected: str
) -> None:
    assert CATALOG.replacement(model(name), backend, today) == expected


@pytest.mark.parametrize(
    "spelling",
    [
        "gemini-3.8-flash",
        "models/gemini-3.8-flash",
        "google/gemini-3.8-flash",
        "publishers/google/models/gemini-3.8-flash",
        "projects/p/locations/global/publishers/google/models/gemini-3.8-flash",
        "gemini/gemini-3.8-flash",
        "google_genai:gemini-3.8-flash",
    ],
)
def test_every_spelling_of_a_name_is_its_model(spelling: str) -> None:
    assert model(spelling).id == "gemini-3.8-flash"


@pytest.mark.parametrize(
    "name", ["publishers/anthropic/models/gemini-3.8-flash", "tunedModels/mine", "gemini-9-pro"]
)
def test_other_names_are_no_model(name: str) -> None:
    assert CATALOG.model(name) is None


def test_family_fills_what_a_row_leaves_out() -> None:
    cyber = model("gemini-4-argon-cyber-permissive")
    assert cyber.candidate_count_max == 1
    assert cyber.features["penalties"] is False
    assert any("gemini-3" in source for source in cyber.sources)
    assert model("gemini-2.5-pro").candidate_count_max is None
    assert model("gemini-flash-latest").candidate_count_max is None


def test_every_model_that_the_sdk_lists_is_known() -> None:
    pytest.importorskip("google.genai")
    if version("google-genai") != "3.6.1":
        pytest.skip("the catalogue was compared with google-genai 3.6.1")
    interactions = importlib.import_module("google.genai._gaos.types.interactions")
    for listed in (interactions.Model, interactions.AgentOption):
        ids = [id_ for option in get_args(listed) for id_ in get_args(option)]
        assert ids
        assert [id_ for id_ in ids if id_ not in CATALOG.models] == []
