from __future__ import annotations

import pytest
from programs import faults, google_genai, google_generativeai, messages, rest


@pytest.mark.parametrize(
    "temperature",
    [
        pytest.param("0.0", id="lowest"),
        pytest.param("2", id="highest"),
        pytest.param('"0.5"', id="a string that the library turns into a number"),
        pytest.param("None", id="not given"),
        pytest.param("float(input())", id="not known"),
        pytest.param("settings['temperature']", id="not known either"),
    ],
)
def test_noop(temperature: str) -> None:
    assert "GEM101" not in faults(google_genai(f"temperature={temperature}"))


def test_noop_weather() -> None:
    assert faults('from google import genai\nweather = {"temperature": 31.5}') == []


def test_noop_narrow_range_of_shut_down_model() -> None:
    assert faults(google_genai("temperature=0.9", model="text-bison")) == []


@pytest.mark.parametrize("temperature", ["-0.1", "2.1", "5", "-1", '"3"', "1e3"])
def test_outside_0_to_2(temperature: str) -> None:
    assert faults(google_genai(f"temperature={temperature}")) == ["GEM101"]


def test_whatever_the_model() -> None:
    assert faults(google_genai("temperature=3", model="gemini-9-unheard-of")) == ["GEM101"]
    assert faults(google_genai("temperature=3", model="gemini-1.5-pro")) == ["GEM101"]


def test_stronger_than_ignored() -> None:
    assert faults(google_genai("temperature=3", model="gemini-3.8-flash")) == ["GEM101"]


def test_narrow_range_of_a_model() -> None:
    source = google_genai("temperature=1.5", model="aqa")
    assert faults(source) == ["GEM101"]
    assert "aqa's range of 0.0 to 1.0" in messages(source)[0]


def test_each_of_several_values() -> None:
    source = google_genai("temperature=3 if input() else -1")
    assert faults(source) == ["GEM101", "GEM101"]


def test_other_clients() -> None:
    assert faults(google_generativeai('{"temperature": 2.5}')) == ["GEM101"]
    assert faults(rest('"generationConfig": {"temperature": 2.5}')) == ["GEM101"]
