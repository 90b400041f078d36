from __future__ import annotations

import pytest

from gemini_lint.catalog.languages import available_languages, canonical_code, sources
from gemini_lint.language.vocabulary import NAMES


def test_google_lists_38_languages() -> None:
    assert len(available_languages()) == 38
    assert {"en", "he", "no", "zh"} <= available_languages()


def test_every_listed_language_can_be_named() -> None:
    assert available_languages() - {"en"} <= set(NAMES)


@pytest.mark.parametrize(
    ("code", "canonical"),
    [("iw", "he"), ("nb", "no"), ("pt-BR", "pt"), ("zh_TW", "zh"), ("fil", "tl"), ("EN", "en")],
)
def test_codes_of_one_language_are_the_same(code: str, canonical: str) -> None:
    assert canonical_code(code) == canonical


def test_both_facts_have_a_source() -> None:
    assert len(sources()) == 2
