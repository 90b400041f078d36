from __future__ import annotations

import pytest
from framework_programs import FRENCH, found
from linting import codes, findings

_AGENT = """
    from {module} import {name}
    from google.genai import types

    root_agent = {name}(
        name="helper",
        model={model},
        instruction="{instruction}",
        generate_content_config=types.GenerateContentConfig({config}),
    )
"""


def _agent(
    model: str = '"gemini-1.5-flash"',
    config: str = "",
    instruction: str = "You help.",
    module: str = "google.adk.agents",
    name: str = "Agent",
    extra: str = "",
) -> str:
    program = _AGENT.format(
        module=module, name=name, model=model, instruction=instruction, config=config
    )
    return f"{extra}\n" + "\n".join(line[4:] for line in program.splitlines())


_LITELLM = "from google.adk.models.lite_llm import LiteLlm"


def test_noop_other_vendors() -> None:
    model = 'LiteLlm(model="openai/gpt-4o")'
    program = _agent(model, "temperature=5", FRENCH, extra=_LITELLM)
    assert found(program) == []


def test_noop_agent_for_live() -> None:
    assert found(_agent('"gemini-3.8-live"')) == []


def test_noop_good_agent() -> None:
    config = "temperature=0.2, safety_settings=[]"
    assert found(_agent('"gemini-3.1-pro-preview"', config)) == []


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("google.adk", "Agent"),
        ("google.adk.agents", "Agent"),
        ("google.adk.agents", "LlmAgent"),
        ("google.adk.agents.llm_agent", "LlmAgent"),
    ],
)
def test_agent(module: str, name: str) -> None:
    program = _agent(config="temperature=5", instruction=FRENCH, module=module, name=name)
    assert found(program) == ["GEM101", "GEM202", "GEM401"]


def test_model_objects() -> None:
    gemini = "from google.adk.models import Gemini"
    assert found(_agent('Gemini(model="gemini-1.5-pro")', extra=gemini)) == ["GEM202"]
    litellm = _agent('LiteLlm(model="gemini/gemini-1.5-pro")', extra=_LITELLM)
    assert found(litellm) == ["GEM202"]


def test_backend() -> None:
    def said(program: str) -> str:
        return next(item.message for item in findings(program) if item.code == "GEM202")

    assert "Gemini Developer API" in said(_agent())
    variable = 'import os\nos.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "1"'
    assert "Vertex AI" in said(_agent(extra=variable))
    resource = '"projects/p/locations/global/publishers/google/models/gemini-1.5-pro"'
    assert "Vertex AI" in said(_agent(resource))


@pytest.mark.parametrize(
    ("key", "instead"),
    [
        ("tools=[]", "pass tools to the agent itself"),
        ('system_instruction="You help."', "pass instruction to the agent itself"),
        ("response_schema=str", "pass output_schema to the agent itself"),
    ],
)
def test_what_belongs_to_the_agent(key: str, instead: str) -> None:
    problem = next(
        item for item in findings(_agent('"gemini-3.8-flash"', key)) if item.code == "GEM111"
    )
    assert instead in problem.message
    assert problem.outcome == "google-adk raises pydantic.ValidationError"


@pytest.mark.parametrize(
    ("keyword", "instead"),
    [
        ("temperature=0.5", "generate_content_config"),
        ('generation_config={"temperature": 0.5}', "generate_content_config"),
        ('instructions="You help."', "did you mean instruction?"),
        ('model_name="gemini-3.8-flash"', "did you mean model?"),
    ],
)
def test_what_an_agent_does_not_take(keyword: str, instead: str) -> None:
    source = f"""
        from google.adk.agents import LlmAgent
        LlmAgent(name="helper", model="gemini-3.8-flash", {keyword}, output_key="answer")
        class Own(LlmAgent):
            temperature: float = 1
        Own(name="helper", model="gemini-3.8-flash", temperature=0.5)
    """
    [problem] = findings(source)
    assert (problem.code, problem.span.line) == ("GEM111", 3)
    assert instead in problem.message


@pytest.mark.parametrize(
    ("planner", "expected"),
    [
        ("BuiltInPlanner(thinking_config=types.ThinkingConfig(thinking_budget=0))", ["GEM113"]),
        ("BuiltInPlanner(thinking_config=types.ThinkingConfig(thinking_budget=128))", []),
        ("PlanReActPlanner()", []),
        ("planner", []),
    ],
)
def test_thinking_of_a_planner(planner: str, expected: list[str]) -> None:
    source = f"""
        from google.adk.agents import LlmAgent
        from google.adk.planners import BuiltInPlanner, PlanReActPlanner
        from google.genai import types
        LlmAgent(name="helper", model="gemini-2.5-pro", planner={planner})
    """
    assert [item.code for item in findings(source, select=("GEM1",))] == expected


def test_instruction_of_an_agent_without_model() -> None:
    assert codes(f"""
        from google.adk.agents import LlmAgent

        child = LlmAgent(name="child", instruction="{FRENCH}")
    """) == ["GEM401:4"]  # fmt: skip
