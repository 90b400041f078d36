"""langchain: models by a string, and what puts a model and a prompt together.

Source: langchain==1.5.2, chat_models/base.py, agents/factory.py, agents/middleware/ (2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator

from gemini_lint.clients.declaration import Field, Function, Library, ModelNames
from gemini_lint.clients.runnables import chat_model
from gemini_lint.clients.spellings import fields, open_shape

_NAMES = ModelNames(
    prefixes=(("google_genai:", "gemini-api"), ("google_vertexai:", "vertex")),
    bare=(("gemini-", "vertex"),),
    separator=":",
)
_MODEL = {
    "model": Field("model", "string", names=_NAMES),
    "model_provider": Field("provider"),
}
_GENERATION = fields(
    "temperature", "top_p", "top_k", "max_output_tokens", "max_tokens", "n", "candidate_count",
    "frequency_penalty", "presence_penalty", "seed", "stop", "thinking_budget",
    "include_thoughts", "thinking_level", "safety_settings", "google_api_key", "api_key",
)  # fmt: skip
_CHAT_MODEL = "langchain.chat_models.ChatModel"
_EMBEDDINGS = "langchain.embeddings.Embeddings"
# What an agent is given beside its model, and which argument is a model of its own.
_MIDDLEWARE = {
    "SummarizationMiddleware": ("model",),
    "LLMToolSelectorMiddleware": ("model",),
    "LLMToolEmulator": ("model",),
    "ModelFallbackMiddleware": ("first_model",),
}
_AGENTS = {
    "langchain.agents.create_agent": "system_prompt",
    "langgraph.prebuilt.create_react_agent": "prompt",
}


def _functions() -> Iterator[Function]:
    shape = open_shape("init_chat_model", {**_MODEL, **_GENERATION})
    yield Function(
        "langchain.chat_models.init_chat_model", shape, ("model",), "generateContent", _CHAT_MODEL
    )
    yield from chat_model(_CHAT_MODEL, _GENERATION, "generateContent")
    for name, prompt in _AGENTS.items():
        shape = open_shape(name.rpartition(".")[2], {**_MODEL, prompt: Field("messages")})
        yield Function(name, shape, ("model", "tools"), "generateContent")
    for name, arguments in _MIDDLEWARE.items():
        shape = open_shape(name, dict.fromkeys(arguments, _MODEL["model"]))
        yield Function(f"langchain.agents.middleware.{name}", shape, arguments, "generateContent")
    shape = open_shape("LLMChain", {"llm": _MODEL["model"], "prompt": Field("messages")})
    yield Function("langchain.chains.LLMChain", shape, (), "generateContent")
    yield from _embeddings()


def _embeddings() -> Iterator[Function]:
    shape = open_shape("init_embeddings", {**_MODEL, "provider": Field("provider")})
    yield Function(
        "langchain.embeddings.init_embeddings", shape, ("model",), "embedContent", _EMBEDDINGS
    )
    for name, argument in (("embed_query", "text"), ("embed_documents", "texts")):
        embedded = open_shape(name, {argument: Field("embedded")})
        yield Function(
            f"{_EMBEDDINGS}.{name}", embedded, (argument,), "embedContent", continues="adds"
        )


LIBRARY = Library(
    sdk="langchain",
    roots=("langchain", "langchain_classic", "langgraph.prebuilt"),
    functions={function.name: function for function in _functions()},
    aliases={
        "langchain.chat_models.base": "langchain.chat_models",
        "langchain.agents.factory": "langchain.agents",
        "langchain.embeddings.base": "langchain.embeddings",
        "langchain_classic.chat_models": "langchain.chat_models",
        "langchain_classic.chains": "langchain.chains",
        "langchain.chains.llm": "langchain.chains",
        "langchain.LLMChain": "langchain.chains.LLMChain",
        "langgraph.prebuilt.chat_agent_executor": "langgraph.prebuilt",
    },
    classes=frozenset({_CHAT_MODEL, _EMBEDDINGS}),
    many_vendors=True,
)
