"""Clients that a file is handed, known by what only the SDK's clients have."""

from __future__ import annotations

import pytest
from annotated import agrees

FAULTY = """
{imports}

{around}
        {client}.models.generate_content(
            model="gemini-3.1-pro-preview", contents="Hi", config={{"temperature": 2.5}},{finding}
        )
"""
FOUND = "  # GEM101 at 2.5"
GENAI = "from google import genai"
IN_FUNCTION = "def f():\n    if True:"
FAKE = """
class Models:
    def generate_content(self, **given): pass
class Fake:
    models = Models()
"""
HOLDER = """
class A:
    client = None
    def __init__(self, client):
        self.client = client
    def ask(self):
"""


@pytest.mark.parametrize(
    ("imports", "around", "client"),
    [
        # nothing of Google's SDK is imported
        ("import other", "def ask(client):\n    if client:", "client"),
        # objects of another library, of the file's own, and of classes that are named
        (f"{GENAI}\nimport unittest.mock", IN_FUNCTION, "unittest.mock.MagicMock()"),
        (f"{GENAI}\n{FAKE}", IN_FUNCTION, "Fake()"),
        (GENAI, "def ask(client: 'Wrapper'):\n    if client:", "client"),
        (GENAI, "def ask(client: Wrapper | None):\n    if client:", "client"),
        (GENAI, HOLDER.replace("client)", "client: Wrapper)"), "self.client"),
        (f"{GENAI}\n{FAKE}", "def ask(holder: Fake):\n    if holder:", "holder.client"),
        # what a function makes
        (f"{GENAI}\ndef made(): ...", IN_FUNCTION, "made()"),
        # what belongs to a mock, and another library's object itself
        (f"{GENAI}\nimport unittest.mock\nm = unittest.mock.Mock()", IN_FUNCTION, "m.client"),
        (f"{GENAI}\nfrom web import App\napp = App()", IN_FUNCTION, "app"),
        # a module of the SDK: its use raises
        (GENAI, IN_FUNCTION, "genai"),
    ],
)
def test_no_client(imports: str, around: str, client: str) -> None:
    agrees(FAULTY.format(imports=imports, around=around, client=client, finding=""))


@pytest.mark.parametrize(
    ("imports", "around", "client"),
    [
        (GENAI, "def ask(client):\n    if client:", "client"),
        (GENAI, "def ask(client: Any = None):\n    if client:", "client"),
        (GENAI, "def ask(client: Any | None = None):\n    if client:", "client"),
        (GENAI, "def ask(client: Optional[Any] = None):\n    if client:", "client"),
        ("from google.genai import types", "def ask(client):\n    if client:", "client.aio"),
        (GENAI, HOLDER, "self.client"),
        (GENAI, "class A:\n    def ask(self, context):", "context.deps.client"),
        (
            f"{GENAI}\nfrom fastapi import Request",
            "class A:\n    def ask(self, request: Request):",
            "request.app.state.client.aio",
        ),
        (f"{GENAI}\nfrom elsewhere import client", IN_FUNCTION, "client"),
        (f"{GENAI}\nfrom web import App\napp = App()", IN_FUNCTION, "app.state.client.aio"),
    ],
)
def test_client_without_annotation(imports: str, around: str, client: str) -> None:
    agrees(FAULTY.format(imports=imports, around=around, client=client, finding=FOUND))


def test_other_methods_that_tell() -> None:
    agrees("""
        import asyncio
        from google.genai import types

        async def run(client):
            chat = client.chats.create(
                model="gemini-3.1-pro-preview",
                config=types.GenerateContentConfig(top_p=2),  # GEM103 at 2
            )
            chat.send_message("")  # GEM402 at ""
            await asyncio.to_thread(
                client.models.embed_content,
                model="gemini-embedding-001",
                contents="",  # GEM402 at ""
            )
            async with client.aio.live.connect(
                model="gemini-3.1-pro-preview",  # GEM204 at "gemini-3.1-pro-preview"
            ) as session:
                print(session)
    """)


@pytest.mark.parametrize("hint", ["", ": genai.Client"])
def test_dead_model_of_a_client_that_no_file_shows(hint: str) -> None:
    """Where the backend is open, the name is judged by the backend that the library has."""
    agrees(f"""
        from google import genai

        def embed(client{hint}):
            client.models.embed_content(
                model="gemini-embedding-exp-03-07",  # GEM206 at "gemini-embedding-exp-03-07"
                contents="Name three rivers.",
            )
            client.models.generate_content(
                model="gemini-1.5-pro",  # GEM202 at "gemini-1.5-pro"
                contents="Name three rivers.",
            )
    """)


@pytest.mark.parametrize(
    ("imports", "around", "client"),
    [
        (
            f"{GENAI}\nclients = [genai.Client(api_key=key) for key in KEYS]",
            IN_FUNCTION,
            "clients[number % 2]",
        ),
        (
            f"{GENAI}\nclients = {{key: genai.Client(api_key=key) for key in KEYS}}",
            IN_FUNCTION,
            "clients['first']",
        ),
        (f"{GENAI}\ndef one(key):\n    return CLIENTS[key]", IN_FUNCTION, "one(1)"),
        (GENAI, "def ask(clients):\n    for client in clients:", "client"),
    ],
)
def test_one_of_many_clients(imports: str, around: str, client: str) -> None:
    agrees(FAULTY.format(imports=imports, around=around, client=client, finding=FOUND))
