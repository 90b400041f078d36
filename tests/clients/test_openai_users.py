from __future__ import annotations

import pytest
from framework_programs import FRENCH, found

_URL = "https://generativelanguage.googleapis.com/v1beta/openai/"
_MADE = [
    (
        "from langchain_openai import ChatOpenAI",
        'ChatOpenAI(model="gemini-1.5-pro", temperature=5{})',
        "base_url",
    ),
    (
        "from langchain_openai import ChatOpenAI",
        'ChatOpenAI(model="gemini-1.5-pro", temperature=5{})',
        "openai_api_base",
    ),
    (
        "from smolagents import OpenAIServerModel",
        'OpenAIServerModel(model_id="gemini-1.5-pro", temperature=5{})',
        "api_base",
    ),
    (
        "from smolagents import OpenAIModel",
        'OpenAIModel(model_id="gemini-1.5-pro", temperature=5{})',
        "api_base",
    ),
    (
        "from llama_index.llms.openai_like import OpenAILike",
        'OpenAILike(model="gemini-1.5-pro", temperature=5{})',
        "api_base",
    ),
]


@pytest.mark.parametrize(("imports", "made", "argument"), _MADE)
def test_noop_other_addresses(imports: str, made: str, argument: str) -> None:
    assert found(f"{imports}\nllm = {made.format('')}\n") == []
    elsewhere = f', {argument}="https://openrouter.ai/api/v1"'
    assert found(f"{imports}\nllm = {made.format(elsewhere)}\n") == []


def test_noop_agent_of_another_vendor() -> None:
    assert found(f"""
        # gemini would be another one
        from langchain.agents import create_agent
        from langchain_openai import ChatOpenAI

        agent = create_agent(model=ChatOpenAI(model="gpt-4o"), system_prompt="{FRENCH}")
    """) == []  # fmt: skip


@pytest.mark.parametrize(("imports", "made", "argument"), _MADE)
def test_geminis_address(imports: str, made: str, argument: str) -> None:
    address = f', {argument}="{_URL}"'
    assert found(f"{imports}\nllm = {made.format(address)}\n") == ["GEM101", "GEM202"]


def test_prompt() -> None:
    assert found(f"""
        from langchain_openai import ChatOpenAI

        llm = ChatOpenAI(model="gemini-3.8-flash", base_url="{_URL}")
        llm.invoke("{FRENCH}")
    """) == ["GEM401"]  # fmt: skip


@pytest.mark.parametrize("name", ["OpenAIModel", "OpenAIChatModel"])
@pytest.mark.parametrize(
    ("provider", "codes"),
    [
        (f'OpenAIProvider(base_url="{_URL}", api_key="-")', ["GEM202"]),
        ('OpenAIProvider(base_url="https://example.com", api_key="-")', []),
        ("OpenAIProvider()", []),
        ('"openai"', []),
    ],
)
def test_provider_of_pydantic_ai(name: str, provider: str, codes: list[str]) -> None:
    assert found(f"""
        from pydantic_ai.models.openai import {name}
        from pydantic_ai.providers.openai import OpenAIProvider

        model = {name}("gemini-1.5-pro", provider={provider})
    """) == codes  # fmt: skip


@pytest.mark.parametrize(
    ("imports", "client"),
    [
        ("from langfuse.openai import OpenAI", "OpenAI"),
        ("from langfuse.openai import openai", "openai.OpenAI"),
    ],
)
@pytest.mark.parametrize(("url", "codes"), [(_URL, ["GEM202"]), ("https://example.com", [])])
def test_langfuses_copy_of_openai(imports: str, client: str, url: str, codes: list[str]) -> None:
    assert found(f"""
        {imports}

        client = {client}(base_url="{url}")
        client.chat.completions.create(
            model="gemini-1.5-pro", messages=[{{"role": "user", "content": "Name a river."}}]
        )
    """) == codes  # fmt: skip


@pytest.mark.parametrize("maker", ["openai", "agents"])
@pytest.mark.parametrize(("url", "codes"), [(_URL, ["GEM202"]), ("https://example.com", [])])
def test_client_of_openai(maker: str, url: str, codes: list[str]) -> None:
    assert found(f"""
        from agents import Agent, OpenAIChatCompletionsModel
        from {maker} import AsyncOpenAI

        client = AsyncOpenAI(base_url="{url}", api_key="-")
        model = OpenAIChatCompletionsModel(model="gemini-1.5-pro", openai_client=client)
    """) == codes  # fmt: skip


@pytest.mark.parametrize(
    ("setup", "expected"),
    [
        ("set_default_openai_client(AsyncOpenAI(base_url={}))", ["GEM202"]),
        ("client = AsyncOpenAI(base_url={}); set_default_openai_client(client)", ["GEM202"]),
        ("set_default_openai_client(AsyncOpenAI())", []),
        ("set_default_openai_client(unknown())", []),
    ],
)
def test_models_of_the_default_client(setup: str, expected: list[str]) -> None:
    assert (
        found(f"""
        from agents import Agent, RunConfig, set_default_openai_client
        from openai import AsyncOpenAI
        {setup.format(f'"{_URL}"')}
        Agent(name="a", model="gemini-1.5-flash")
        RunConfig(model="gemini-1.5-pro")
        Agent(name="b", model="gpt-4o" if input() else None)
    """)
        == expected
    )
