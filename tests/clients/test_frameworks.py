from __future__ import annotations

from pathlib import Path

import pytest
from framework_programs import found
from linting import findings

# Imports, then a call with a place for the model and for another parameter.
_GEMINIS_OWN = [
    ("from agno.models.google import Gemini", 'Gemini(id="{}", temperature=5)'),
    (
        "from agno.models.google import GeminiInteractions",
        'GeminiInteractions(id="{}", temperature=5)',
    ),
    ("from phi.model.google import Gemini", 'Gemini(id="{}", temperature=5)'),
    (
        "from strands.models.gemini import GeminiModel",
        'GeminiModel(model_id="{}", params={{"temperature": 5}})',
    ),
    ("from browser_use import ChatGoogle", 'ChatGoogle(model="{}", temperature=5)'),
    ("from browser_use.llm import ChatGoogle", 'ChatGoogle(model="{}", temperature=5)'),
    ("from livekit.plugins import google", 'google.LLM(model="{}", temperature=5)'),
    (
        "from pipecat.services.google.llm import GoogleLLMService",
        'GoogleLLMService(model="{}", params=GoogleLLMService.InputParams(temperature=5))',
    ),
    ("from camel.models import GeminiModel", 'GeminiModel("{}", {{"temperature": 5}})'),
    (
        (
            "from haystack_integrations.components.generators.google_genai import "
            "GoogleGenAIChatGenerator"
        ),
        'GoogleGenAIChatGenerator(model="{}", generation_kwargs={{"temperature": 5}})',
    ),
    (
        (
            "from haystack_integrations.components.generators.google_ai import "
            "GoogleAIGeminiChatGenerator"
        ),
        'GoogleAIGeminiChatGenerator(model="{}", generation_config={{"temperature": 5}})',
    ),
    ("from ag2.config import GeminiConfig", 'GeminiConfig(model="{}", temperature=5)'),
    (
        "from mirascope.core import google",
        'google.call("{}", call_params={{"temperature": 5}})',
    ),
]
_OF_MANY = [
    ("from mirascope import llm", 'llm.call("{}", temperature=5)', "google/", "openai/"),
    (
        "from genkit import Genkit\nai = Genkit()",
        'ai.generate(model="{}", prompt="Hi", config={{"temperature": 5}})',
        "googleai/",
        "openai/",
    ),
    (
        "import aisuite\nclient = aisuite.Client()",
        'client.chat.completions.create(model="{}", messages=[], temperature=5)',
        "google:",
        "openai:",
    ),
    ("import langextract", 'langextract.extract("x", model_id="{}", temperature=5)', "", "x-"),
    ("import any_llm", 'any_llm.completion("{}", [], temperature=5)', "gemini:", "openai:"),
    ("import any_llm", 'any_llm.completion("{}", [], temperature=5)', "gemini/", "openai/"),
    (
        "from mem0 import Memory",
        (
            'Memory.from_config({{"llm": {{"provider": "{}", "config": '
            '{{"model": "gemini-1.5-pro", "temperature": 5}}}}}})'
        ),
        "gemini",
        "openai",
    ),
    (
        "from autogen import AssistantAgent",
        (
            'AssistantAgent("a", llm_config={{"config_list": [{{"api_type": "{}", '
            '"model": "gemini-1.5-pro", "temperature": 5}}]}})'
        ),
        "google",
        "openai",
    ),
    (
        "from autogen_ext.models.openai import OpenAIChatCompletionClient as Client",
        'Client(model="{}", temperature=5)',
        "",
        "openrouter/",
    ),
    (
        "from camel.models import ModelFactory\nfrom camel.types import ModelPlatformType",
        (
            "ModelFactory.create(model_platform=ModelPlatformType.{}, "
            'model_type="gemini-1.5-pro", model_config_dict={{"temperature": 5}})'
        ),
        "GEMINI",
        "OPENROUTER",
    ),
]


@pytest.mark.parametrize(("imports", "call"), _GEMINIS_OWN)
def test_noop_living_model(imports: str, call: str) -> None:
    good = call.replace("5", "0.5").format("gemini-3.1-pro-preview")
    assert found(f"{imports}\nmade = {good}\n") == []


@pytest.mark.parametrize(("imports", "call"), _GEMINIS_OWN)
def test_geminis_own(imports: str, call: str) -> None:
    program = f"{imports}\nmade = {call.format('gemini-1.5-pro')}\n"
    assert found(program) == ["GEM101", "GEM202"]


@pytest.mark.parametrize(("imports", "call", "_prefix", "other"), _OF_MANY)
def test_noop_other_vendors(imports: str, call: str, _prefix: str, other: str) -> None:
    name = other if "1.5-pro" in call else f"{other}gemini-1.5-pro"
    assert found(f"{imports}\nmade = {call.format(name)}\n") == []


@pytest.mark.parametrize(("imports", "call", "prefix", "_other"), _OF_MANY)
def test_of_many_vendors(imports: str, call: str, prefix: str, _other: str) -> None:
    name = prefix if "1.5-pro" in call else f"{prefix}gemini-1.5-pro"
    codes = found(f"{imports}\nmade = {call.format(name)}\n")
    assert [code for code in codes if code != "GEM402"] == ["GEM101", "GEM202"]


def test_noop_address_elsewhere() -> None:
    assert found("""
        from autogen_ext.models.openai import OpenAIChatCompletionClient

        OpenAIChatCompletionClient(
            model="gemini-1.5-pro", base_url="https://proxy.example/v1", temperature=5
        )
    """) == []  # fmt: skip


def test_noop_module_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").touch()
    (tmp_path / "llm.py").write_text("def get_model(name):\n    return name\n")
    program = 'from llm import get_model\nmodel = get_model("gemini-1.5-pro")\n'
    assert found(program, path=str(tmp_path / "app.py")) == []
    (tmp_path / "llm.py").unlink()
    assert found(program, path=str(tmp_path / "app.py")) == ["GEM202"]


def test_vertex_in_aisuite() -> None:
    program = """
        import aisuite

        client = aisuite.Client()
        client.chat.completions.create(
            model="google:gemini-1.5-pro", messages=[{"role": "user", "content": "Hi"}]
        )
    """
    assert "Vertex AI" in findings(program)[0].message


def test_noop_backend_that_a_condition_decides_in_langextract() -> None:
    assert found("""
        import langextract as lx

        params = {"vertexai": True, "project": "p"} if batch else None
        lx.extract(text, "List the rivers.", examples, "gemini-3.6-flash",
                   language_model_params=params)
    """) == []  # fmt: skip


@pytest.mark.parametrize(
    ("made", "codes"),
    [
        ('Agent(model="openai:gpt-4o")', []),
        ('Agent(model="openrouter:google/gemini-1.5-pro")', []),
        ('Agent(model="google:gemini-3.8-flash")', []),
        ('Agent(model=OpenAIChat(id="gpt-4o"))', []),
        ('Agent(model="google:gemini-1.5-pro")', ["GEM202"]),
        ('Team(members=[], model="google:gemini-1.5-pro")', ["GEM202"]),
        ('Agent(model="google-interactions:gemini-1.5-pro")', ["GEM202"]),
        ('Agent(model=Gemini(id="gemini-1.5-pro"))', ["GEM202"]),
        ('GeminiEmbedder(id="gemini-embedding-001")', []),
        ('GeminiEmbedder(id="models/text-embedding-004")', ["GEM202"]),
        ('GeminiEmbedder(id="gemini-3.8-flash")', ["GEM204"]),
    ],
)
def test_agno(made: str, codes: list[str]) -> None:
    assert found(f"""
        from agno.agent import Agent
        from agno.knowledge.embedder.google import GeminiEmbedder
        from agno.models.google import Gemini
        from agno.models.openai import OpenAIChat
        from agno.team import Team

        made = {made}
    """) == codes  # fmt: skip


def test_agnos_agent_goes_where_its_model_goes() -> None:
    program = """
        from agno.agent import Agent
        from agno.models.google import Gemini

        agent = Agent(model=Gemini(id="gemini-1.5-pro", vertexai=True, project_id="p"))
    """
    assert "Vertex AI" in findings(program)[0].message


_GRAPHITI = """
    from graphiti_core.embedder.gemini import GeminiEmbedder, GeminiEmbedderConfig
    from graphiti_core.llm_client.config import LLMConfig
    from graphiti_core.llm_client.gemini_client import GeminiClient
    from graphiti_core.llm_client.openai_client import OpenAIClient

"""


@pytest.mark.parametrize(
    ("made", "codes"),
    [
        ('GeminiClient(config=LLMConfig(model="gemini-3.1-pro-preview", temperature=1))', []),
        ('OpenAIClient(config=LLMConfig(model="gpt-4o", temperature=5))', []),
        ('GeminiClient(LLMConfig(model="gemini-1.5-pro", temperature=5))', ["GEM101", "GEM202"]),
        (
            'GeminiEmbedder(config=GeminiEmbedderConfig(embedding_model="embedding-001"))',
            ["GEM202"],
        ),
    ],
)
def test_graphiti(made: str, codes: list[str]) -> None:
    assert found(f"{_GRAPHITI}    made = {made}\n") == codes
