from __future__ import annotations

import pytest
from framework_programs import FRENCH, found
from google_keys import STANDARD
from linting import codes, findings


def test_noop_other_vendors() -> None:
    assert codes(f"""
        # gemini would be another one
        from pydantic_ai import Agent
        from pydantic_ai.models.openai import OpenAIModel

        agent = Agent("openai:gpt-4o", instructions="{FRENCH}", model_settings={{"temperature": 5}})
        agent.run_sync("{FRENCH}")
        other = Agent(OpenAIModel("gemini-1.5-pro"), system_prompt="{FRENCH}")
        unknown = Agent(system_prompt="{FRENCH}")
        router = Agent("openrouter:google/gemini-1.5-pro", instructions="{FRENCH}")
    """) == []  # fmt: skip


@pytest.mark.parametrize(
    ("model", "backend"),
    [
        ("google-gla:gemini-1.5-pro", "Gemini Developer API"),
        ("google:gemini-1.5-pro", "Gemini Developer API"),
        ("google-vertex:gemini-1.5-pro", "Vertex AI"),
        ("google-cloud:gemini-1.5-pro", "Vertex AI"),
        ("gemini-1.5-pro", "Gemini Developer API"),
    ],
)
def test_agent(model: str, backend: str) -> None:
    program = f"""
        from pydantic_ai import Agent

        agent = Agent(
            "{model}",
            instructions="{FRENCH}",
            model_settings={{"temperature": 5}},
        )
    """
    assert codes(program) == ["GEM202:5", "GEM401:6", "GEM101:7"]
    assert any(backend in item.message for item in findings(program))


@pytest.mark.parametrize(
    "provider",
    ["google.GoogleProvider", "google_gla.GoogleGLAProvider", "openai.OpenAIProvider"],
)
def test_key_of_a_provider(provider: str) -> None:
    module, name = provider.split(".")
    program = f"""
        from pydantic_ai.models.google import GoogleModel
        from pydantic_ai.providers.{module} import {name} as Provider

        provider = Provider(api_key="{STANDARD}")
        model = {{}}
    """
    made = program.format('GoogleModel("gemini-3.8-flash", provider=provider)')
    assert codes(made) == (["GEM701:5"] if "Google" in name else [])
    assert codes(program.format("None")) == []


@pytest.mark.parametrize("run", ["run_sync", "run", "run_stream", "iter"])
def test_run(run: str) -> None:
    assert codes(f"""
        from pydantic_ai import Agent

        agent = Agent("google-gla:gemini-3.8-flash")
        print(agent.{run}("{FRENCH}"))
    """) == ["GEM401:5"]  # fmt: skip


def test_embedder() -> None:
    assert found(f"""
        from pydantic_ai import Embedder

        Embedder("openai:gemini-1.5-pro").embed_query("{FRENCH}")
        Embedder("google-gla:text-embedding-004").embed_query("{FRENCH}")
    """) == ["GEM202", "GEM401"]  # fmt: skip


@pytest.mark.parametrize(
    ("provider", "backend"),
    [
        ("", "Gemini Developer API"),
        (', provider="google-gla"', "Gemini Developer API"),
        (', provider="google-vertex"', "Vertex AI"),
        (", provider=GoogleProvider(vertexai=True)", "Vertex AI"),
        (", provider=GoogleCloudProvider()", "Vertex AI"),
    ],
)
def test_model_object(provider: str, backend: str) -> None:
    program = f"""
        from pydantic_ai import Agent
        from pydantic_ai.models.google import GoogleModel, GoogleModelSettings
        from pydantic_ai.providers.google import GoogleProvider
        from pydantic_ai.providers.google_cloud import GoogleCloudProvider

        settings = GoogleModelSettings(top_p=3, google_thinking_config={{"thinking_budget": -7}})
        model = GoogleModel("gemini-1.5-pro"{provider})
        agent = Agent(model, model_settings=settings)
    """
    assert found(program) == ["GEM103", "GEM113", "GEM202"]
    assert any(backend in item.message for item in findings(program) if item.code == "GEM202")
