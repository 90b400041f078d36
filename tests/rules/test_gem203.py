from __future__ import annotations

from datetime import date

import pytest
from model_programs import UNKNOWN_BACKEND, VERTEX, of_model, said

JUNE = date(2026, 6, 1)


@pytest.mark.parametrize("model", ["gemini-3.8-flash", "gemini-2.5-flash-lite", "gemini-5-pro"])
def test_noop(model: str) -> None:
    assert of_model(model) == []


def test_noop_beyond_the_notice() -> None:
    assert of_model("gemini-embedding-001", select=("GEM203",)) == []
    assert of_model("gemini-2.5-flash", retirement_notice=8) == []
    assert of_model("gemini-2.5-flash", retirement_notice=9) == ["GEM203"]
    assert of_model("gemini-2.5-pro", today=JUNE) == []


def test_noop_dead_on_one_backend_and_retiring_on_the_other() -> None:
    assert of_model("gemini-2.5-flash", client=UNKNOWN_BACKEND) == []


def test_fixed_date() -> None:
    assert said("gemini-2.5-flash") == (
        "gemini-2.5-flash will be shut down on 2026-12-01, in 9 days (Gemini Developer API); "
        "use gemini-3.5-flash-lite"
    )


def test_earliest_date() -> None:
    message = said("gemini-3.1-flash-lite", client=VERTEX)
    assert "may be shut down from 2027-05-07 on, in 166 days (Vertex AI)" in message


def test_earliest_date_has_passed() -> None:
    assert "may be off since 2026-10-22" in said("gemini-omni-flash-preview", select=("GEM203",))
    message = said("veo-3.1-generate-001", client=VERTEX, select=("GEM203",))
    assert "may be off since 2026-11-17" in message


def test_routed_already_whatever_the_notice() -> None:
    message = said("gemini-3.7-flash", retirement_notice=0)
    assert "is routed to gemini-3.8-flash since 2026-10-08" in message
    assert of_model("gemini-3.7-flash", today=date(2026, 10, 1)) == []


def test_both_backends_for_different_reasons() -> None:
    message = said("gemini-3.7-flash", client=UNKNOWN_BACKEND)
    assert "is routed to gemini-3.8-flash" in message
    assert "2027-01-28, in 67 days (Vertex AI)" in message
