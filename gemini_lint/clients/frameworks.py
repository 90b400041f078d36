"""Frameworks of which little more than the model and its settings is declared: one row each.

Source: the packages themselves, in the releases that each row names (2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from gemini_lint.clients.declaration import (
    BackendRule,
    Field,
    Function,
    Library,
    ModelNames,
    Shape,
)
from gemini_lint.clients.spellings import (
    OPENAI,
    fields,
    open_shape,
    shapes_of_google_genai,
)

_CONFIG = Field(".", "object", "GenerateContentConfig")
_OPEN_CONFIG = Field(".", "object", "Settings")
_GENAI = BackendRule(
    flags=("client.enterprise", "client.vertexai"),
    given=("client.project",),
    environment=("GOOGLE_GENAI_USE_VERTEXAI",),
)
_DEVELOPER = BackendRule(fixed="gemini-api")
_VERTEX = BackendRule(fixed="vertex")
_THINKING = ("thinking_budget", "include_thoughts", "thinking_level")
_CLIENT = ("api_key", "vertexai", "project", "location")
_COMMON = fields(
    "temperature", "top_p", "top_k", "max_output_tokens", "max_tokens", "stop_sequences",
    "candidate_count", "seed", "presence_penalty", "frequency_penalty", "response_mime_type",
    "response_schema", "thinking_config", "safety_settings", "system_instruction",
    "cached_content", "api_version", *_THINKING,
)  # fmt: skip


def _shapes(name: str) -> Shape | None:
    if name == "Settings" or name.endswith(("InputParams", "Config.Settings")):
        return open_shape("settings", _COMMON, camel=True)
    if name in _NESTED:
        return _NESTED[name]
    return shapes_of_google_genai(name)


def _model(names: ModelNames | None = None) -> Field:
    return Field("model", "string", names=names)


def _library(
    sdk: str,
    backend: BackendRule,
    *functions: Function,
    roots: tuple[str, ...] = (),
    aliases: Mapping[str, str] | None = None,
    version: str | None = None,
    many_vendors: bool = False,
    yields: bool = False,
) -> Library:
    return Library(
        sdk=sdk,
        roots=roots or tuple(function.name for function in functions),
        functions={function.name: function for function in functions},
        shapes=_shapes,
        aliases=aliases or {},
        backend=backend,
        version=version,
        classes=frozenset(function.returns for function in functions if function.returns),
        many_vendors=many_vendors or any(_takes_many(function) for function in functions),
        yields=yields,
    )


def _takes_many(function: Function) -> bool:
    return any(field.names is not None for field in function.shape.fields.values())


def _maker(
    name: str,
    arguments: Mapping[str, Field],
    positional: tuple[str, ...] = (),
    method: str | None = "generateContent",
    returns: str = "",
) -> Function:
    shape = open_shape(name.rpartition(".")[2], arguments)
    return Function(name, shape, positional, method, returns or name)


def _same(target: str, *others: str) -> dict[str, str]:
    return dict.fromkeys(others, target)


_AGNO_SETTINGS = (
    "temperature", "top_p", "top_k", "max_output_tokens", "stop_sequences", "seed",
    "presence_penalty", "frequency_penalty", "safety_settings", "cached_content", *_THINKING,
)  # fmt: skip


def _agno() -> Library:
    gemini, embedder = "agno.models.google.Gemini", "agno.knowledge.embedder.google.GeminiEmbedder"
    interactions = "agno.models.google.GeminiInteractions"
    client = fields("api_key", "vertexai", "location", project_id="project", id=_model())
    settings = fields(*_AGNO_SETTINGS, model=_model(), generation_config=_OPEN_CONFIG)
    return _library(
        "agno",
        BackendRule(flags=("client.vertexai",), environment=("GOOGLE_GENAI_USE_VERTEXAI",)),
        _maker(gemini, {**client, **settings}, ("id",)),
        _maker(interactions, {**client, **settings}, ("id",), "interactions"),
        _maker(embedder, client, ("id",), "embedContent"),
        roots=(
            "agno.models.google", "phi.model.google",
            "agno.knowledge.embedder.google", "agno.embedder.google",
        ),
        aliases={
            "agno.models.google.gemini.Gemini": gemini,
            "agno.models.google.gemini_interactions.GeminiInteractions": interactions,
            "agno.embedder.google.GeminiEmbedder": embedder,
            **_same(gemini, "phi.model.google.Gemini", "phi.model.google.gemini.Gemini"),
        },
    )  # fmt: skip


def _agnos_agents() -> Library:
    names = ModelNames((("google:", "gemini-api"), ("google-interactions:", "gemini-api")))
    model = {"model": _model(names)}
    agent, team = "agno.agent.Agent", "agno.team.Team"
    return _library(
        "agno", BackendRule(), _maker(agent, model), _maker(team, model),
        roots=("agno.agent", "agno.team"),
        aliases={"agno.agent.agent.Agent": agent, "agno.team.team.Team": team},
    )  # fmt: skip


def _strands() -> Library:
    model = {"model_id": _model(), "params": _CONFIG, "client_args": Field(".", shape="Client")}
    return _library("strands-agents", _GENAI, _maker("strands.models.gemini.GeminiModel", model))


def _genkit() -> Library:
    names = ModelNames((("googleai/", "gemini-api"), ("vertexai/", "vertex")))
    genkit = "genkit.Genkit"
    generate = {
        "model": _model(names),
        "prompt": Field("prompt"),
        "system": Field("systemInstruction"),
        "config": _OPEN_CONFIG,
    }
    calls = (
        Function(
            f"{genkit}.{name}", open_shape(name, generate), (), "generateContent",
            continues="adds",
        )
        for name in ("generate", "generate_stream")
    )  # fmt: skip
    made = Function(genkit, open_shape("Genkit", {"model": _model(names)}), (), None, genkit)
    return _library(
        "genkit", _GENAI, made, *calls, roots=("genkit",), aliases={"genkit.ai.Genkit": genkit}
    )


def _browser_use() -> Library:
    chat = "browser_use.ChatGoogle"
    settings = fields(
        "temperature", "top_p", "seed", "max_output_tokens", "thinking_budget",
        "thinking_level", *_CLIENT,
        model=_model(),
        config=_OPEN_CONFIG,
    )  # fmt: skip
    others = ("browser_use.llm.ChatGoogle", "browser_use.llm.google.chat.ChatGoogle")
    return _library(
        "browser-use", _GENAI, _maker(chat, settings, ("model",)),
        aliases=_same(chat, *others, "browser_use.llm.google.ChatGoogle"), version="v1beta",
        roots=(chat, "browser_use.llm"),
    )  # fmt: skip


def _mem0() -> Library:
    config = {"config_dict": Field(".", "object", "Mem0"), "config": Field(".", "object", "Mem0")}
    from_config = (
        Function(
            f"mem0.{name}.from_config", open_shape("from_config", config), ("config_dict",),
            "generateContent",
        )
        for name in ("Memory", "AsyncMemory")
    )  # fmt: skip
    return _library("mem0ai", _GENAI, *from_config, roots=("mem0",), many_vendors=True)


_MEM0_NAMES = ModelNames((("gemini:", None),), separator=":")
_AUTOGEN_NAMES = ModelNames((("google:", None),), separator=":")
_MIRASCOPE = ("temperature", "max_tokens", "top_p", "top_k", "seed", "stop_sequences")
_AUTOGEN_CONFIG = {
    "model": _model(_AUTOGEN_NAMES),
    "api_type": Field("provider"),
    "project_id": Field("client.project"),
    **fields("temperature", "top_p", "top_k", "max_output_tokens", "max_tokens", "api_key"),
}
_NESTED = {
    "Mem0": open_shape("config", {"llm": Field(".", "object", "Mem0Llm")}),
    "Mem0Llm": open_shape(
        "llm", {"provider": Field("provider"), "config": Field(".", "object", "Mem0Config")}
    ),
    "Mem0Config": open_shape(
        "config",
        {
            "model": _model(_MEM0_NAMES),
            **fields("temperature", "max_tokens", "top_p", "top_k", "api_key"),
        },
    ),
    "AutogenList": open_shape("llm_config", {"config_list": Field(".", "list", "AutogenConfig")}),
    "AutogenConfig": open_shape("config_list", _AUTOGEN_CONFIG),
    "Client": open_shape("client_args", fields(*_CLIENT, "http_options")),
    "CamelConfig": open_shape("model_config_dict", fields(*OPENAI)),
    "MirascopeParams": open_shape("call_params", {**fields(*_MIRASCOPE), "config": _OPEN_CONFIG}),
    "PipecatSettings": open_shape("settings", {"model": _model(), **_COMMON}),
}  # fmt: skip


def _aisuite() -> Library:
    names = ModelNames((("google:", "vertex"), ("gemini:", "gemini-api")))
    client = "aisuite.Client"
    settings = fields("temperature", "max_tokens", "top_p", "top_k", stop="stop")
    create = open_shape(
        "create", {"model": _model(names), "messages": Field("messages"), **settings}
    )
    return _library(
        "aisuite",
        _GENAI,
        Function(client, open_shape("Client", {}), (), None, client),
        Function(f"{client}.chat.completions.create", create, (), "generateContent"),
        roots=("aisuite",),
    )


def _llm() -> Library:
    names = ModelNames((("gemini/", "gemini-api"),), bare=(("gemini-", "gemini-api"),))
    model = "llm.Model"
    settings = fields(
        "temperature", "max_output_tokens", "top_p", "top_k", "thinking_budget", "thinking_level",
        prompt=Field("message"),
        system=Field("systemInstruction"),
    )  # fmt: skip
    return _library(
        "llm-gemini",
        _DEVELOPER,
        _maker("llm.get_model", {"name": _model(names)}, ("name",), None, model),
        Function(
            f"{model}.prompt", open_shape("prompt", settings), ("prompt",), "generateContent",
            continues="adds",
        ),
        roots=("llm",),
        version="v1beta",
        yields=True,
    )  # fmt: skip


def _langextract() -> Library:
    names = ModelNames(bare=(("gemini-", None),))
    extract = fields(
        "temperature", "api_key",
        model_id=_model(names),
        prompt_description=Field("message"),
        language_model_params=Field(".", "object", "Client"),
    )  # fmt: skip
    positional = ("text_or_documents", "prompt_description", "examples", "model_id", "api_key")
    return _library(
        "langextract",
        _GENAI,
        _maker("langextract.extract", extract, positional, returns="langextract.Result"),
        roots=("langextract",),
    )


def _any_llm() -> Library:
    names = ModelNames(
        (
            ("gemini:", "gemini-api"),
            ("gemini/", "gemini-api"),
            ("vertexai:", "vertex"),
            ("vertexai/", "vertex"),
        ),
        separator=":",
    )
    arguments = fields(
        *OPENAI, "api_key",
        model=_model(names),
        provider=Field("provider"),
        messages=Field("messages"),
    )  # fmt: skip
    functions = (
        Function(
            f"any_llm.{name}", open_shape(name, arguments), ("model", "messages"),
            "generateContent",
        )
        for name in ("completion", "acompletion")
    )  # fmt: skip
    return _library("any-llm-sdk", _GENAI, *functions, roots=("any_llm",))


def _livekit() -> Library:
    root = "livekit.plugins.google"
    llm = fields(
        "temperature", "max_output_tokens", "top_p", "top_k", "thinking_config",
        "safety_settings", "http_options", *_CLIENT,
        model=_model(),
    )  # fmt: skip
    realtime = {**llm, "instructions": Field("systemInstruction")}
    live = f"{root}.realtime.RealtimeModel"
    return _library(
        "livekit-plugins-google",
        _GENAI,
        _maker(f"{root}.LLM", llm),
        _maker(live, realtime, (), "live.connect"),
        roots=(root,),
        aliases={f"{root}.beta.realtime.RealtimeModel": live, f"{root}.llm.LLM": f"{root}.LLM"},
    )


def _pipecat() -> Library:
    service = "pipecat.services.google.llm.GoogleLLMService"
    arguments = {
        "model": _model(),
        "system_instruction": Field("systemInstruction"),
        "params": _OPEN_CONFIG,
        "settings": Field(".", "object", "PipecatSettings"),
        "api_key": Field("apiKey"),
    }
    return _library(
        "pipecat-ai",
        _DEVELOPER,
        _maker(service, arguments),
        roots=("pipecat.services.google",),
        aliases=_same(
            service,
            "pipecat.services.google.GoogleLLMService",
            "pipecat.services.google.google.GoogleLLMService",
        ),
    )


def _graphiti() -> Library:
    """Read what Graphiti's clients are told of the model in a configuration of their own."""
    llm = {"config": Field(".", "object", "LLMConfig")}
    embedder = {"config": Field(".", "object", "GeminiEmbedderConfig")}
    shapes = {
        "LLMConfig": open_shape("LLMConfig", fields("temperature", "api_key", model=_model())),
        "GeminiEmbedderConfig": open_shape(
            "GeminiEmbedderConfig", fields("api_key", embedding_model=_model())
        ),
    }
    root = "graphiti_core"
    library = _library(
        "graphiti-core",
        _DEVELOPER,
        _maker(f"{root}.llm_client.gemini_client.GeminiClient", llm, ("config",)),
        _maker(
            f"{root}.cross_encoder.gemini_reranker_client.GeminiRerankerClient", llm, ("config",)
        ),
        _maker(f"{root}.embedder.gemini.GeminiEmbedder", embedder, ("config",), "embedContent"),
        roots=(f"{root}.llm_client", f"{root}.embedder", f"{root}.cross_encoder"),
        many_vendors=True,
    )
    return replace(library, shapes=shapes.get)


def _camel() -> Library:
    names = ModelNames((("gemini:", "gemini-api"),), separator=":")
    arguments = {
        "model_platform": Field("provider"),
        "model_type": _model(names),
        "model_config_dict": Field(".", "object", "CamelConfig"),
        "api_key": Field("apiKey"),
    }
    create = "camel.models.ModelFactory.create"
    positional = ("model_platform", "model_type", "model_config_dict")
    model = {**arguments, "model_type": _model(ModelNames(bare=(("gemini-", "gemini-api"),)))}
    return _library(
        "camel-ai",
        _DEVELOPER,
        _maker(create, arguments, positional, returns="camel.models.Model"),
        _maker("camel.models.GeminiModel", model, ("model_type", "model_config_dict")),
        roots=("camel.models",),
        aliases={
            "camel.models.model_factory.ModelFactory": "camel.models.ModelFactory",
            "camel.models.gemini_model.GeminiModel": "camel.models.GeminiModel",
        },
        version="v1beta",
    )


def _mirascope() -> Iterator[Library]:
    names = ModelNames((("google/", "gemini-api"), ("gemini/", "gemini-api")))
    settings = fields(*_MIRASCOPE)
    params = {"call_params": Field(".", "object", "MirascopeParams"), "client": Field("client")}
    several = {"model": _model(names), "provider": Field("provider"), **params, **settings}
    calls = (_maker(f"mirascope.llm.{name}", several, ("model",)) for name in ("call", "model"))
    yield _library("mirascope", _GENAI, *calls, roots=("mirascope.llm",))
    own = {"model": _model(), **params}
    for vendor, backend in (("google", _GENAI), ("gemini", _DEVELOPER), ("vertex", _VERTEX)):
        name = f"mirascope.core.{vendor}"
        call = _maker(f"{name}.call", own, ("model",), returns=f"{name}.Called")
        aliases = {f"{name}.{vendor}_call": call.name}
        yield _library("mirascope", backend, call, roots=(name,), aliases=aliases)


def _semantic_kernel() -> Iterator[Library]:
    model = fields(
        "api_key", gemini_model_id=_model(), project_id="project", use_vertexai="vertexai"
    )
    root = "semantic_kernel.connectors.ai.google"
    parts = (("google_ai", "GoogleAI", _GENAI), ("vertex_ai", "VertexAI", _VERTEX))
    for module, name, backend in parts:
        own = f"{root}.{module}"
        functions = [
            _maker(f"{own}.{name}{kind}", model, ("gemini_model_id",))
            for kind in ("ChatCompletion", "TextCompletion")
        ]
        settings = _maker(f"{own}.{name}ChatPromptExecutionSettings", _COMMON, (), None)
        yield _library("semantic-kernel", backend, *functions, settings, roots=(own,))


_HAYSTACK = "haystack_integrations.components"


def _haystack() -> Iterator[Library]:
    new = f"{_HAYSTACK}.generators.google_genai"
    chat = {
        "model": _model(),
        "generation_kwargs": _OPEN_CONFIG,
        "safety_settings": Field("safetySettings"),
        "vertex_ai_project": Field("client.project"),
    }
    modules = {f"{new}.chat.chat_generator": new}
    yield _library(
        "google-genai-haystack", _GENAI, _maker(f"{new}.GoogleGenAIChatGenerator", chat),
        roots=(new,), aliases=modules,
    )  # fmt: skip
    embedder = f"{_HAYSTACK}.embedders.google_genai"
    yield _library(
        "google-genai-haystack",
        _GENAI,
        *(
            _maker(f"{embedder}.GoogleGenAI{kind}Embedder", {"model": _model()}, (), "embedContent")
            for kind in ("Text", "Document")
        ),
        roots=(embedder,),
    )


def _old_haystack() -> Iterator[Library]:
    old = {"model": _model(), "generation_config": _OPEN_CONFIG, "safety_settings": Field()}
    for module, name, backend in (
        ("google_ai", "GoogleAI", _DEVELOPER),
        ("google_vertex", "VertexAI", _VERTEX),
    ):
        own = f"{_HAYSTACK}.generators.{module}"
        functions = [
            _maker(f"{own}.{name}Gemini{kind}", old) for kind in ("Generator", "ChatGenerator")
        ]
        sdk = f"{module.replace('_', '-')}-haystack"
        yield _library(sdk, backend, *functions, roots=(own,))


def _autogen() -> Iterator[Library]:
    client = "autogen_ext.models.openai.OpenAIChatCompletionClient"
    names = ModelNames(bare=(("gemini-", "gemini-api"),))
    settings = fields(*OPENAI, "api_key", "base_url", model=_model(names))
    yield _library(
        "autogen-ext", BackendRule(), _maker(client, settings), version="v1beta",
        roots=("autogen_ext.models.openai",),
    )  # fmt: skip
    config = fields(
        "temperature", "top_p", "top_k", "max_output_tokens", "stop_sequences", "seed",
        "presence_penalty", "frequency_penalty", "thinking_budget", "thinking_level",
        "api_key", model=_model(),
    )  # fmt: skip
    yield _library("ag2", _DEVELOPER, _maker("ag2.config.GeminiConfig", config))
    yield _library("ag2", _VERTEX, _maker("ag2.config.VertexAIConfig", config))


def _old_autogen() -> Iterator[Library]:
    several = {
        **_AUTOGEN_CONFIG,
        "config_list": Field(".", "list", "AutogenConfig"),
    }
    agents = ("ConversableAgent", "AssistantAgent", "UserProxyAgent")
    yield _library(
        "ag2",
        BackendRule(given=("client.project",)),
        _maker("autogen.LLMConfig", several),
        *(
            _maker(f"autogen.{name}", {"llm_config": Field(".", "object", "AutogenList")})
            for name in agents
        ),
        roots=("autogen",),
        yields=True,
    )


def _others() -> Iterator[Library]:
    client = fields(
        *_CLIENT, "http_options",
        model=_model(),
        enterprise=Field("client.enterprise", "boolean"),
    )  # fmt: skip
    yield _library(
        "agent-framework-gemini", _GENAI, _maker("agent_framework_gemini.GeminiChatClient", client)
    )
    outlines = {"client": Field("client"), "model_name": _model()}
    yield _library(
        "outlines",
        _GENAI,
        _maker("outlines.from_gemini", outlines, ("client", "model_name")),
        roots=("outlines.from_gemini",),
    )
    dspy = {"model": _model(), **fields("temperature", "top_p", "top_k", "max_output_tokens")}
    yield _library("dspy", _DEVELOPER, _maker("dspy.Google", dspy, ("model",)))


LIBRARIES = (
    _agno(),
    _agnos_agents(),
    _strands(),
    _genkit(),
    _browser_use(),
    _mem0(),
    _aisuite(),
    _llm(),
    _langextract(),
    _any_llm(),
    _livekit(),
    _pipecat(),
    _graphiti(),
    _camel(),
    *_mirascope(),
    *_semantic_kernel(),
    *_haystack(),
    *_old_haystack(),
    *_autogen(),
    *_old_autogen(),
    *_others(),
)
