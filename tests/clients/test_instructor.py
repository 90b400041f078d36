from __future__ import annotations

import pytest
from framework_programs import FRENCH, found

_CREATE = """
client.{create}(
    {model}messages=[{{"role": "user", "content": "{prompt}"}}],
    response_model=str,
    generation_config={{"temperature": 5}},
)
"""


def _program(made: str, model: str = "", create: str = "chat.completions.create") -> str:
    imports = "import instructor\nfrom google import genai\nimport google.generativeai as old\n"
    call = _CREATE.format(create=create, model=model and f'model="{model}", ', prompt=FRENCH)
    return f"{imports}\nclient = {made}\n{call}"


def _found(program: str) -> list[str]:
    return [code for code in found(program) if code != "GEM801"]


@pytest.mark.parametrize(
    "made", ['instructor.from_provider("openai/gpt-4o")', "instructor.from_openai(client)"]
)
def test_noop_other_vendors(made: str) -> None:
    assert _found(_program(made)) == []


@pytest.mark.parametrize("create", ["chat.completions.create", "create", "messages.create"])
@pytest.mark.parametrize("prefix", ["google", "gemini", "vertexai"])
def test_provider(create: str, prefix: str) -> None:
    program = _program(f'instructor.from_provider("{prefix}/gemini-1.5-pro")', "", create)
    assert _found(program) == ["GEM101", "GEM202", "GEM401"]


def test_client_of_google() -> None:
    program = _program("instructor.from_genai(genai.Client())", "gemini-1.5-pro")
    assert _found(program) == ["GEM101", "GEM202", "GEM401"]


def test_model_of_the_old_sdk() -> None:
    made = 'instructor.from_gemini(client=old.GenerativeModel("gemini-1.5-pro"))'
    assert _found(_program(made)) == ["GEM101", "GEM202", "GEM401"]


@pytest.mark.parametrize("around", ["instructor.from_openai({})", "wrap_openai({})"])
def test_client_of_openai_at_geminis_address(around: str) -> None:
    program = (
        "import instructor\nfrom openai import OpenAI\n"
        "from langsmith.wrappers import wrap_openai\n"
        "client = {}\nclient.chat.completions.create(\n"
        '    model="gemini-1.5-flash", response_model=str, messages=[]\n)\n'
    )
    address = "https://generativelanguage.googleapis.com/v1beta/openai/"
    at_gemini = around.format(f'OpenAI(base_url="{address}")')
    assert "GEM202" in _found(program.format(at_gemini))
    assert _found(program.format(around.format("OpenAI()"))) == []
