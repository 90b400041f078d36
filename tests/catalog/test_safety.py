from __future__ import annotations

import warnings
from types import ModuleType

import pytest

from gemini_lint.catalog.safety import (
    OLD_SDK,
    categories,
    category_name,
    threshold_name,
    thresholds,
)


@pytest.fixture(scope="module")
def old_sdk() -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sdk: ModuleType = pytest.importorskip("google.generativeai.types.safety_types")
    return sdk


def test_google_genai_has_the_categories_and_thresholds() -> None:
    types = pytest.importorskip("google.genai.types")
    palm = {name for name, category in categories().items() if category.status == "palm"}
    assert {member.name for member in types.HarmCategory} == set(categories()) - palm
    assert {member.name for member in types.HarmBlockThreshold} == set(thresholds())


def test_old_sdk_takes_the_same_spellings_of_categories(old_sdk: ModuleType) -> None:
    for spelling, member in old_sdk._HARM_CATEGORIES.items():
        plain = spelling if isinstance(spelling, str) else int(spelling)
        assert category_name(plain, OLD_SDK, ("gemini-api",)) == member.name


def test_old_sdk_takes_the_same_spellings_of_thresholds(old_sdk: ModuleType) -> None:
    for spelling, member in old_sdk._BLOCK_THRESHOLDS.items():
        plain = spelling if isinstance(spelling, str) else int(spelling)
        assert threshold_name(plain, OLD_SDK) == member.name
    assert threshold_name("off", OLD_SDK) is None


def test_every_category_has_a_source() -> None:
    assert all(category.sources for category in categories().values())
