from __future__ import annotations

import pytest
from framework_programs import FRENCH, found
from linting import codes, findings

_CALL = """
    import litellm

    response = litellm.{function}(
        model="{model}",
        messages=[{{"role": "user", "content": "{prompt}"}}],
        temperature=5,
    )
"""


def _call(model: str, function: str = "completion", prompt: str = FRENCH) -> list[str]:
    return found(_CALL.format(model=model, function=function, prompt=prompt))


@pytest.mark.parametrize(
    "model",
    ["openai/gpt-4o", "gpt-4o", "claude-3-opus", "ollama/llama3", "openrouter/google/gemini-pro",
     "github_copilot/gemini-1.5-pro", "deepinfra/google/gemini-1.5-pro",
     "vertex_ai/claude-3-5-sonnet", "vertex_ai/meta/llama-3.1-405b"],
)  # fmt: skip
def test_noop_other_vendors(model: str) -> None:
    assert _call(model) == []


def test_noop_model_that_is_not_known() -> None:
    assert codes("""
        # for gpt, claude and gemini alike
        import litellm

        def ask(model):
            return litellm.completion(model=model, messages=[], temperature=5)
    """) == []  # fmt: skip


def test_noop_another_vendor_named_beside_the_model() -> None:
    assert codes("""
        import litellm

        litellm.completion(
            model="gemini-1.5-pro", custom_llm_provider="openrouter", messages=[], temperature=5
        )
    """) == []  # fmt: skip


def test_noop_what_it_never_sends() -> None:
    assert _call("gemini/gemini-3.8-flash", prompt="Hello") == []


def test_noop_answer_of_a_tool() -> None:
    assert codes("""
        import litellm

        litellm.completion(
            model="gemini/gemini-3.8-flash",
            messages=[{"role": "assistant", "content": "-"}, {"role": "tool", "content": "7"}],
        )
    """) == []  # fmt: skip


def test_noop_prefix_is_no_fault_of_form() -> None:
    assert "GEM209" not in _call("gemini/gemini-3.8-flash", prompt="Hello")


@pytest.mark.parametrize("function", ["completion", "acompletion", "batch_completion"])
def test_call(function: str) -> None:
    assert _call("gemini/gemini-1.5-pro", function) == ["GEM101", "GEM202", "GEM401"]


@pytest.mark.parametrize(
    ("model", "backend"),
    [
        ("gemini/gemini-1.5-pro", "Gemini Developer API"),
        ("vertex_ai/gemini-1.5-pro", "Vertex AI"),
        ("vertex_ai_beta/gemini-1.5-pro", "Vertex AI"),
        ("gemini-1.5-pro", "Vertex AI"),
    ],
)
def test_backend(model: str, backend: str) -> None:
    source = _CALL.format(function="completion", model=model, prompt="Hello")
    shut_down = next(item for item in findings(source) if item.code == "GEM202")
    assert backend in shut_down.message
    assert (shut_down.span.line, shut_down.span.column) == (5, 11)


def test_model_put_together() -> None:
    assert found("""
        import litellm

        name = "gemini-1.5-pro"
        litellm.completion(model=f"gemini/{name}", messages=[{"role": "user", "content": "Hi"}])
    """) == ["GEM202"]  # fmt: skip


def test_one_of_several_vendors() -> None:
    assert codes("""
        from litellm import completion

        for model in ["gpt-4o", "gemini/gemini-1.5-pro"]:
            completion(model=model, messages=[{"role": "user", "content": "Hi"}])
    """) == ["GEM202:4"]  # fmt: skip


def test_router() -> None:
    assert codes("""
        from litellm import Router

        router = Router(
            model_list=[
                {"model_name": "a", "litellm_params": {"model": "openai/gpt-4o"}},
                {"model_name": "b", "litellm_params": {"model": "gemini/gemini-1.5-pro"}},
                {"model_name": "c", "litellm_params": {"model": "gemini/gemini-1.5-flash"}},
            ]
        )
    """) == ["GEM202:7", "GEM202:8"]  # fmt: skip


def test_embedding() -> None:
    assert found("""
        import litellm

        litellm.embedding(model="gemini/text-embedding-004", input=["Hello"])
        litellm.embedding(model="text-embedding-3-small", input=["Hello"])
    """) == ["GEM202"]  # fmt: skip


@pytest.mark.parametrize(
    ("imports", "call"),
    [
        ("import dspy", 'dspy.LM("{}", temperature=5)'),
        ("from smolagents import LiteLLMModel", 'LiteLLMModel(model_id="{}", temperature=5)'),
        ("from crewai import LLM", 'LLM(model="{}", temperature=5)'),
        (
            "from agents.extensions.models.litellm_model import LitellmModel",
            'LitellmModel(model="{}", temperature=5)',
        ),
        (
            "from strands.models.litellm import LiteLLMModel",
            'LiteLLMModel(model_id="{}", temperature=5)',
        ),
        ("from agno.models.litellm import LiteLLM", 'LiteLLM(id="{}", temperature=5)'),
        ("from langchain_litellm import ChatLiteLLM", 'ChatLiteLLM(model="{}", temperature=5)'),
        ("from llama_index.llms.litellm import LiteLLM", 'LiteLLM("{}", temperature=5)'),
    ],
)
def test_users_of_its_strings(imports: str, call: str) -> None:
    assert found(f"{imports}\nmodel = {call.format('openai/gpt-4o')}\n# not gemini\n") == []
    program = f"{imports}\nmodel = {call.format('gemini/gemini-1.5-pro')}\n"
    assert found(program) == ["GEM101", "GEM202"]


def test_agent_of_openai() -> None:
    program = """
        from agents import Agent

        agent = Agent(name="helper", model="{}")
    """
    assert found(program.format("litellm/anthropic/claude-3")) == []
    assert found(program.format("gemini-1.5-pro")) == []
    assert found(program.format("litellm/gemini/gemini-1.5-pro")) == ["GEM202"]


def test_crewai_agent() -> None:
    program = """
        from crewai import Agent, LLM

        writer = Agent(role="Writer", goal="Write", backstory="{}", llm="{}")
        reader = Agent(role="Reader", goal="Read", backstory="-", llm=LLM(model="{}"))
    """
    assert found(program.format(FRENCH, "openai/gpt-4o", "anthropic/claude-3")) == []
    # a backstory is no prompt
    model = "gemini/gemini-1.5-pro"
    assert found(program.format(FRENCH, model, model)) == ["GEM202"]


@pytest.mark.parametrize(("llm", "codes"), [("gemini/gemini-1.5-pro", ["GEM202"]), ("gpt-4o", [])])
def test_manager_of_a_crew(llm: str, codes: list[str]) -> None:
    program = f'from crewai import Crew\ncrew = Crew(agents=[], tasks=[], manager_llm="{llm}")\n'
    assert found(f"{program}# not gemini\n") == codes
