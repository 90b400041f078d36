"""Libraries that send OpenAI's requests to an address of the caller's choice.

Only those calls count that go to Gemini's address; `reading/openai_calls.py` looks there.
Source: langchain-openai==1.6, smolagents==1.26.0, openai-agents==0.24.0 (2026-11),
https://ai.pydantic.dev/models/openai/ and llama-index-llms-openai-like (2026-11).
"""

from __future__ import annotations

from gemini_lint.clients.declaration import BackendRule, Field, Function, Library
from gemini_lint.clients.runnables import chat_model
from gemini_lint.clients.spellings import OPENAI, fields, open_shape

_CHAT = "langchain_openai.ChatOpenAI"
_AGENTS = "agents.OpenAIChatCompletionsModel"
_SMOL = "smolagents.OpenAIServerModel"
_LLAMA = "llama_index.llms.openai_like.OpenAILike"
_PYDANTIC = "pydantic_ai.models.openai.OpenAIChatModel"
_PROVIDER = "pydantic_ai.providers.openai.OpenAIProvider"
_BACKEND = BackendRule(fixed="gemini-api")
_SETTINGS = fields(
    *OPENAI, "api_key", "base_url",
    api_base="base_url",
    openai_api_base="base_url",
    openai_api_key="api_key",
    model=Field("model", "string"),
    model_name=Field("model", "string"),
    model_id=Field("model", "string"),
    openai_client=Field("client"),
    provider=Field("client"),
)  # fmt: skip


def _made(name: str, positional: tuple[str, ...]) -> Function:
    shape = open_shape(name.rpartition(".")[2], _SETTINGS)
    return Function(name, shape, positional, "generateContent", name)


def _langchain() -> Library:
    functions = (_made(_CHAT, ("model",)), *chat_model(_CHAT, fields(*OPENAI), "generateContent"))
    return Library(
        sdk="langchain-openai",
        roots=("langchain_openai",),
        functions={function.name: function for function in functions},
        aliases={"langchain_openai.chat_models": "langchain_openai"},
        backend=_BACKEND,
        classes=frozenset({_CHAT}),
        many_vendors=True,
        by_address=True,
    )


def _pydantic() -> Library:
    provider = open_shape("OpenAIProvider", fields("base_url", "api_key"))
    old = "pydantic_ai.models.openai.OpenAIModel"
    return Library(
        sdk="pydantic-ai",
        roots=(_PYDANTIC, old, _PROVIDER),
        functions={
            _PYDANTIC: _made(_PYDANTIC, ("model_name",)),
            _PROVIDER: Function(_PROVIDER, provider, ("base_url",), returns=_PROVIDER),
        },
        aliases={old: _PYDANTIC},
        backend=_BACKEND,
        many_vendors=True,
        by_address=True,
    )


LIBRARIES = (
    _langchain(),
    Library(
        sdk="openai-agents",
        roots=(_AGENTS,),
        functions={_AGENTS: _made(_AGENTS, ("model", "openai_client"))},
        aliases={
            "agents.models.openai_chatcompletions.OpenAIChatCompletionsModel": _AGENTS,
            "agents.AsyncOpenAI": "openai.AsyncOpenAI",
        },
        backend=_BACKEND,
        many_vendors=True,
        by_address=True,
        yields=True,
    ),
    Library(
        sdk="smolagents",
        roots=(_SMOL,),
        functions={_SMOL: _made(_SMOL, ("model_id",))},
        aliases={"smolagents.OpenAIModel": _SMOL},
        backend=_BACKEND,
        many_vendors=True,
        by_address=True,
    ),
    Library(
        sdk="llama-index-llms-openai-like",
        roots=(_LLAMA,),
        functions={_LLAMA: _made(_LLAMA, ("model",))},
        aliases={"llama_index.llms.openai_like.base.OpenAILike": _LLAMA},
        backend=_BACKEND,
        many_vendors=True,
        by_address=True,
    ),
    _pydantic(),
)
