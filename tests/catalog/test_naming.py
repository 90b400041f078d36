"""A name is only called wrong where it cannot be a newer model's."""

from __future__ import annotations

import pytest

from gemini_lint.call import Backend
from gemini_lint.catalog import load
from gemini_lint.catalog.name_forms import NameVerdict
from gemini_lint.catalog.naming import judge


def verdict(name: str, backend: Backend = "gemini-api", sdk: str = "google-genai") -> NameVerdict:
    return judge(name, backend, sdk, load())


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("gemini-5-pro", id="newer generation"),
        pytest.param("gemini-3.9-flash", id="newer than the newest of its tier"),
        pytest.param("gemini-4-flash", id="known generation, tier not yet there"),
        pytest.param("gemini-4-xenon", id="unknown tier"),
        pytest.param("gemini-2.5-flash-preview-05-21", id="unknown dated preview"),
        pytest.param("gemini-2.5-flash-001", id="unknown version"),
        pytest.param("gemini-1.5-pro-preview-0409", id="old preview"),
        pytest.param("gemini-2.5-nano", id="tier of no known model"),
        pytest.param("text-embedding-4", id="number that may be a version"),
        pytest.param("imagen-5", id="newer image model"),
        pytest.param("my-model", id="no family"),
        pytest.param("tunedModels/my-model", id="tuned model"),
        pytest.param("aqua", id="close to a known one by accident"),
        pytest.param("gemini-prod", id="without a version"),
        pytest.param("gemini-1.5-pro@001", id="version as Vertex AI writes it"),
    ],
)
def test_plausible(name: str) -> None:
    assert verdict(name).kind == "plausible"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("gemini-2.5-flsh", "gemini-2.5-flash"),
        ("gemni-2.5-flash", "gemini-2.5-flash"),
        ("Gemini-2.5-Flash", "gemini-2.5-flash"),
        ("gemini_2.5_flash", "gemini-2.5-flash"),
        ("gemini-2-5-flash", "gemini-2.5-flash"),
        ("gemini-25-pro", "gemini-2.5-pro"),
        ("gemini-flash-2.5", "gemini-2.5-flash"),
        ("gemini-pro-1.5-latest", "gemini-1.5-pro-latest"),
        ("models/gemini-pro-1.5", "gemini-1.5-pro"),
        ("gemini-3.2-flash", "gemini-3.5-flash"),
        ("gemini-3-pro", "gemini-3-pro-preview"),
        ("gemini-3.8-flash-lite", "gemini-3.5-flash-lite"),
        ("gemini-2.0-pro", "gemini-2.5-pro"),
        ("gemini-2.5", "gemini-2.5-flash"),
        ("gemini-flash", "gemini-flash-latest"),
        ("text-embeddings-004", "text-embedding-004"),
        ("veo-3.1-generate-preveiw", "veo-3.1-generate-preview"),
        ("gemini-4-barium", None),
    ],
)
def test_unknown_model(name: str, meant: str | None) -> None:
    found = verdict(name)
    assert (found.kind, found.suggestion) == ("unknown-model", meant)


@pytest.mark.parametrize("name", ["gpt-4o", "claude-3-opus-20240229", "text-embedding-3-small"])
def test_other_vendor(name: str) -> None:
    assert verdict(name).kind == "other-vendor"
    assert verdict(name, "vertex").kind == "plausible"
    assert verdict(name, sdk="litellm").kind == "plausible"


@pytest.mark.parametrize(
    ("name", "backend", "kind"),
    [
        ("google/gemini-3.8-flash", "gemini-api", "malformed"),
        ("google/gemini-3.8-flash", "vertex", "known"),
        ("gemini/gemini-3.8-flash", "gemini-api", "malformed"),
        ("publishers/google/models/gemini-3.8-flash", "gemini-api", "malformed"),
        ("publishers/google/models/gemini-3.8-flash", "vertex", "known"),
        ("projects/p/locations/l/endpoints/1", "gemini-api", "malformed"),
        ("projects/p/locations/l/endpoints/1", "vertex", "plausible"),
        ("models/gemini-3.8-flash", "gemini-api", "known"),
        ("models/gemini-3.8-flash", "vertex", "malformed"),
        ("", "gemini-api", "malformed"),
        ("gemini-3.8-flash?key=1", "vertex", "malformed"),
        ("../gemini-3.8-flash", "gemini-api", "malformed"),
        ("gemini-3.8-flash ", "gemini-api", "malformed"),
        ("Gemini 2.5 Pro", "gemini-api", "display-name"),
        ("Gemini 2.5 Pro", "vertex", "display-name"),
    ],
)
def test_form(name: str, backend: Backend, kind: str) -> None:
    assert verdict(name, backend).kind == kind


@pytest.mark.parametrize(
    ("name", "sdk"),
    [
        ("gemini/gemini-3.8-flash", "litellm"),
        ("google/gemini-3.8-flash", "instructor"),
        ("models/gemini-3.8-flash", "google-cloud-aiplatform"),
        ("", "google-adk"),
    ],
)
def test_form_is_the_librarys(name: str, sdk: str) -> None:
    assert verdict(name, "vertex", sdk).kind in ("known", "plausible")
    assert verdict(name, "gemini-api", sdk).kind in ("known", "plausible")
