from __future__ import annotations

import pytest
from framework_programs import FRENCH, found

_REQUEST = """{{
    "model": "models/{model}",
    "contents": [{{"role": "user", "parts": [{{"text": "{prompt}"}}]}}],
    "generation_config": {{"temperature": {temperature}}},
}}"""


def _program(
    module: str, model: str, prompt: str, temperature: float, name: str = "GenerativeServiceClient"
) -> str:
    request = _REQUEST.format(model=model, prompt=prompt, temperature=temperature)
    return (
        f"from google.ai import {module} as glm\n"
        f"client = glm.{name}()\nrequest = {request}\n"
        "print(client.generate_content(request=request))\n"
    )


@pytest.mark.parametrize("module", ["generativelanguage_v1", "generativelanguage_v1beta"])
def test_noop(module: str) -> None:
    assert found(_program(module, "gemini-3.1-pro-preview", "Hello", 1)) == []


@pytest.mark.parametrize(
    "module", ["generativelanguage_v1", "generativelanguage_v1beta", "generativelanguage"]
)
@pytest.mark.parametrize("name", ["GenerativeServiceClient", "GenerativeServiceAsyncClient"])
def test_dictionary(module: str, name: str) -> None:
    program = _program(module, "gemini-1.5-pro", FRENCH, 5, name)
    assert [code for code in found(program) if code != "GEM801"] == ["GEM101", "GEM202", "GEM401"]


def test_message() -> None:
    assert found("""
        from google.ai import generativelanguage_v1beta as glm

        client = glm.GenerativeServiceClient()
        request = glm.GenerateContentRequest(
            model="models/gemini-1.5-pro",
            generation_config=glm.GenerationConfig(temperature=5),
        )
        client.generate_content(request)
    """) == ["GEM101", "GEM202"]  # fmt: skip
