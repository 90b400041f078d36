from __future__ import annotations

import pytest
from linting import codes, findings
from model_programs import UNKNOWN_BACKEND, VERTEX, of_model, said
from programs import google_genai


@pytest.mark.parametrize(
    ("model", "client"),
    [
        ("models/gemini-3.8-flash", ""),
        ("models/gemini-3.8-flash", UNKNOWN_BACKEND),
        ("tunedModels/my-model", ""),
        ("google/gemini-3.8-flash", VERTEX),
        ("google/gemini-3.8-flash", UNKNOWN_BACKEND),
        ("publishers/google/models/gemini-3.8-flash", VERTEX),
        ("projects/p/locations/l/endpoints/1", VERTEX),
    ],
)
def test_noop(model: str, client: str) -> None:
    assert of_model(model, client=client) == []


@pytest.mark.parametrize(
    ("model", "client"),
    [
        ("google/gemini-3.8-flash", ""),
        ("gemini/gemini-1.5-pro", ""),
        ("publishers/google/models/gemini-3.8-flash", ""),
        ("projects/p/locations/l/publishers/google/models/gemini-3.8-flash", ""),
        ("models/gemini-3.8-flash", VERTEX),
        ("", ""),
        ("", UNKNOWN_BACKEND),
        ("gemini-3.8-flash&x", VERTEX),
        ("../gemini-3.8-flash", ""),
        ("Gemini 2.5 Pro", UNKNOWN_BACKEND),
    ],
)
def test_wrong_form(model: str, client: str) -> None:
    assert of_model(model, client=client) == ["GEM209"]


def test_names_the_id_that_was_meant() -> None:
    assert said("google/gemini-3.8-flash").endswith("; use gemini-3.8-flash")
    assert said("google/gemini-1.5-pro").endswith("; use gemini-3.8-flash")
    assert said("Gemini 2.5 Pro").endswith("; use gemini-2.5-pro")


def test_names_the_backends_that_do_not_take_it() -> None:
    assert ", which Vertex AI does not take" in said("models/gemini-3.8-flash", client=VERTEX)
    both = ", which the Gemini Developer API and Vertex AI do not take"
    assert both in said("gemini-3.8-flash ", client=UNKNOWN_BACKEND)


def test_what_the_sdk_raises() -> None:
    (finding,) = findings(google_genai(model=""), select=("GEM209",))
    assert finding.outcome == "google-genai raises ValueError"
    (finding,) = findings(google_genai(model="google/gemini-3.8-flash"), select=("GEM209",))
    assert finding.outcome == "404 NOT_FOUND"


def test_noop_empty_until_given() -> None:
    source = """
        from google import genai
        own = ""  # @param {type: "string"}
        name = own if own else load_name()
        genai_client = genai.Client()
        genai_client.models.generate_content(model=name, contents="Name three rivers.")
    """
    assert codes(source, select=("GEM209",)) == []


def test_noop_backend_is_chosen_with_the_model() -> None:
    source = """
        from google import genai
        if load_settings().vertex:
            model, client = "gemini-3.8-flash", genai.Client(vertexai=True, project="p")
        else:
            model, client = "models/gemini-3.8-flash", genai.Client()
        client.models.generate_content(model=model, contents="Name three rivers.")
    """
    assert codes(source) == []


def test_names_of_a_gateway() -> None:
    gateway = 'http_options={"base_url": "https://gateway.example"}'
    assert of_model("google/gemini-3.8-flash", client=gateway) == []
    assert of_model("../gemini-3.8-flash", client=gateway) == ["GEM209"]
