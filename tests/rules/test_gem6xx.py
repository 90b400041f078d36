"""Rules on errors and on the use of the client."""

from __future__ import annotations

from typing import Any

import pytest
from linting import codes

CLIENT = "from google import genai\nfrom google.genai import types\n"
CALL = 'client.models.generate_content(model="gemini-3.8-flash", contents="Hi")'


def client_use(source: str, **settings: Any) -> list[str]:
    return [code for code in codes(source, **settings) if code.startswith("GEM6")]


def guarded(clause: str, *, imports: str = "", body: str = CALL) -> str:
    """Return a program whose `except` is in line 7."""
    return f"{CLIENT}{imports}\nclient = genai.Client()\ntry:\n    {body}\n{clause}\n    pass\n"


@pytest.mark.parametrize(
    ("imports", "clause"),
    [
        ("from google.genai import errors", "except errors.APIError:"),
        ("import builtins", "except ValueError:"),
        ("import builtins", "except Exception:"),
        ("from google.auth import exceptions", "except exceptions.DefaultCredentialsError:"),
    ],
)
def test_exceptions_that_are_raised(imports: str, clause: str) -> None:
    assert client_use(guarded(clause, imports=imports)) == []


@pytest.mark.parametrize(
    ("imports", "clause"),
    [
        ("from google.api_core import exceptions", "except exceptions.ResourceExhausted:"),
        ("from google.api_core import exceptions as e", "except e.GoogleAPIError as error:"),
        ("import google.api_core.exceptions", "except google.api_core.exceptions.NotFound:"),
        (
            "from google.api_core.exceptions import TooManyRequests",
            "except (TooManyRequests, ValueError):",
        ),
        (
            "from google.generativeai.types import BlockedPromptException",
            "except BlockedPromptException:",
        ),
    ],
)
def test_exceptions_that_are_never_raised(imports: str, clause: str) -> None:
    assert client_use(guarded(clause, imports=imports)) == ["GEM601:7"]


def test_two_exceptions_that_are_never_raised() -> None:
    clause = "except (exceptions.NotFound, exceptions.ServiceUnavailable):"
    imports = "from google.api_core import exceptions"
    assert client_use(guarded(clause, imports=imports)) == ["GEM601:7", "GEM601:7"]


def test_another_google_client_in_the_same_try() -> None:
    source = """\
from google import genai
from google.api_core import exceptions
from google.cloud import storage
client = genai.Client()
try:
    storage.Client().bucket("b").blob("n").upload_from_string("x")
    client.models.generate_content(model="gemini-3.8-flash", contents="Hi")
except exceptions.NotFound:
    pass
"""
    assert client_use(source) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('storage.Client().bucket("b").blob("n").upload_from_string(text)', []),
        ("text.strip()", ["GEM601:10"]),
    ],
)
def test_another_client_in_a_function_of_the_project(body: str, expected: list[str]) -> None:
    source = f"""\
from google import genai
from google.api_core import exceptions
from google.cloud import storage
client = genai.Client()
def keep(text):
    {body}
try:
    answer = client.models.generate_content(model="gemini-3.8-flash", contents="Hi")
    keep(answer.text or "")
except exceptions.NotFound:
    pass
"""
    assert client_use(source) == expected


def test_exceptions_in_a_tuple_with_a_name() -> None:
    source = """\
from google import genai
from google.api_core import exceptions
from google.genai import errors
PASSING = (exceptions.ResourceExhausted, exceptions.ServiceUnavailable)
OWN = (errors.ServerError, TimeoutError)
client = genai.Client()
try:
    client.models.generate_content(model="gemini-3.8-flash", contents="Hi")
except PASSING:
    pass
except OWN:
    pass
"""
    assert client_use(source) == ["GEM601:9"]


def test_exceptions_of_the_old_sdk_around_the_old_sdk() -> None:
    source = """\
import google.generativeai as genai
from google.api_core import exceptions
model = genai.GenerativeModel("gemini-3.8-flash")
try:
    model.generate_content("Hi")
except exceptions.ResourceExhausted:
    pass
"""
    assert client_use(source) == []


@pytest.mark.parametrize(
    "expression",
    [
        'genai.Client().aio.models.generate_content(model="gemini-3.8-flash", contents="Hi")',
        f"{CALL}",
    ],
)
def test_client_that_lives_on(expression: str) -> None:
    source = f"{CLIENT}client = genai.Client()\nasync def main():\n    await {expression}\n"
    assert client_use(source) == []


def test_client_of_a_with_statement() -> None:
    assert client_use(f"{CLIENT}with genai.Client() as client:\n    {CALL}\n") == []


@pytest.mark.parametrize(
    "expression",
    [
        'genai.Client().models.generate_content(model="gemini-3.8-flash", contents="Hi")',
        'genai.Client().models.embed_content(model="gemini-embedding-001", contents="Hi")',
        "genai.Client().files.list()",
        'genai.Client().interactions.create(model="gemini-3.8-flash", input="Hi")',
        'genai.Client(vertexai=True).models.count_tokens(model="gemini-3.8-flash", contents="Hi")',
    ],
)
def test_client_that_is_lost(expression: str) -> None:
    assert client_use(f"{CLIENT}{expression}\n") == ["GEM602:3"]
    assert client_use(f"{CLIENT}{expression}\n", sdk_version="1.39.0") == ["GEM602:3"]
    assert client_use(f"{CLIENT}{expression}\n", sdk_version="1.38.0") == []


@pytest.mark.parametrize(
    ("factory", "expected"),
    [
        pytest.param("def made():\n    return genai.Client()\n", ["GEM602:5"], id="a new one"),
        pytest.param("@cache\ndef made():\n    return genai.Client()\n", [], id="one that is kept"),
        pytest.param(
            "kept = genai.Client()\ndef made():\n    return kept\n", [], id="one of the module"
        ),
        pytest.param(
            "def made():\n    client = genai.Client()\n    kept.append(client)\n"
            "    return client\n",
            [],
            id="one that may be kept",
        ),
        pytest.param(
            "def made():\n    if kept:\n        return kept[0]\n    return genai.Client()\n",
            [],
            id="one of two",
        ),
    ],
)
def test_client_of_a_factory(factory: str, expected: list[str]) -> None:
    call = CALL.replace("client", "made()", 1)
    assert client_use(f"{CLIENT}{factory}{call}\n") == expected


def chat(created: str, sent: str) -> str:
    """Return a program whose fifth line is a message with a configuration of its own."""
    return (
        f"{CLIENT}client = genai.Client()\n"
        f'chat = client.chats.create(model="gemini-3.8-flash", config={created})\n'
        f'chat.send_message("Hi", config={sent})\n'
    )


@pytest.mark.parametrize(
    ("created", "sent"),
    [
        pytest.param("{}", '{"temperature": 0.5}', id="nothing to lose"),
        pytest.param('{"top_p": 0.5}', '{"max_output_tokens": 9}', id="only sampling"),
        pytest.param('{"system_instruction": "A"}', "None", id="no configuration"),
        pytest.param('{"system_instruction": "A"}', "config", id="unknown configuration"),
        pytest.param("config", '{"temperature": 0.5}', id="unknown configuration of the chat"),
        pytest.param('{"system_instruction": "A"}', '{"system_instruction": "B"}', id="other"),
        pytest.param('{"system_instruction": "A"}', '{"system_instruction": text}', id="unknown"),
        pytest.param('{"tools": [find]}', '{"tools": tools}', id="unknown tools"),
        pytest.param('{"tools": [find]}', '{"tools": []}', id="no tools on purpose"),
        pytest.param('{"system_instruction": "A"}', "{**base, 'top_p': 0.5}", id="incomplete"),
    ],
)
def test_configuration_of_a_message_noop(created: str, sent: str) -> None:
    assert client_use(chat(created, sent)) == []


@pytest.mark.parametrize(
    ("created", "sent"),
    [
        ('{"system_instruction": "A"}', '{"temperature": 0.5}'),
        ('{"system_instruction": text}', '{"temperature": 0.5}'),
        (
            'types.GenerateContentConfig(system_instruction="A")',
            "types.GenerateContentConfig(max_output_tokens=9)",
        ),
        ('{"tools": [{"google_search": {}}]}', '{"temperature": 0.5}'),
        ('{"tools": [find]}', '{"system_instruction": "A"}'),
        (
            '{"safety_settings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}]}',
            '{"tools": []}',
        ),
        ('{"system_instruction": "A", "tools": [find]}', '{"tools": [find]}'),
    ],
)
def test_configuration_of_a_message_that_loses_something(created: str, sent: str) -> None:
    assert client_use(chat(created, sent)) == ["GEM603:5"]


@pytest.mark.parametrize(
    "client",
    [
        "genai.Client()",
        'genai.Client(http_options={"timeout": 30_000})',
        "genai.Client(http_options=types.HttpOptions(timeout=1000))",
        "genai.Client(http_options=types.HttpOptions(timeout=0))",
        "genai.Client(http_options=types.HttpOptions(timeout=None))",
        "genai.Client(http_options=types.HttpOptions(timeout=seconds * 1000))",
    ],
)
def test_timeout_noop(client: str) -> None:
    assert client_use(f"{CLIENT}client = {client}\n{CALL}\n") == []


@pytest.mark.parametrize(
    "client",
    [
        'genai.Client(http_options={"timeout": 30})',
        "genai.Client(http_options=types.HttpOptions(timeout=30))",
        "genai.Client(vertexai=True, http_options=types.HttpOptions(timeout=999))",
    ],
)
def test_timeout_of_the_client_in_seconds(client: str) -> None:
    assert client_use(f"{CLIENT}client = {client}\n{CALL}\n") == ["GEM604:3"]


def test_timeout_of_one_call_in_seconds() -> None:
    call = CALL.replace(")", ', config={"http_options": {"timeout": 60}})')
    assert client_use(f"{CLIENT}client = genai.Client()\n{call}\n") == ["GEM604:4"]


def test_timeout_of_interactions_is_in_seconds() -> None:
    call = 'client.interactions.create(model="gemini-3.8-flash", input="Hi", timeout=60)'
    assert client_use(f"{CLIENT}client = genai.Client()\n{call}\n") == []
