from __future__ import annotations

import pytest
from framework_programs import FRENCH, found
from linting import codes, findings

_GENAI = "from langchain_google_genai import ChatGoogleGenerativeAI as Chat"
_VERTEX = "from langchain_google_vertexai import ChatVertexAI as Chat"


def test_noop_other_vendors() -> None:
    assert codes(f"""
        # gemini would be another one
        from langchain.chat_models import init_chat_model
        from langchain_core.prompts import ChatPromptTemplate
        from langchain_openai import ChatOpenAI

        llm = ChatOpenAI(model="gpt-4o", temperature=5)
        llm.invoke("{FRENCH}")
        init_chat_model("openai:gpt-4o", temperature=5).invoke("{FRENCH}")
        init_chat_model("gemini-1.5-pro", model_provider="openai", temperature=5)
        chain = ChatPromptTemplate.from_template("{FRENCH}") | llm
        chain.invoke({{}})
    """) == []  # fmt: skip


def test_noop_what_the_library_settles() -> None:
    assert codes(f"""
        {_GENAI}

        Chat(model="gemini-3.8-flash", unknown="a warning in the log alone")
        Chat(model="gemini-3.8-flash", thinking_level="low", thinking_budget=100)
        Chat(model="models/gemini-3.8-flash", max_tokens=100)
    """) == []  # fmt: skip


@pytest.mark.parametrize("imports", [_GENAI, _VERTEX])
@pytest.mark.parametrize("call", ["invoke", "stream", "batch", "bind(stop=['x']).invoke"])
def test_chat_model(imports: str, call: str) -> None:
    assert found(f"""
        {imports}

        llm = Chat(model="gemini-1.5-pro", temperature=5)
        print(llm.{call}(["{FRENCH}"]))
    """) == ["GEM101", "GEM202", "GEM401"]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "backend"),
    [
        ("", "Gemini Developer API"),
        (', project="p"', "Vertex AI"),
        (', project="p", vertexai=False', "Gemini Developer API"),
        (", vertexai=True", "Vertex AI"),
    ],
)
def test_backend(arguments: str, backend: str) -> None:
    program = f'{_GENAI}\nllm = Chat(model="gemini-1.5-pro"{arguments})\n'
    assert backend in findings(program)[0].message


@pytest.mark.parametrize(
    ("argument", "code"),
    [
        ("temperature=5", "GEM101"),
        ("top_p=1.5", "GEM103"),
        ("max_tokens=10_000_000", "GEM106"),
        ("max_output_tokens=10_000_000", "GEM106"),
        ("n=9", "GEM105"),
        ('stop=["a", "b", "c", "d", "e", "f"]', "GEM107"),
        ("thinking_budget=-5", "GEM113"),
    ],
)
def test_settings(argument: str, code: str) -> None:
    assert found(f'{_GENAI}\nllm = Chat(model="gemini-2.5-pro", {argument})\n', select=(code,)) == [
        code
    ]


def test_safety_settings() -> None:
    assert codes("""
        from langchain_google_genai import ChatGoogleGenerativeAI, HarmBlockThreshold, HarmCategory

        llm = ChatGoogleGenerativeAI(
            model="gemini-3.8-flash",
            safety_settings={
                HarmCategory.HARM_CATEGORY_HARASSMENT: HarmBlockThreshold.BLOCK_NONE,
                HarmCategory.HARM_CATEGORY_TOXICITY: HarmBlockThreshold.BLOCK_NONE,
            },
        )
    """) == ["GEM502:8"]  # fmt: skip


@pytest.mark.parametrize(
    "messages",
    [
        '[HumanMessage(content="{}")]',
        '[SystemMessage("{}"), HumanMessage("Hi")]',
        '[("system", "{}"), ("human", "Hi")]',
        '[("system", "You help."), ("human", "{}")]',
        '[{{"role": "user", "content": "{}"}}]',
    ],
)
def test_messages(messages: str) -> None:
    assert found(f"""
        {_GENAI}
        from langchain_core.messages import HumanMessage, SystemMessage

        llm = Chat(model="gemini-3.8-flash")
        llm.invoke({messages.format(FRENCH)})
    """) == ["GEM401"]  # fmt: skip


def test_noop_answers_of_the_model() -> None:
    assert found(f"""
        {_GENAI}
        from langchain_core.messages import AIMessage, HumanMessage

        llm = Chat(model="gemini-3.8-flash")
        llm.invoke([HumanMessage("Translate."), AIMessage("{FRENCH}"), ("ai", "{FRENCH}")])
    """) == []  # fmt: skip


@pytest.mark.parametrize(
    "prompt",
    [
        'ChatPromptTemplate.from_messages([("system", "{}"), ("human", "{{topic}}")])',
        'ChatPromptTemplate([("system", "You help."), ("human", "{}")])',
        'ChatPromptTemplate.from_template("{}")',
        'PromptTemplate.from_template("{}")',
        'PromptTemplate(template="{}", input_variables=[])',
    ],
)
@pytest.mark.parametrize(
    "chain",
    ["prompt | llm", "prompt | llm | StrOutputParser()", '{"a": 1} | prompt | llm.bind(stop=[])'],
)
def test_prompt_template(prompt: str, chain: str) -> None:
    assert found(f"""
        {_GENAI}
        from langchain_core.output_parsers import StrOutputParser
        from langchain_core.prompts import ChatPromptTemplate, PromptTemplate

        llm = Chat(model="gemini-3.8-flash")
        prompt = {prompt.format(FRENCH)}
        chain = {chain}
        print(chain.invoke({{"topic": "rivers"}}))
    """) == ["GEM401"]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "given"),
    [
        ("PromptTemplate", "format(topic='rivers')"),
        ("PromptTemplate", "partial(a=1).format(topic='rivers')"),
        ("PromptTemplate", "invoke({'topic': 'rivers'})"),
        ("ChatPromptTemplate", "format_messages(topic='rivers')"),
        ("ChatPromptTemplate", "format_prompt(topic='rivers').to_messages()"),
        ("ChatPromptTemplate", "invoke({'topic': 'rivers'})"),
    ],
)
def test_template_that_is_filled_in(template: str, given: str) -> None:
    program = """
        {}
        from langchain_core.prompts import ChatPromptTemplate, PromptTemplate

        llm = Chat(model="gemini-3.8-flash")
        prompt = {}.from_template("{}")
        print(llm.invoke(prompt.{}))
    """
    assert found(program.format(_GENAI, template, "Name rivers: {topic}", given)) == []
    assert found(program.format(_GENAI, template, FRENCH, given)) == ["GEM401"]


def test_text_of_a_template_for_google_genai() -> None:
    assert found(f"""
        from google import genai
        from langchain_core.prompts import PromptTemplate

        prompt = PromptTemplate.from_template("{FRENCH}").format(topic="rivers")
        genai.Client().aio.models.generate_content(model="gemini-3.8-flash", contents=prompt)
    """) == ["GEM401"]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "backend"),
    [
        ('"google_genai:gemini-1.5-pro"', "Gemini Developer API"),
        ('"google_vertexai:gemini-1.5-pro"', "Vertex AI"),
        ('"gemini-1.5-pro", model_provider="google_genai"', "Gemini Developer API"),
        ('"gemini-1.5-pro"', "Vertex AI"),
    ],
)
def test_init_chat_model(arguments: str, backend: str) -> None:
    program = f"""
        from langchain.chat_models import init_chat_model

        llm = init_chat_model({arguments}, temperature=5)
    """
    assert found(program) == ["GEM101", "GEM202"]
    assert any(backend in item.message for item in findings(program))


def test_create_agent() -> None:
    program = """
        {}
        from langchain.agents import create_agent

        agent = create_agent(model={}, tools=[], system_prompt="{}")
    """
    assert found(program.format(_GENAI, '"openai:gpt-4o"', FRENCH)) == []
    assert found(program.format(_GENAI, '"google_genai:gemini-1.5-pro"', FRENCH)) == [
        "GEM202",
        "GEM401",
    ]
    assert found(program.format(_GENAI, 'Chat(model="gemini-3.8-flash")', FRENCH)) == ["GEM401"]


def test_embeddings() -> None:
    assert found(f"""
        from langchain_google_genai import GoogleGenerativeAIEmbeddings

        embeddings = GoogleGenerativeAIEmbeddings(model="models/text-embedding-004")
        embeddings.embed_query("{FRENCH}")
    """) == ["GEM202", "GEM401"]  # fmt: skip


def test_text_model_as_embedding() -> None:
    assert found("""
        from langchain_google_genai import GoogleGenerativeAIEmbeddings

        embeddings = GoogleGenerativeAIEmbeddings(model="gemini-3.8-flash")
    """) == ["GEM204"]  # fmt: skip


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ('SummarizationMiddleware(model="gpt-4o-mini")', []),
        ('SummarizationMiddleware("google_genai:gemini-3.8-flash")', []),
        ('SummarizationMiddleware(model=ChatOpenAI(model="gpt-4o"))', []),
        ('SummarizationMiddleware(model="google_genai:gemini-1.5-pro")', ["GEM202"]),
        ('SummarizationMiddleware("gemini-1.5-pro")', ["GEM202"]),
        ('LLMToolSelectorMiddleware(model="google_genai:gemini-1.5-pro")', ["GEM202"]),
        ('ModelFallbackMiddleware("google_genai:gemini-1.5-pro", "gpt-4o")', ["GEM202"]),
    ],
)
def test_models_of_middleware(made: str, expected: list[str]) -> None:
    assert found(f"""
        from langchain.agents.middleware import (
            LLMToolSelectorMiddleware, ModelFallbackMiddleware, SummarizationMiddleware,
        )
        from langchain_openai import ChatOpenAI

        middleware = {made}
    """) == expected  # fmt: skip
