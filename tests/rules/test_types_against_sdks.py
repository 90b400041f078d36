"""What GEM110 says is what the libraries themselves do."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from programs import faults, google_genai, google_generativeai

VALUES: tuple[object, ...] = (
    0, 1, 5, -1, 2.0, 0.5, True, "0.5", "2", "2.0", " 2 ", "1_000", "hot", "", "yes", "off",
    "LOW", b"2", b"hot", 1j, [], ["a"], ("a",), ["a", 1], [None], {}, {"a": "b"}, {"a": 1}, None,
)  # fmt: skip
NUMBERS = ("temperature", "top_p", "max_output_tokens", "candidate_count", "seed")
GOOGLE_GENAI = (
    *NUMBERS, "response_logprobs", "response_mime_type", "stop_sequences", "response_modalities",
    "media_resolution", "labels",
)  # fmt: skip
GOOGLE_GENERATIVEAI = (*NUMBERS[:-1], "response_mime_type")


@pytest.mark.parametrize("name", GOOGLE_GENAI)
def test_google_genai(name: str) -> None:
    types = pytest.importorskip("google.genai.types")

    def is_refused(value: object) -> bool:
        return raises(lambda: types.GenerateContentConfig.model_validate({name: value}))

    said = [value for value in VALUES if "GEM110" in faults(google_genai(f"{name}={value!r}"))]
    assert said == [value for value in VALUES if is_refused(value)]


@pytest.mark.parametrize("name", GOOGLE_GENERATIVEAI)
def test_google_generativeai(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library = pytest.importorskip("google.generativeai")

    def is_refused(value: object) -> bool:
        return raises(lambda: library.protos.GenerationConfig({name: value}))

    said = [
        value
        for value in VALUES
        if "GEM110" in faults(google_generativeai(f"{{{name!r}: {value!r}}}"))
    ]
    assert said == [value for value in VALUES if is_refused(value)]


def raises(make: Any) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            make()
        except Exception:  # noqa: BLE001 - the libraries raise a good many kinds
            return True
    return False
