# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""Factories, defaults, annotations, lambdas and calls that are handed on."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
from annotated import agrees

HEAD = """
import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from typing import Annotated, Any, Final, Optional, Union
from google import genai
from google.genai import types
client = genai.Client()
M = "gemini-3-flash-preview"

"""


def program(body: str, **settings: Any) -> None:
    agrees(HEAD + textwrap.dedent(body), **settings)


def test_factory() -> None:
    program("""
        def get_client():
            return genai.Client()

        def get_config(hot):
            if hot:
                return {"temperature": 5}  # GEM101 at 5
            return {"temperature": 0.5}

        client = get_client()
        client.models.generate_content(model=M, contents="Hi", config=get_config(True))
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": 6})  # GEM101 at 6
    """)


def test_cached_factory() -> None:
    program("""
        @lru_cache(maxsize=1)
        def get_client() -> genai.Client:
            return genai.Client()

        @functools.cache
        def other():
            return genai.Client()

        get_client().models.generate_content(
            model=M, contents="Hi", config={"temperature": 6})  # GEM101 at 6
        other().models.generate_content(
            model=M, contents="Hi", config={"temperature": 7})  # GEM101 at 7
    """)


def test_factory_with_a_global() -> None:
    program("""
        _client = None

        def get_client():
            global _client
            if _client is None:
                _client = genai.Client()
            return _client

        get_client().models.generate_content(
            model=M, contents="Hi", config={"temperature": 6})  # GEM101 at 6
    """)


def test_factory_known_by_its_annotation_only() -> None:
    program("""
        def get_client() -> genai.Client:
            return registry["client"]

        get_client().models.generate_content(
            model=M, contents="Hi", config={"temperature": 6})  # GEM101 at 6
    """)


def test_async_factory() -> None:
    program("""
        async def get_client():
            return genai.Client()

        async def run():
            client = await get_client()
            await client.aio.models.generate_content(
                model=M, contents="Hi", config={"temperature": 6})  # GEM101 at 6
    """)


def test_defaults() -> None:
    program("""
        def run(
            text,
            model="gemini-1.5-pro",  # GEM202 at "gemini-1.5-pro"
            *,
            heat: float = 5,  # GEM101 at 5
            config=None,
            top_p: float | None = None,
        ):
            client.models.generate_content(
                model=model, contents=text, config={"temperature": heat, "top_p": top_p})

        async def run_later(text, heat=6):  # GEM101 at 6
            await client.aio.models.generate_content(
                model=M, contents=text, config={"temperature": heat})
    """)


def test_default_from_a_constant() -> None:
    program("""
        HEAT = 5  # GEM101 at 5

        def run(text, heat=HEAT):
            client.models.generate_content(model=M, contents=text, config={"temperature": heat})
    """)


def test_default_replaced_before_the_call() -> None:
    program("""
        def run(text, heat=5):
            heat = 0.5
            client.models.generate_content(model=M, contents=text, config={"temperature": heat})

        def fall_back(text, heat=None):
            if heat is None:
                heat = 5  # GEM101 at 5
            client.models.generate_content(model=M, contents=text, config={"temperature": heat})
    """)


@pytest.mark.parametrize(
    "annotation",
    [
        "genai.Client",
        "'genai.Client'",
        "Optional[genai.Client]",
        "Optional['genai.Client']",
        "genai.Client | None",
        "None | genai.Client",
        "'genai.Client | None'",
        "'Optional[genai.Client]'",
        "Union[genai.Client, None]",
        "Union[None, genai.Client]",
        "Annotated[genai.Client, Depends(get)]",
        "genai.client.Client",
        "Final[genai.Client]",
    ],
)
def test_annotations(annotation: str) -> None:
    program(f"""
        def run(c: {annotation}, text):
            c.models.generate_content(
                model=M, contents=text, config={{"temperature": 6}})  # GEM101 at 6

        async def later(text, c: {annotation} = None):
            await c.aio.models.generate_content(
                model=M, contents=text, config={{"temperature": 7}})  # GEM101 at 7
    """)


@pytest.mark.parametrize(
    "annotation", ["Client", "openai.Client", "'x y'", "list[str]", "1", "...", "'1 +'"]
)
def test_noop_annotations(annotation: str) -> None:
    program(f"""
        def run(c: {annotation}, text):
            c.models.generate_content(model=M, contents=text, config={{"temperature": 6}})
    """)


def test_annotated_old_model() -> None:
    agrees(
        """
        import google.generativeai as genai

        def run(model: genai.GenerativeModel, text):
            model.generate_content(text, generation_config={"temperature": 6})  # GEM101 at 6
    """,
        ignore=("GEM801",),
    )


def test_annotated_variable() -> None:
    agrees(
        """
        import google.generativeai as genai

        def run(registry, text):
            other: Model = registry.get("other")
            other.generate_content(text, generation_config={"temperature": 5})
            model: genai.GenerativeModel = registry.get("model")
            model.generate_content(text, generation_config={"temperature": 6})  # GEM101 at 6
            model = registry.get("another")
            model.generate_content(text, generation_config={"temperature": 7})

        def made(text):
            from elsewhere import get_model

            first = get_model()
            first.generate_content(text, generation_config={"temperature": 5})
            second: genai.GenerativeModel = get_model()
            second.generate_content(text, generation_config={"temperature": 6})  # GEM101 at 6
    """,
        ignore=("GEM801",),
    )


def test_dependencies_that_are_handed_in() -> None:
    agrees(
        """
        from typing import Annotated
        from fastapi import Depends, FastAPI
        from google import genai
        import google.generativeai as older

        class Settings:
            heat = 5  # GEM101 at 5

        def get_settings():
            return Settings()

        def get_client() -> genai.Client:
            return genai.Client(vertexai=True, project="p", location="global")

        def get_model():
            return older.GenerativeModel("gemini-3-flash-preview")

        app = FastAPI()
        Client = Annotated[genai.Client, Depends(get_client)]

        @app.get("/default")
        def default(text, model=Depends(get_model), settings: Settings = Depends(get_settings)):
            model.generate_content(text, generation_config={"temperature": settings.heat})

        @app.get("/annotated")
        def annotated(text, client: Annotated[genai.Client, Depends(get_client)]):
            client.models.generate_content(
                model="gemini-1.5-flash-8b",  # GEM202 at "gemini-1.5-flash-8b"
                contents=text, config={"labels": {"a": "b"}})

        @app.get("/alias")
        def alias(text, client: Client):
            client.models.generate_content(
                model="gemini-3-flash-preview", contents=text,
                config={"labels": {"a": "b"}, "temperature": 6})  # GEM101 at 6
    """,
        ignore=("GEM801",),
    )


def test_taking_turns() -> None:
    program("""
        import itertools
        from itertools import cycle

        class Turns:
            def __init__(self):
                self.heats = cycle([0.5, 5])  # GEM101 at 5

            def write(self, text):
                client.models.generate_content(
                    model=M, contents=text, config={"temperature": next(self.heats)})

        heats = itertools.cycle((0.5, 6))  # GEM101 at 6
        first = next(iter([7, 0.5]), 8)  # GEM101 at 7 # GEM101 at 8
        usable = next((heat for heat in (9, 0.5) if heat < 2), 0.5)

        def write(text):
            for heat in (next(heats), first, usable):
                client.models.generate_content(
                    model=M, contents=text, config={"temperature": heat})
    """)


def test_lambdas() -> None:
    program("""
        ask = lambda text, heat=5: client.models.generate_content(  # GEM101 at 5
            model=M, contents=text, config={"temperature": heat})
        make = lambda: genai.Client()
        make().models.generate_content(
            model=M, contents="Hi", config={"temperature": 6})  # GEM101 at 6
    """)


def test_partial() -> None:
    program("""
        ask = partial(client.models.generate_content, model="gemini-1.5-pro")  # GEM202 at "gemini-1.5-pro"
        ask(contents="Hi", config={"temperature": 6})  # GEM101 at 6
        other = functools.partial(
            client.models.generate_content, config={"temperature": 7})  # GEM101 at 7
        other(model=M, contents="Hi")
    """)


def test_to_thread_and_executors() -> None:
    program("""
        async def run():
            await asyncio.to_thread(
                client.models.generate_content,
                model=M, contents="Hi",
                config={"temperature": 5},  # GEM101 at 5
            )
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(None, lambda: client.models.generate_content(
                model=M, contents="Hi",
                config={"temperature": 6},  # GEM101 at 6
            ))
            await loop.run_in_executor(None, partial(
                client.models.generate_content,
                model=M, contents="Hi",
                config={"temperature": 7},  # GEM101 at 7
            ))
            await asyncio.wait_for(client.aio.models.generate_content(
                model=M, contents="Hi",
                config={"temperature": 8},  # GEM101 at 8
            ), timeout=5)
            with ThreadPoolExecutor() as pool:
                pool.submit(
                    client.models.generate_content,
                    model=M, contents="Hi",
                    config={"temperature": 9},  # GEM101 at 9
                )
    """)


def test_arguments_of_what_it_is_handed_to() -> None:
    program("""
        chat = client.chats.create(model=M)
        with_timeout(chat.send_message, 30, "Hi")
        retry(chat.send_message, "", 3)
        loop.call_later(5, chat.send_message, "")  # GEM402 at ""
        threading.Thread(
            target=client.models.generate_content, kwargs={"model": M, "contents": "Hi"}, daemon=True)
        with_retry(client.models.generate_content, model=M, contents="Hi", retries=5)
        with_retry(
            client.models.generate_content, retries=5, model=M, contents="Hi",
            config={"temperature": 5},  # GEM101 at 5
        )
        asyncio.to_thread(
            client.models.generate_content, model=M, contents="Hi", retries=5)  # GEM111 at retries
    """)


def test_bound_method_in_a_variable() -> None:
    program("""
        generate = client.models.generate_content
        generate(model=M, contents="Hi", config={"temperature": 5})  # GEM101 at 5
        models = client.models
        models.generate_content(model=M, contents="Hi", config={"temperature": 6})  # GEM101 at 6
        aio = client.aio
        async def run():
            await aio.models.generate_content(
                model=M, contents="Hi", config={"temperature": 7})  # GEM101 at 7
            async for chunk in await aio.models.generate_content_stream(
                model=M, contents="Hi", config={"temperature": 8}):  # GEM101 at 8
                print(chunk)
    """)


def test_attribute_by_its_name() -> None:
    program("""
        class Settings:
            heat = 5  # GEM101 at 5
            width = 0.5

        settings = Settings()
        models = getattr(client, "models")
        getattr(models, "generate_content")(
            model="gemini-1.5-pro", contents="Hi"  # GEM202 at "gemini-1.5-pro"
        )
        ask = getattr(client.models, "generate_content", None)
        ask(
            model=M,
            contents="Hi",
            config={
                "temperature": getattr(settings, "heat"),
                "top_p": getattr(settings, "width", 7),
                "candidate_count": getattr(settings, "count", 9),  # GEM105 at 9
                "max_output_tokens": getattr(types, "UNHEARD_OF", 0),  # GEM106 at 0
            },
        )
        getattr(models, name)(model=M, contents="Hi", config={"temperature": 5})
    """)


def test_decorated() -> None:
    program("""
        @retry(stop=stop_after_attempt(5))
        def run(text, heat=5):  # GEM101 at 5
            return client.models.generate_content(
                model=M, contents=text, config={"temperature": heat})

        @app.get("/")
        async def endpoint(heat: float = Query(0.5, le=2)):
            return await client.aio.models.generate_content(
                model=M, contents="Hi", config={"temperature": heat})
    """)


def test_default_of_a_request() -> None:
    program("""
        import fastapi
        from fastapi import Body, Form, Query

        @app.post("/")
        async def endpoint(
            model: str = Form("gemini-1.5-pro"),  # GEM202 at "gemini-1.5-pro"
            heat: float = Query(default=5, le=9),  # GEM101 at 5
            top: float = fastapi.Header(7),  # GEM103 at 7
            text: str = Body(...),
            stop: list[str] = Query(None),
        ):
            client.models.generate_content(
                model=model, contents=text, config={"stop_sequences": stop})
            return await client.aio.models.generate_content(
                model=M, contents="Hi", config={"temperature": heat, "top_p": top})
    """)


def test_positional_arguments() -> None:
    agrees(
        """
        import google.generativeai as genai
        model = genai.GenerativeModel(
            "gemini-pro",  # GEM202 at "gemini-pro"
            {"HARASSMENT": "NEVER"},  # GEM503 at "NEVER"
            {"temperature": 5},  # GEM101 at 5
        )
        model.generate_content("Hi")
        model.generate_content(["Hi"], generation_config=genai.GenerationConfig(5))
        genai.embed_content("models/embedding-001", "Hi")  # GEM202 at "models/embedding-001"
    """.replace(
            '        model.generate_content(["Hi"], generation_config=genai.GenerationConfig(5))\n',
            "",
        ),
        ignore=("GEM801",),
    )


def test_spread_arguments() -> None:
    program("""
        ARGUMENTS = dict(
            model="gemini-1.5-pro",  # GEM202 at "gemini-1.5-pro"
            contents="Hi",
            config={"temperature": 5},  # GEM101 at 5
        )
        client.models.generate_content(**ARGUMENTS)

        def run(text, **rest):
            request = {"model": M, "contents": text}
            request["config"] = {"temperature": 6}  # GEM101 at 6
            client.models.generate_content(**request, **rest)
    """)


def test_noop_arguments_through_the_projects_own_functions() -> None:
    program("""
        def ask(text, heat, model):
            return client.models.generate_content(
                model=model, contents=text, config={"temperature": heat})

        ask("Hi", 5, "gemini-1.5-pro")
    """)


def test_recursive_functions() -> None:
    program("""
        def ping(n):
            return pong(n)

        def pong(n):
            return ping(n)

        def deeper(config):
            return deeper(config) or {"temperature": 5}  # GEM101 at 5

        client.models.generate_content(model=ping(1), contents="Hi", config=deeper({}))
        loop = lambda: loop()
        loop().models.generate_content(model=ping(1), contents="Hi", config=deeper({}))
    """)


def test_generator() -> None:
    program("""
        def heats():
            yield 0.5
            yield 5

        for heat in heats():
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)
