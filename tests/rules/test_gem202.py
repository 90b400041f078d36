from __future__ import annotations

from datetime import date

import pytest
from linting import codes, findings
from model_programs import UNKNOWN_BACKEND, VERTEX, call, faults, of_model, said
from programs import google_genai, google_generativeai, rest


@pytest.mark.parametrize("model", ["gemini-3.8-flash", "gemini-flash-latest", "gemini-ultra"])
def test_noop(model: str) -> None:
    assert of_model(model) == []


def test_noop_before_the_day() -> None:
    assert of_model("gemini-1.5-pro", today=date(2025, 1, 1)) == []
    assert of_model("gemini-1.5-pro", today=date(2025, 9, 28)) == ["GEM203"]


def test_noop_alive_on_one_of_two_backends() -> None:
    assert of_model("gemini-3.6-flash", client=UNKNOWN_BACKEND) == []


def test_noop_users_own() -> None:
    assert of_model("gemini-1.5-pro", models=("gemini-1.5-*",)) == []


def test_message() -> None:
    assert said("gemini-1.5-pro") == (
        "gemini-1.5-pro was shut down on 2025-09-29 (Gemini Developer API: 404 NOT_FOUND); "
        "use gemini-3.8-flash"
    )


def test_dates_are_the_backends() -> None:
    assert of_model("gemini-3.6-flash") == []
    assert of_model("gemini-3.6-flash", client=VERTEX) == ["GEM202"]
    assert "2026-01-14" in said_of_embedding("")
    assert of_model("gemini-flash-latest", client=VERTEX) == ["GEM202"]


def said_of_embedding(client: str) -> str:
    source = call("models.embed_content", 'model="text-embedding-004", contents="x"', client=client)
    (finding,) = findings(source, select=("GEM202",))
    return finding.message


def test_both_backends() -> None:
    message = said("gemini-1.5-pro", client=UNKNOWN_BACKEND)
    assert "2025-09-29 (Gemini Developer API" in message
    assert "2025-09-24 (Vertex AI" in message


def test_without_a_date() -> None:
    assert said("gemini-exp-1206").startswith("gemini-exp-1206 was shut down (Gemini")


def test_never_here_and_dead_there() -> None:
    message = said("text-bison@001")
    assert "was never on the Gemini Developer API and was shut down on 2025-04-21" in message


def test_routed_after_the_day_is_a_warning() -> None:
    source = google_genai(model="gemini-2.5-flash")
    (finding,) = findings(source, select=("GEM202",), today=date(2026, 12, 24))
    assert finding.severity == "warning"
    assert "requests are routed to gemini-3.5-flash-lite" in finding.message
    (finding,) = findings(google_genai(model="gemini-2.0-flash"), select=("GEM202",))
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "source",
    [
        google_generativeai("{}", model="gemini-pro"),
        rest("'safetySettings': []", model="gemini-pro"),
        call("chats.create", 'model="gemini-pro"'),
        call("models.count_tokens", 'model="models/gemini-pro", contents="x"'),
        call("interactions.create", 'agent="antigravity-preview-05-2026", input="x"'),
    ],
)
def test_wherever_a_model_is_named(source: str) -> None:
    assert faults(source, select=("GEM202",)) == ["GEM202"]


def test_default_of_the_environment() -> None:
    source = """
        import os
        from google import genai
        client = genai.Client()
        model = os.getenv("MODEL", "gemini-1.5-flash")
        client.models.generate_content(model=model, contents="Name three rivers.")
    """
    (finding,) = findings(source, select=("GEM202",))
    assert "os.getenv" in finding.message
    assert finding.span.line == 5


def test_hides_what_the_model_does_not_support() -> None:
    source = call(
        "models.generate_content",
        'model="gemini-1.5-pro", contents="x",'
        ' config=types.GenerateContentConfig(response_modalities=["IMAGE"])',
    )
    assert faults(source) == ["GEM202"]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [("", ["GEM202:5"]), ("*arguments", []), ("**arguments", []), ("*arguments.all", [])],
)
def test_model_that_arguments_may_give(arguments: str, found: list[str]) -> None:
    source = f"""
        import google.generativeai as genai

        def ask(text, arguments):
            genai.GenerativeModel({arguments}).generate_content(text)
    """
    assert codes(source, select=("GEM202",)) == found


@pytest.mark.parametrize(
    ("store", "found"),
    [("cache", ["GEM202:4"]), ("_models", ["GEM202:4"]), ("thinking_models", [])],
)
def test_model_that_is_looked_up_in_a_store(store: str, found: list[str]) -> None:
    source = f"""
        import google.generativeai as genai

        def model(self, model_name="gemini-1.5-pro"):
            if model_name not in self.{store}:
                self.{store}[model_name] = genai.GenerativeModel(model_name)
            return self.{store}[model_name]
    """
    assert codes(source, select=("GEM202",)) == found


@pytest.mark.parametrize(
    ("way", "successor"),
    [
        ("client.aio.live.connect(model=MODEL)", "gemini-3.8-live"),
        ('client.models.generate_content(model=MODEL, contents="x")', "gemini-3.8-flash"),
    ],
)
def test_successor_serves_the_method(way: str, successor: str) -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client(api_key=KEY)\n"
        'MODEL = "gemini-2.0-flash-exp"\n'
        f"{way}\n"
    )
    (finding,) = findings(source, select=("GEM202",), today=date(2026, 11, 22))
    assert finding.message.endswith(f"; use {successor}")
