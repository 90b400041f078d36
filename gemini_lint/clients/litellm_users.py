"""Libraries that hand their models to LiteLLM, and CrewAI, which writes them likewise.

Source: dspy==3.4.1, smolagents==1.26.0, openai-agents==0.24.0, crewai==1.15.30 (2026-11).
"""

from __future__ import annotations

from gemini_lint.clients.declaration import BackendRule, Field, Function, Library, ModelNames
from gemini_lint.clients.litellm import NAMES, SETTINGS, UNSENT
from gemini_lint.clients.spellings import fields, open_shape

_DEFAULT_CLIENT = "agents.set_default_openai_client"
_CREW_NAMES = ModelNames(
    prefixes=(
        ("gemini/", "gemini-api"),
        ("google/", "gemini-api"),
        ("vertex_ai/", "vertex"),
        ("vertex_ai_beta/", "vertex"),
    ),
    bare=(("gemini-", None),),
)
_CREW_SETTINGS = fields(
    "temperature", "top_p", "top_k", "max_output_tokens", "max_tokens", "seed",
    "safety_settings", "thinking_config", "api_key", "project", "location", "base_url",
    stop="stop_sequences",
    stop_sequences="stop_sequences",
    use_vertexai="vertexai",
)  # fmt: skip


def _through_litellm(
    sdk: str, root: str, name: str, argument: str = "model", yields: bool = False
) -> Library:
    model = {argument: Field("model", "string", names=NAMES)}
    callee = f"{root}.{name}"
    shape = open_shape(name, {**model, **SETTINGS})
    function = Function(callee, shape, (argument,), "generateContent", callee)
    return Library(
        sdk=sdk,
        roots=(root,),
        functions={callee: function},
        version="v1beta",
        many_vendors=True,
        unsent=UNSENT,
        yields=yields,
    )


def _crewai() -> Library:
    model = Field("model", "string", names=_CREW_NAMES)
    llm, agent, crew = "crewai.LLM", "crewai.Agent", "crewai.Crew"
    called = open_shape("call", {"messages": Field("messages")})
    functions = (
        Function(
            llm, open_shape("LLM", {"model": model, **_CREW_SETTINGS}), ("model",),
            "generateContent", llm,
        ),
        Function(f"{llm}.call", called, ("messages",), "generateContent", continues="adds"),
        Function(agent, open_shape("Agent", {"llm": model}), (), "generateContent"),
        Function(crew, open_shape("Crew", {"manager_llm": model}), (), "generateContent"),
    )  # fmt: skip
    return Library(
        sdk="crewai",
        roots=("crewai",),
        functions={function.name: function for function in functions},
        aliases={"crewai.llm.LLM": llm, "crewai.agent.Agent": agent, "crewai.crew.Crew": crew},
        backend=BackendRule(flags=("client.vertexai",), given=("client.project",)),
        version="v1beta",
        many_vendors=True,
    )


def _openai_agents() -> Library:
    names = ModelNames(
        (
            ("litellm/gemini/", "gemini-api"),
            ("litellm/vertex_ai/", "vertex"),
            ("litellm/vertex_ai_beta/", "vertex"),
        ),
        bare=(("gemini-", "gemini-api"),),
    )
    model = open_shape("Agent", {"model": Field("model", "string", names=names)})
    functions = [
        Function(name, model, (), "generateContent")
        for name in ("agents.Agent", "agents.RunConfig")
    ]
    return Library(
        sdk="openai-agents",
        roots=("agents.Agent", "agents.RunConfig", _DEFAULT_CLIENT),
        functions={function.name: function for function in functions},
        version="v1beta",
        default_client=_DEFAULT_CLIENT,
        many_vendors=True,
        yields=True,
    )


LIBRARIES = (
    _through_litellm("dspy", "dspy", "LM"),
    _through_litellm("smolagents", "smolagents", "LiteLLMModel", "model_id"),
    _through_litellm(
        "openai-agents", "agents.extensions.models.litellm_model", "LitellmModel", yields=True
    ),
    _through_litellm("strands-agents", "strands.models.litellm", "LiteLLMModel", "model_id"),
    _through_litellm("agno", "agno.models.litellm", "LiteLLM", "id"),
    _through_litellm("langchain-litellm", "langchain_litellm", "ChatLiteLLM"),
    _through_litellm("llama-index-llms-litellm", "llama_index.llms.litellm", "LiteLLM"),
    _openai_agents(),
    _crewai(),
)
