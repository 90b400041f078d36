from __future__ import annotations

import importlib
import re
from types import ModuleType
from typing import Any

import pytest

from gemini_lint.catalog import backends
from gemini_lint.catalog.backends import BackendOnly

OF_CALLS = {
    "models": "generationConfig.audioTimestamp modelArmorConfig store"
    " generationConfig.routingConfig generationConfig.imageConfig.personGeneration"
    " embedContentRequest.mimeType countTokens.tools"
    " tools.googleSearch.excludeDomains tools.enterpriseWebSearch tools.fileSearch"
    " safetySettings.method toolConfig.functionCallingConfig.streamFunctionCallArguments"
    " toolConfig.includeServerSideToolInvocations tools.mcpServers",
    "caches": "cachedContent.kmsKeyName",
    "batches": "batch.dest batch.src.gcsUri batch.src.inlinedRequests batch.webhookConfig",
    "tunings": "tuningJob.adapterSize tuningJob.trainingDataset.examples",
}


def sdk(module: str) -> ModuleType:
    genai = pytest.importorskip("google.genai")
    if genai.__version__ != "3.6.1":
        pytest.skip("the facts are those of google-genai 3.6.1")
    return importlib.import_module(f"google.genai.{module}")


def refusal(converter: Any, field: BackendOnly) -> str:
    """Return what the SDK says of a request with nothing but that field."""
    takes_client = "api_client" in converter.__code__.co_varnames[: converter.__code__.co_argcount]
    client = (None,) if takes_client else ()
    with pytest.raises(ValueError, match="only supported in") as caught:
        converter(*client, {field.name: "x"}, {})
    return f"ValueError: {caught.value}"


@pytest.mark.parametrize(
    ("module", "path"),
    [(module, path) for module, paths in OF_CALLS.items() for path in paths.split()],
)
def test_the_sdk_refuses_what_one_backend_has_alone(module: str, path: str) -> None:
    field = backends.fields()[path]
    assert refusal(getattr(sdk(module), field.converter), field) == field.raises


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["models.edit_image", "models.compute_tokens", "tunings.list"])
def test_the_sdk_refuses_the_methods_of_vertex(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sdk("client")
    from google import genai

    for variable in ("GOOGLE_GENAI_USE_VERTEXAI", "GOOGLE_GENAI_USE_ENTERPRISE"):
        monkeypatch.delenv(variable, raising=False)
    client = genai.Client(api_key="x")
    resource, method = name.split(".")
    arguments: dict[str, Any] = {
        "edit_image": {"model": "m", "prompt": "p", "reference_images": []},
        "compute_tokens": {"model": "m", "contents": "x"},
    }
    with pytest.raises(ValueError, match="only supported in") as caught:
        getattr(getattr(client, resource), method)(**arguments.get(method, {}))
    assert backends.members()[name].raises == f"ValueError: {caught.value}"


def test_a_path_belongs_to_one_backend() -> None:
    paths = backends.fields()
    assert not [
        (path, other)
        for path in paths
        for other in paths
        if other.startswith(f"{path}.")
        and paths[path].only != paths[other].only
        and not path.startswith("batch.")
    ]


def test_every_fact_names_the_line_of_the_sdk() -> None:
    facts = [*backends.fields().values(), *backends.members().values()]
    line = re.compile(r"google-genai==3\.6\.1 google/genai/\w+\.py:\d+")
    assert all(line.fullmatch(source) for fact in facts for source in fact.sources)
