from __future__ import annotations

import pytest
from google_keys import STANDARD
from linting import codes, findings

GEMINI = "https://generativelanguage.googleapis.com/v1beta/openai/"
CLIENT = f'client = OpenAI(api_key=key, base_url="{GEMINI}")'
CREATE = (
    'client.chat.completions.create(model="gemini-3.8-flash", temperature=5, messages='
    '[{"role": "user", "content": "Name three rivers."}])'
)


def program(client: str = CLIENT, call: str = CREATE) -> str:
    imports = "import os\nfrom openai import AsyncOpenAI, AzureOpenAI, OpenAI"
    return f'{imports}\nkey = os.environ["K"]\n{client}\n{call}\n'


@pytest.mark.parametrize(
    "client",
    [
        pytest.param("client = OpenAI()", id="OpenAI itself"),
        pytest.param('client = OpenAI(base_url="https://openrouter.ai/api/v1")', id="OpenRouter"),
        pytest.param('client = OpenAI(base_url=os.environ["URL"])', id="unknown URL"),
        pytest.param(f'client = AzureOpenAI(azure_endpoint="{GEMINI}")', id="Azure"),
        pytest.param(
            'client = OpenAI(base_url="https://generativelanguage.googleapis.com.example/v1/")',
            id="look-alike host",
        ),
        pytest.param(
            f'url = "{GEMINI}" if key else "https://api.openai.com/v1"\n'
            "client = OpenAI(base_url=url)",
            id="one of several",
        ),
        pytest.param("client = unknown()", id="unknown client"),
    ],
)
def test_other_clients_are_silent(client: str) -> None:
    assert codes(program(client)) == []


@pytest.mark.parametrize(
    ("client", "expected"),
    [
        (f"{CLIENT}.with_options(timeout=5)", ["GEM101:5"]),
        (f"{CLIENT}; client = client.copy(max_retries=0)", ["GEM101:5"]),
        (f'{CLIENT}.with_options(base_url="https://api.openai.com/v1")', []),
        (f'client = OpenAI().with_options(base_url="{GEMINI}")', ["GEM101:5"]),
        ("client = OpenAI().with_options(timeout=5)", []),
    ],
)
def test_client_with_other_options(client: str, expected: list[str]) -> None:
    assert codes(program(client)) == expected


def test_roles_of_messages_are_right() -> None:
    messages = (
        '[{"role": "system", "content": "Be brief."}, {"role": "developer", "content": "Be kind."},'
        ' {"role": "user", "content": "Hi."}, {"role": "assistant", "content": "Hello."},'
        ' {"role": "tool", "content": "4", "tool_call_id": "1"},'
        ' {"role": "user", "content": "So?"}]'
    )
    call = f'client.chat.completions.create(model="gemini-3.8-flash", n=1, messages={messages})'
    assert codes(program(call=call)) == []


@pytest.mark.parametrize(
    "client",
    [
        pytest.param(CLIENT, id="argument"),
        pytest.param(CLIENT.replace("OpenAI", "AsyncOpenAI"), id="asynchronous"),
        pytest.param(f'URL = "{GEMINI}"; client = OpenAI(base_url=URL)', id="constant"),
        pytest.param(
            f'client = OpenAI(base_url=os.getenv("URL", "{GEMINI}"))', id="environment default"
        ),
        pytest.param(f'client = OpenAI(); client.base_url = "{GEMINI}"', id="attribute"),
        pytest.param(
            f'os.environ["OPENAI_BASE_URL"] = "{GEMINI}"; client = OpenAI()', id="environment"
        ),
        pytest.param(f'import openai; client = openai.Client(base_url="{GEMINI}")', id="module"),
        pytest.param(f"from langfuse.openai import OpenAI; {CLIENT}", id="watched by Langfuse"),
        pytest.param(
            f'import openai; openai.base_url = "{GEMINI}"; client = openai', id="module as client"
        ),
    ],
)
def test_every_way_to_gemini(client: str) -> None:
    assert codes(program(client)) == ["GEM101:5"]


@pytest.mark.parametrize(
    "name",
    [
        "chat.completions.create",
        "chat.completions.parse",
        "beta.chat.completions.parse",
        "chat.completions.stream",
        "chat.completions.with_raw_response.create",
    ],
)
def test_every_method_for_chats(name: str) -> None:
    assert codes(program(call=CREATE.replace("chat.completions.create", name))) == ["GEM101:5"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param("n=9", "GEM105", id="n"),
        pytest.param("max_tokens=0", "GEM106", id="max_tokens"),
        pytest.param("max_completion_tokens=0", "GEM106", id="max_completion_tokens"),
        pytest.param("top_p=2", "GEM103", id="top_p"),
        pytest.param('stop=["a", "b", "c", "d", "e", "f"]', "GEM107", id="stop"),
        pytest.param("presence_penalty=3", "GEM108", id="presence_penalty"),
        pytest.param("top_k=5", "GEM111", id="top_k"),
        pytest.param(
            'extra_body={"extra_body": {"google": {"thinking_config": {"thinking_budgets": 5}}}}',
            "GEM111",
            id="thinking_config",
        ),
    ],
)
def test_parameters(arguments: str, expected: str) -> None:
    call = CREATE.replace("temperature=5", arguments).replace("3.8-flash", "2.5-flash")
    assert [item for item in codes(program(call=call)) if item[:6] == expected] == [f"{expected}:5"]


def test_stop_may_be_a_string() -> None:
    assert codes(program(call=CREATE.replace("temperature=5", 'stop="END"'))) == []


def test_models_and_prompts() -> None:
    call = CREATE.replace("gemini-3.8-flash", "gemini-1.5-pro").replace("5, m", "1, m")
    assert codes(program(call=call)) == ["GEM202:5"]
    french = "Pouvez-vous me donner le nom de trois fleuves de France ?"
    call = CREATE.replace("Name three rivers.", french).replace("temperature=5, ", "")
    assert codes(program(call=call)) == ["GEM401:5"]


def test_other_interfaces() -> None:
    call = 'client.embeddings.create(model="gemini-3.8-flash", input="A river.")'
    assert codes(program(call=call)) == ["GEM204:5"]
    call = 'client.responses.create(model="gemini-1.5-pro", input="Hi.")'
    assert codes(program(call=call)) == ["GEM202:5"]


def test_vertex_by_its_url() -> None:
    url = "https://aiplatform.googleapis.com/v1/projects/p/locations/global/endpoints/openapi"
    call = CREATE.replace("gemini-3.8-flash", "google/gemini-1.0-pro").replace("5, m", "1, m")
    found = findings(program(CLIENT.replace(GEMINI, url), call))
    assert [(item.code, item.backend, item.api_version) for item in found] == [
        ("GEM202", "vertex", "v1")
    ]


def test_other_vendors_on_vertex_are_silent() -> None:
    url = "https://aiplatform.googleapis.com/v1/projects/p/locations/global/endpoints/openapi"
    call = CREATE.replace("gemini-3.8-flash", "meta/llama-4-maverick").replace("user", "human")
    assert codes(program(CLIENT.replace(GEMINI, url), call)) == []


def test_keys() -> None:
    assert codes(program(CLIENT.replace("api_key=key", f'api_key="{STANDARD}"'), "")) == [
        "GEM701:4"
    ]
