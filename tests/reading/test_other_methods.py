# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""Chats, live sessions, embeddings, files, caches, batches and interactions."""

from __future__ import annotations

import textwrap

import pytest
from annotated import agrees

HEAD = """
from google import genai
from google.genai import types
client = genai.Client(http_options={"api_version": "v1beta"})
M = "gemini-3-flash-preview"
"""
DEAD = '"gemini-1.5-pro"'


def program(body: str) -> None:
    agrees(HEAD + textwrap.dedent(body))


@pytest.mark.parametrize(
    "call",
    [
        'client.models.generate_content(model={m}, contents="Hi")',
        'client.models.generate_content_stream(model={m}, contents="Hi")',
        'client.aio.models.generate_content(model={m}, contents="Hi")',
        'client.aio.models.generate_content_stream(model={m}, contents="Hi")',
        'client.models.count_tokens(model={m}, contents="Hi")',
        'client.aio.models.count_tokens(model={m}, contents="Hi")',
        'client.models.embed_content(model={m}, contents="Hi")',
        "client.chats.create(model={m})",
        "client.aio.chats.create(model={m})",
        'client.caches.create(model={m}, config={{"contents": ["Hello"]}})',
        'client.batches.create(model={m}, src="files/x")',
        'client.aio.batches.create(model={m}, src="files/x")',
        'client.interactions.create(model={m}, input="Hi")',
        'client.aio.interactions.create(model={m}, input="Hi")',
        "client.aio.live.connect(model={m})",
    ],
)
def test_models_of_methods(call: str) -> None:
    agrees(f"{HEAD}\n{call.format(m=DEAD)}  # GEM202 at {DEAD}\n")


def test_chat() -> None:
    program("""
        chat = client.chats.create(
            model=M,
            config=types.GenerateContentConfig(temperature=5),  # GEM101 at 5
        )
        chat.send_message("Hi")
        chat.send_message(message="Hi", config={"temperature": 6})  # GEM101 at 6
        for chunk in chat.send_message_stream("Hi", {"temperature": 7}):  # GEM101 at 7
            print(chunk)
        chat.send_message("")  # GEM402 at ""
    """)


def test_chat_of_a_class() -> None:
    program("""
        class Bot:
            def __init__(self):
                self.chat = client.aio.chats.create(model=M)

            async def say(self, text):
                await self.chat.send_message(text, config={"temperature": 7})  # GEM101 at 7
                async for chunk in await self.chat.send_message_stream(
                    "", config={"max_tokens": 7}  # GEM402 at ""  # GEM111 at "max_tokens"
                ):
                    print(chunk)
    """)


def test_chat_history() -> None:
    program("""
        client.chats.create(model=M, history=[
            types.Content(role="user", parts=[types.Part(text="Hi")]),
            types.Content(role="assistant", parts=[types.Part(text="Hi")]),  # GEM118 at "assistant"
        ])
        client.chats.create(model=M, history=[
            types.UserContent("Hi"), types.ModelContent("Hello"),
        ])
    """)


def test_live() -> None:
    program("""
        async def run():
            config = {"response_modalities": ["AUDIO"], "temperature": 5}  # GEM101 at 5
            async with client.aio.live.connect(
                model="gemini-1.5-pro", config=config  # GEM202 at "gemini-1.5-pro"
            ) as session:
                await session.send_client_content(
                    turns={"role": "system", "parts": [{"text": "Hi"}]})  # GEM118 at "system"
    """)


def test_messages_over_a_live_connection() -> None:
    program("""
        async def run(text, data):
            async with client.aio.live.connect(model="gemini-3.8-live") as session:
                await session.send(input=text or ".", end_of_turn=True)
                await session.send(input={"data": data, "mime_type": "audio/pcm"})
                await session.send(input=types.LiveClientToolResponse(function_responses=[]))
                await session.send_realtime_input(audio=types.Blob(data=data, mime_type="audio/pcm"))
                await session.send_realtime_input(text="Describe what you see.")
                await session.send_realtime_input(text=" ")
                await session.send(input="", end_of_turn=True)
                await session.send(
                    input="Beschreibe kurz, was du siehst.",  # GEM401 at "Beschreibe kurz, was du siehst."
                    end_of_turn=True)
                await session.send_realtime_input(
                    text="Und was hörst du gerade?")  # GEM401 at "Und was hörst du gerade?"
    """)


def test_embeddings() -> None:
    program("""
        client.models.embed_content(
            model="text-embedding-004",  # GEM202 at "text-embedding-004"
            contents=["a", "b"],
            config=types.EmbedContentConfig(
                task_type="NO_SUCH_TASK",  # GEM117 at "NO_SUCH_TASK"
                dimensions=5,  # GEM111 at dimensions
            ),
        )
    """)


def test_count_tokens() -> None:
    program("""
        client.models.count_tokens(
            model=M, contents="Hi",
            config={"system_instruction": "Be brief"},  # GEM305 at "system_instruction"
        )
    """)


def test_caches() -> None:
    program("""
        cache = client.caches.create(
            model=M,
            config=types.CreateCachedContentConfig(
                contents=["Hello"],
                ttl=60,  # GEM110 at 60
                system_instruction="Be brief",
            ),
        )
        client.models.generate_content(
            model=M, contents="Hi",
            config={
                "cached_content": cache.name,
                "system_instruction": "Be brief",  # GEM112 at "system_instruction"
            },
        )
    """)


def test_files() -> None:
    program("""
        client.files.upload(path="a.pdf")  # GEM802 at upload
        file = client.files.upload(file="a.pdf", config={"mime_type": "application/pdf"})
        client.models.generate_content(model=M, contents=[file, "Hi"])
        client.models.generate_content(model=M, contents=file)
        client.files.upload(file="a.pdf", config={"mimetype": "x"})  # GEM111 at "mimetype"
    """)


def test_interactions() -> None:
    program("""
        client.interactions.create(
            model=M, input="Hi",
            temperature=5,  # GEM111 at temperature
        )
        client.interactions.create(
            model=M, input="Hi",
            generation_config={
                "temperature": 5,  # GEM101 at 5
                "top_k": 5,  # GEM111 at "top_k"
            },
        )
        client.interactions.create(model=M, contents="Hi")  # GEM111 at contents
    """)


def test_batches() -> None:
    program("""
        client.batches.create(
            model=M,
            src=[{
                "contents": [{"parts": [{"text": "Hi"}], "role": "user"}],
                "config": {"temperature": 0.5},
            }],
            config={"displayName": "x", "name": "y"},  # GEM111 at "name"
        )
    """)


def test_arguments_that_do_not_exist() -> None:
    program("""
        client.models.generate_content(
            model=M, contents="Hi",
            temperature=0.5,  # GEM111 at temperature
            generation_config={},  # GEM111 at generation_config
        )
        client.models.generate_content(model=M, prompt="Hi")  # GEM111 at prompt
        genai.Client(api_version="v1")  # GEM111 at api_version
    """)


def test_contents() -> None:
    program("""
        client.models.generate_content(model=M, contents=[])  # GEM402 at []
        client.models.generate_content(model=M, contents="  ")  # GEM402 at "  "
        client.models.generate_content(model=M, contents=[""])  # GEM402 at [""]
        client.models.generate_content(model=M, contents=types.Part.from_text(text="Hi"))
        client.models.generate_content(model=M, contents=types.Part.from_bytes(data=b, mime_type=t))
        client.models.generate_content(model=M, contents=[types.Part.from_uri(file_uri=u)])
        client.models.generate_content(model=M, contents={"text": "Hi"})
        client.models.generate_content(model=M, contents=["Hi", image])
        client.models.generate_content(model=M, contents=types.Content(
            role="system", parts=[types.Part.from_text(text="Hi")]))  # GEM118 at "system"
        client.models.generate_content(model=M, contents=[
            {"role": "assistant", "parts": [{"text": "Hi"}]},  # GEM118 at "assistant"
            {"role": "user", "parts": [{"text": "Hi"}]},
        ])
        client.models.generate_content(model=M, contents=[
            {"role": "user", "parts": ["Hi"]},  # GEM110 at "Hi"
            {"role": role, "parts": [{"text": "Hi"}]},
        ])
    """)


def test_contents_over_statements() -> None:
    program("""
        contents = []
        contents.append({"role": "system", "parts": [{"text": "Hi"}]})  # GEM118 at "system"
        contents.append(types.Content(role="bot", parts=[]))  # GEM118 at "bot"
        contents += [{"role": "ai", "parts": [{"text": "Hi"}]}]  # GEM118 at "ai"
        contents.extend(more)
        client.models.generate_content(model=M, contents=contents)
    """)


def test_noop_contents_filled_later() -> None:
    program("""
        def run(messages):
            contents = []
            for message in messages:
                contents.append(message)
            client.models.generate_content(model=M, contents=contents)
            parts = []
            parts += messages
            client.models.generate_content(model=M, contents=parts)
            other = list()
            fill(other)
            client.models.generate_content(model=M, contents=other)
            text = ""
            for message in messages:
                text += message
            client.models.generate_content(model=M, contents=text)
            last = []
            last.insert(0, messages)
            client.models.generate_content(model=M, contents=last)
            joined = "".join(messages)
            client.models.generate_content(model=M, contents=joined)
            sliced = []
            sliced[:] = messages
            client.models.generate_content(model=M, contents=sliced)
            self.contents = []
            client.models.generate_content(model=M, contents=self.contents + messages)
    """)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "NEVER"}]', '"NEVER"'),
        ('[{"category": "HARASSMENT", "threshold": "BLOCK_NONE"}]', '"HARASSMENT"'),
        ('[types.SafetySetting(category="HARASSMENT", threshold="OFF")]', '"HARASSMENT"'),
        ('[types.SafetySetting(category=c, threshold="NEVER") for c in CATEGORIES]', '"NEVER"'),
        ('[types.SafetySetting(category=c, threshold=types.HarmBlockThreshold.NEVER)]',
         "types.HarmBlockThreshold.NEVER"),
        ('[types.SafetySetting(category=types.HarmCategory.HARASSMENT, threshold="OFF")]',
         "types.HarmCategory.HARASSMENT"),
        ('[dict(category=c, threshold="NEVER")]', '"NEVER"'),
        ('list([{"category": c, "threshold": "NEVER"}])', '"NEVER"'),
        ('[*BASE, {"category": c, "threshold": "NEVER"}]', '"NEVER"'),
    ],
)  # fmt: skip
def test_safety_settings(settings: str, words: str) -> None:
    code = "GEM501" if "HARASSMENT" in words else "GEM503"
    agrees(f"""{HEAD}
def run(c):
    settings = {settings}  # {code} at {words}
    client.models.generate_content(
        model=M, contents="Hi", config=types.GenerateContentConfig(safety_settings=settings))
""")


def test_noop_safety_settings() -> None:
    program("""
        def run(c):
            settings = [
                types.SafetySetting(category=c, threshold="BLOCK_NONE") for c in types.HarmCategory
            ]
            client.models.generate_content(
                model=M, contents="Hi", config=types.GenerateContentConfig(safety_settings=settings))
            settings = [
                types.SafetySetting(
                    category=types.HarmCategory.HARM_CATEGORY_HARASSMENT,
                    threshold=types.HarmBlockThreshold.OFF,
                ),
                {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "block_none"},
            ]
            client.models.generate_content(
                model=M, contents="Hi", config={"safety_settings": settings})
    """)
