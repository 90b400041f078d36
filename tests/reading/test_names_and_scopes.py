# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""What a name means where it is used."""

from __future__ import annotations

from typing import Any

import pytest
from annotated import agrees

HEAD = """
from google import genai
from google.genai import types
client = genai.Client()
M = "gemini-3-flash-preview"

"""


def program(body: str, **settings: Any) -> None:
    import textwrap

    agrees(HEAD + textwrap.dedent(body), **settings)


def test_last_assignment_counts() -> None:
    program("""
        heat = 5
        heat = 0.5
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
        heat = 7  # GEM101 at 7
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
        heat = 9
    """)


def test_if_and_else() -> None:
    program("""
        def run(fast):
            if fast:
                heat = 5  # GEM101 at 5
            else:
                heat = 0.5
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_elif_chain() -> None:
    program("""
        def run(mode):
            heat = 9
            if mode == "a":
                heat = 5  # GEM101 at 5
            elif mode == "b":
                heat = 6  # GEM101 at 6
            else:
                heat = 0.5
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_if_without_else_keeps_what_was_before() -> None:
    program("""
        def run(mode):
            heat = 9  # GEM101 at 9
            if mode:
                heat = 0.5
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_an_arm_that_returns_does_not_count() -> None:
    program("""
        def run(mode):
            heat = 0.5
            if mode:
                heat = 9
                return heat
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_within_an_arm() -> None:
    program("""
        def run(mode):
            if mode:
                heat = 0.5
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
            else:
                heat = 9
    """)


def test_loop_over_a_list() -> None:
    program("""
        for heat in [0.1, 5, 0.9]:  # GEM101 at 5
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_loop_over_a_named_tuple_of_models() -> None:
    program("""
        MODELS = (
            "gemini-3-flash-preview",
            "gemini-1.5-pro",  # GEM202 at "gemini-1.5-pro"
        )
        for model in MODELS:
            client.models.generate_content(model=model, contents="Hi")
    """)


def test_loop_over_pairs() -> None:
    program("""
        for name, heat in [("a", 0.1), ("b", 5)]:  # GEM101 at 5
            client.models.generate_content(model=M, contents=name, config={"temperature": heat})
    """)


def test_loop_with_product() -> None:
    program("""
        import itertools
        for heat, top_k in itertools.product([0.1, 5], (0, 9)):  # GEM101 at 5 # GEM104 at 0
            client.models.generate_content(
                model=M, contents="Hi", config={"temperature": heat, "top_k": top_k})
        for heat, top_k in itertools.product([5], unknown):
            client.models.generate_content(
                model=M, contents="Hi", config={"temperature": heat, "top_k": top_k})
    """)


def test_loop_with_enumerate_and_zip() -> None:
    program("""
        for number, heat in enumerate([0.1, 5]):  # GEM101 at 5
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
        for name, heat in zip(["a", "b"], [0.1, 6]):  # GEM101 at 6
            client.models.generate_content(model=M, contents=name, config={"temperature": heat})
    """)


def test_loop_over_items() -> None:
    program("""
        HEATS = {"a": 0.1, "b": 5}  # GEM101 at 5
        for name, heat in HEATS.items():
            client.models.generate_content(model=M, contents=name, config={"temperature": heat})
        for heat in HEATS.values():
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_a_value_of_the_round_before() -> None:
    program("""
        def run(rounds):
            heat = 0.5
            for _ in rounds:
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
                heat = 5  # GEM101 at 5
    """)


def test_what_a_name_holds_until_a_loop_finds_more() -> None:
    program("""
        def run(parts):
            text, count, tokens = "", 0, 0
            width = 7  # GEM103 at 7
            top = 0  # GEM104 at 0
            for part in parts:
                count += 1
                if part.fits:
                    text, tokens, width = part.text, len(part.text), part.width
                    break
            if parts:
                top = len(parts)
            client.models.generate_content(
                model=M,
                contents=text,
                config=types.GenerateContentConfig(
                    candidate_count=count, max_output_tokens=tokens, top_p=width, top_k=top
                ),
            )
    """)


def test_break_and_return_in_a_loop() -> None:
    program("""
        def run(parts, heat=0.5, width=0.5):
            for part in parts:
                if part.hot:
                    heat = 5  # GEM101 at 5
                    break
                if part.wide:
                    width = 5
                    return
            client.models.generate_content(
                model=M, contents="Hi", config={"temperature": heat, "top_p": width}
            )
    """)


def test_while_true() -> None:
    program("""
        def run():
            while True:
                heat = 5  # GEM101 at 5
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_while_with_a_fallback_model() -> None:
    program("""
        def run():
            model = "gemini-3-flash-preview"
            while True:
                try:
                    return client.models.generate_content(model=model, contents="Hi")
                except Exception:
                    model = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
    """)


def test_comprehension() -> None:
    program("""
        answers = [
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
            for heat in (0.1, 5)  # GEM101 at 5
        ]
    """)


def test_nested_comprehension() -> None:
    program("""
        answers = [
            client.models.generate_content(model=model, contents="Hi", config={"temperature": heat})
            for model in [
                "gemini-1.5-pro",  # GEM202 at "gemini-1.5-pro"
                M,
            ]
            for heat in (0.1, 5)  # GEM101 at 5
        ]
    """)


def test_try_and_except() -> None:
    program("""
        try:
            heat = 0.5
        except ValueError:
            heat = 5  # GEM101 at 5
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_try_except_that_raises() -> None:
    program("""
        try:
            heat = float(input())
        except ValueError:
            heat = 5
            raise
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_try_else_and_finally() -> None:
    program("""
        def run():
            try:
                prepare()
            except ValueError:
                heat = 0.5
            else:
                heat = 5  # GEM101 at 5
            finally:
                close()
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_finally_counts_last() -> None:
    program("""
        heat = 5
        try:
            heat = 6
        finally:
            heat = 0.5
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_with() -> None:
    agrees("""
        from google import genai

        with genai.Client() as client:
            client.models.generate_content(
                model="gemini-3-flash-preview", contents="Hi", config={"temperature": 5}  # GEM101 at 5
            )

        async def run():
            async with genai.Client().aio as aclient:
                await aclient.models.generate_content(
                    model="gemini-3-flash-preview", contents="Hi",
                    config={"temperature": 6},  # GEM101 at 6
                )
    """)


def test_match() -> None:
    program("""
        def run(mode):
            match mode:
                case "hot":
                    heat = 5  # GEM101 at 5
                case "cold":
                    heat = 0.1
                case _:
                    heat = 0.5
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_match_capture_is_unknown() -> None:
    program("""
        heat = 5
        def run(mode):
            match mode:
                case {"heat": heat}:
                    client.models.generate_content(
                        model=M, contents="Hi", config={"temperature": heat}
                    )
                case [_, *heat]:
                    client.models.generate_content(
                        model=M, contents="Hi", config={"temperature": heat}
                    )
                case {"a": 1, **heat}:
                    client.models.generate_content(
                        model=M, contents="Hi", config={"temperature": heat}
                    )
    """)


def test_closure() -> None:
    program("""
        def outer():
            heat = 5  # GEM101 at 5

            def inner():
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})

            return inner
    """)


def test_parameter_hides_a_constant() -> None:
    program("""
        heat = 5

        def run(heat):
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})

        def vary(*heat):
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})

        def named(**heat):
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})

        def loop(values):
            for heat in values:
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})

        def opened(path):
            with open(path) as heat:
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})

        def caught():
            try:
                pass
            except ValueError as heat:
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_global() -> None:
    program("""
        heat = None

        def setup():
            global heat
            heat = 5  # GEM101 at 5

        def run():
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_global_client_and_model_set_later() -> None:
    agrees("""
        import google.generativeai as genai  # GEM801 at google.generativeai as genai

        model = None

        def setup():
            global model
            genai.configure(api_key="k")
            model = genai.GenerativeModel("gemini-pro")  # GEM202 at "gemini-pro"

        def run():
            return model.generate_content("Hi", generation_config={"temperature": 5})  # GEM101 at 5
    """)


def test_nonlocal() -> None:
    program("""
        def outer():
            heat = 0.5

            def change():
                nonlocal heat
                heat = 5  # GEM101 at 5

            def run():
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_nonlocal_two_functions_up() -> None:
    program("""
        def outer():
            heat = 0.5

            def middle():
                def change():
                    nonlocal heat
                    heat = 5  # GEM101 at 5

            def run():
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_del() -> None:
    program("""
        config = {"temperature": 5, "top_p": 0.5}
        del config["temperature"]
        client.models.generate_content(model=M, contents="Hi", config=config)
        config = {"temperature": 5, "top_p": 0.5}
        config.pop("temperature")
        client.models.generate_content(model=M, contents="Hi", config=config)
        config = {"temperature": 5, "top_p": 0.5}
        config.pop("temperature", None)
        client.models.generate_content(model=M, contents="Hi", config=config)
        config = {"temperature": 5, "top_p": 0.5}
        heat = config.pop("temperature")
        client.models.generate_content(model=M, contents="Hi", config=config)
        config = {"temperature": 5, "top_p": 0.5}
        config.clear()
        client.models.generate_content(model=M, contents="Hi", config=config)
    """)


def test_del_of_an_attribute() -> None:
    program("""
        config = types.GenerateContentConfig(temperature=5)
        del config.temperature
        client.models.generate_content(model=M, contents="Hi", config=config)
    """)


def test_class_body_is_not_seen_by_its_methods() -> None:
    program("""
        heat = 0.5

        class Writer:
            heat = 5

            def run(self):
                client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_constant_defined_below_the_function() -> None:
    program("""
        def run():
            client.models.generate_content(model=M, contents="Hi", config={"temperature": HEAT})

        HEAT = 5  # GEM101 at 5
        run()
    """)


def test_walrus() -> None:
    program("""
        if (heat := 5) > 2:  # GEM101 at 5
            client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
        client.models.generate_content(
            model=M, contents="Hi", config=(config := {"temperature": 6})  # GEM101 at 6
        )
        client.models.generate_content(model=M, contents="Hi", config=config)
    """)


def test_augmented_assignment() -> None:
    program("""
        heat = 2
        heat += 3  # GEM101 at 3
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
        heat = 3
        heat *= 0.25
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
        heat = 8
        heat -= 7.5
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
        heat = 8
        heat /= 16
        client.models.generate_content(model=M, contents="Hi", config={"temperature": heat})
    """)


def test_unpacking() -> None:
    program("""
        a, (b, c) = 0.1, (5, 0.3)  # GEM101 at 5
        client.models.generate_content(model=M, contents="Hi", config={"temperature": b})
        [d, e] = 6, 0.1  # GEM101 at 6
        client.models.generate_content(model=M, contents="Hi", config={"temperature": d})
        first, *rest = 0.1, 7, 8
        client.models.generate_content(model=M, contents="Hi", config={"temperature": first})
        x, y = y, x = 0.1, 0.2
        client.models.generate_content(model=M, contents="Hi", config={"temperature": x})
    """)


def test_swap() -> None:
    program("""
        a, b = 5, 0.5  # GEM101 at 5
        a, b = b, a
        client.models.generate_content(model=M, contents="Hi", config={"temperature": b})
    """)


def test_conditional_and_or() -> None:
    program("""
        def run(hot, heat=None):
            client.models.generate_content(
                model=M, contents="Hi",
                config={"temperature": 5 if hot else 0.5},  # GEM101 at 5
            )
            client.models.generate_content(
                model=M, contents="Hi",
                config={"temperature": heat or 6},  # GEM101 at 6
            )
            client.models.generate_content(
                model=M, contents="Hi",
                config={"temperature": 0.5 or 7},
            )
    """)


def test_environment_default() -> None:
    program("""
        import os
        from os import environ, getenv

        client.models.generate_content(
            model=os.getenv("MODEL", "gemini-1.5-pro"),  # GEM202 at "gemini-1.5-pro"
            contents="Hi",
        )
        client.models.generate_content(
            model=os.environ.get("MODEL", "gemini-1.5-pro"),  # GEM202 at "gemini-1.5-pro"
            contents="Hi",
        )
        client.models.generate_content(
            model=environ.get("MODEL") or "gemini-1.5-pro",  # GEM202 at "gemini-1.5-pro"
            contents="Hi",
        )
        client.models.generate_content(
            model=getenv("MODEL", default="gemini-1.5-pro"),  # GEM202 at "gemini-1.5-pro"
            contents="Hi",
            config={"temperature": float(os.getenv("T", "5"))},  # GEM101 at "5"
        )
        client.models.generate_content(
            model=os.environ["MODEL"], contents="Hi",
            config={"temperature": float(os.environ.get("T", 0.3))},
        )
    """)


@pytest.mark.parametrize(
    "made",
    [
        "import environ\nenv = environ.Env()",
        "from environs import Env\nenv = Env()",
        "from environs import env",
    ],
)
def test_default_of_an_environment(made: str) -> None:
    agrees(f"""
{made}
from google import genai
client = genai.Client()
client.models.generate_content(
    model=env.str("MODEL", "gemini-1.5-pro"),  # GEM202 at "gemini-1.5-pro"
    contents="Hi",
    config={{"temperature": env.float("HEAT", default=5)}},  # GEM101 at 5
)
client.models.generate_content(
    model=env("MODEL", default="gemini-1.5-flash"),  # GEM202 at "gemini-1.5-flash"
    contents="Hi",
)
client.models.generate_content(model=env("MODEL"), contents="Hi")
""")


def test_section_and_option_of_a_settings_file() -> None:
    program("""
        import configparser

        settings = configparser.ConfigParser()
        settings.read("settings.ini")
        client.models.generate_content(
            model=settings.get("gemini", "gemini-1.5-pro"),
            contents="Hi",
            config={
                "temperature": settings.get("gemini", "temperature"),
                "response_mime_type": settings.get("gemini", "mime"),
            },
        )
        client.models.generate_content(
            model=settings.get("gemini", "model", fallback="gemini-1.5-pro"),  # GEM202 at "gemini-1.5-pro"
            contents="Hi",
        )
        client.models.generate_content(
            model=settings["gemini"].get("model", "gemini-1.5-pro"),  # GEM202 at "gemini-1.5-pro"
            contents="Hi",
        )
    """)


def test_default_of_get_by_keyword() -> None:
    program("""
        from flask import request

        client.models.generate_content(
            model=request.form.get("model", default="gemini-1.5-pro"),  # GEM202 at "gemini-1.5-pro"
            contents="Hi",
        )
    """)


def test_negative_and_computed_numbers() -> None:
    program("""
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": -0.5})  # GEM101 at -0.5
        client.models.generate_content(
            model=M, contents="Hi", config={"max_output_tokens": 1024 * 1024})  # GEM106 at 1024 * 1024
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": 10 / 100})
        client.models.generate_content(
            model=M, contents="Hi", config={"temperature": (5)})  # GEM101 at 5
    """)


def test_object_that_may_be_another_librarys() -> None:
    agrees("""
        from google import genai
        from other_ai import AsyncClient
        def client(kind):
            if kind == "google":
                return genai.Client()
            return AsyncClient()
        client("other").files.upload(data, filename="x")
        client("google").models.generate_content(model="gemini-1.5-pro", contents="Hi")  # GEM202 at "gemini-1.5-pro"
    """)
