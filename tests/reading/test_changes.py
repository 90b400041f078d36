# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""Objects that are changed under another name, by functions, by methods, or on every way."""

from __future__ import annotations

import textwrap

import pytest
from annotated import agrees

HEAD = """
import argparse
import dataclasses
import os
from dataclasses import dataclass
from string import Template
import click
from google import genai
from google.genai import types
client = genai.Client()
M = "gemini-3-flash-preview"
def ask(config):
    pass
"""
CALL = 'client.models.generate_content(model=M, contents="Hi", config=config)'


def program(body: str, call: str = CALL) -> None:
    agrees(HEAD + textwrap.dedent(body).strip() + "\n" + call + "\n")


@pytest.mark.parametrize(
    "statements",
    [
        'config = {"temperature": 5}\nother = config\nother["temperature"] = 1',
        'other = {"temperature": 5}\nconfig = other\nother["temperature"] = 1',
        "config = types.GenerateContentConfig(temperature=5)\nother = config\nother.temperature = 1",
        'config = {"temperature": 1}\nother = config\nother = {}\nother["temperature"] = 5',
        'config = {"temperature": 1}\nother = config.copy()\nother["temperature"] = 5',
        'config = types.GenerateContentConfig(temperature=5)\nsetattr(config, "temperature", 1)',
        'config = {"temperature": 5}\nprint(config.pop("temperature"))',
        'config = {"temperature": 5}\nif hot:\n    config["temperature"] = 1\nelse:\n    config["temperature"] = 0',
        "config = types.GenerateContentConfig(temperature=5)\nif hot:\n    config.temperature = 1\nelse:\n    config.temperature = 0",
        'def cool(it):\n    it["temperature"] = 1\nconfig = {"temperature": 5}\ncool(config)',
        "def cool(name, *, it):\n    it.temperature = 1\nconfig = types.GenerateContentConfig(temperature=5)\ncool(1, it=config)",
        'def typed(it):\n    it["response_mime_type"] = "application/json"\nconfig = {"response_schema": list[str]}\ntyped(config)',
        'config = types.GenerateContentConfig(temperature=5).model_copy(update={"temperature": 1})',
    ],
)
def test_what_is_replaced_is_silent(statements: str) -> None:
    program(statements)


@pytest.mark.parametrize(
    "statements",
    [
        'config = {"temperature": 1}\nother = config\nother["temperature"] = 5  # GEM101 at 5',
        'other = {"temperature": 1}\nconfig = other\nother["temperature"] = 5  # GEM101 at 5',
        'config = {"temperature": 5}  # GEM101 at 5\nother = config.copy()\nother["temperature"] = 1',
        'config = types.GenerateContentConfig()\nsetattr(config, "temperature", 5)  # GEM101 at 5',
        'config = {"temperature": 5}  # GEM101 at 5\nif hot:\n    config["temperature"] = 1',
        'config = {"temperature": 1}\nif hot:\n    config["temperature"] = 0\nelse:\n    config["temperature"] = 5  # GEM101 at 5',
        'def heat(it):\n    it["temperature"] = 5  # GEM101 at 5\nconfig = {"temperature": 1}\nheat(config)',
        'def cool(it, hot):\n    if hot:\n        it["temperature"] = 1\nconfig = {"temperature": 5}  # GEM101 at 5\ncool(config, 2)',
        "config = types.GenerateContentConfig(temperature=5).model_copy()  # GEM101 at 5",
        'config = types.GenerateContentConfig().model_copy(update={"temperature": 5})  # GEM101 at 5',
        'config = types.GenerateContentConfig.model_validate({"temperature": 5})  # GEM101 at 5',
        'config = {"temperature": float(os.environ.setdefault("T", "5"))}  # GEM101 at "5"',
    ],
)
def test_what_is_set_is_found(statements: str) -> None:
    program(statements)


@pytest.mark.parametrize("cold", ["{} < 0", "not {} >= 0", "{} == -1", "x or {} in (-1, 0)"])
@pytest.mark.parametrize(
    ("start", "heat"),
    [
        ("it = Settings()", "it.heat"),
        ("it = make() or Settings()", "it.heat"),
        ("it = Settings(heat=-1)", "it.heat"),
        ("it = types.GenerateContentConfig(temperature=-1)", "it.temperature"),
        ('it = {"heat": -1}', 'it["heat"]'),
        ('it = {"heat": float(os.getenv("HEAT", "-1"))}', 'it["heat"]'),
        ("def use(it: Settings):", "it.heat"),
        (
            "it = argparse.ArgumentParser()\nit.add_argument('--heat', default=-1)\nit = it.parse_args()",
            "it.heat",
        ),
    ],
)
def test_noop_what_is_replaced_where_it_is_asked_for(start: str, heat: str, cold: str) -> None:
    body = f"if {cold.format(heat)}:\n    {heat} = 1\nconfig = {{'temperature': {heat}}}\n{CALL}"
    if start.endswith(":"):
        body = textwrap.indent(body, "    ")
    program(f"@dataclass\nclass Settings:\n    heat: float = -1\n{start}\n{body}", "")


def test_noop_what_is_replaced_where_it_is_got() -> None:
    program("""
        @dataclass
        class Settings:
            heat: float = -1

        it = Settings()
        if getattr(it, "heat", 0) < 0:
            it.heat = 1
        client.models.generate_content(model=M, contents="Hi", config={"temperature": it.heat})
        config = {"temperature": -1, "top_p": -1}
        if config.get("temperature", 0) < 0:
            config["temperature"] = 1
        if config["top_p"] < 0:
            config["top_p"] = None
    """)


def test_what_is_replaced_in_the_attribute_of_an_object() -> None:
    program(
        """
        @dataclass
        class Settings:
            heat: float = -1
            width: float = -1  # GEM103 at -1

        class Writer:
            def __init__(self, settings: Settings | None = None):
                self.settings = settings or Settings()
                if self.settings.heat < 0:
                    self.settings.heat = 1
                if self.settings.width > 1:
                    self.settings.width = 1

            def write(self, text):
                client.models.generate_content(
                    model=M,
                    contents=text,
                    config={"temperature": self.settings.heat, "top_p": self.settings.width},
                )
    """,
        "",
    )


def test_option_that_may_be_replaced() -> None:
    program("""
        parser = argparse.ArgumentParser()
        parser.add_argument("--heat", type=float, default=-1)  # GEM101 at -1
        args = parser.parse_args()
        if hot:
            args.heat = 7  # GEM101 at 7
        config = {"temperature": args.heat}
    """)


@pytest.mark.parametrize("test", ["{} > 2", "hot", "{} < 0 and hot"])
@pytest.mark.parametrize("heat", ["it.heat", 'config["temperature"]'])
def test_what_may_be_left_where_it_is_asked_for(heat: str, test: str) -> None:
    program(f"""
        @dataclass
        class Settings:
            heat: float = -1  # GEM101 at -1

        config = {{"temperature": Settings().heat}}
        it = Settings()
        if {test.format(heat)}:
            {heat} = 1
        config["top_k"] = 1
        client.models.generate_content(model=M, contents="Hi", config={{"temperature": it.heat}})
    """)


def test_module_that_goes_on_building_a_configuration() -> None:
    program(
        """
        config = {"cached_content": "cachedContents/1", "temperature": 5}
        config["tools"] = [{"google_search": {}}]  # GEM112 at "tools"
        config["temperature"] = 1
        """,
        "def run():\n    " + CALL,
    )


@pytest.mark.parametrize(
    ("body", "start"),
    [
        ('self.heat = 5\nself.heat = 1\nself.config = {"temperature": self.heat}', ""),
        ('self.config = {"temperature": 5}\nself.config["temperature"] = 1', ""),
        (
            "self.config = types.GenerateContentConfig(temperature=5)\nself.config.temperature = 1",
            "",
        ),
        ('config = {"temperature": 5}\nself.config = config\nconfig["temperature"] = 1', ""),
        ("self.config = {}", 'config = {"temperature": 5}'),
    ],
)
def test_attribute_that_init_has_the_last_word_on(body: str, start: str) -> None:
    inner = textwrap.indent(body, "        ")
    program(
        f"class Writer:\n    {start or 'pass'}\n    def __init__(self):\n{inner}\n"
        f"    def run(self):\n        {CALL.replace('=config', '=self.config')}",
        "",
    )


@pytest.mark.parametrize("name", ["setUp", "asyncSetUp", "setup_method"])
def test_attribute_that_each_test_is_given_first(name: str) -> None:
    program(
        f"class TestWriter:\n    config = {{'temperature': 5}}\n    def {name}(self):\n"
        "        self.config = {'temperature': 1}\n"
        f"    def test(self):\n        {CALL.replace('=config', '=self.config')}",
        "",
    )


def test_class_attribute_without_an_object() -> None:
    program(
        """
        class Writer:
            HEAT = 5  # GEM101 at 5
            def __init__(self, heat):
                self.HEAT = 1
        config = {"temperature": Writer.HEAT}
        """
    )


def test_replaced_field_of_a_dataclass() -> None:
    program(
        """
        @dataclass
        class Settings:
            heat: float = 1
            top_p: float = 2
        settings = dataclasses.replace(Settings(), heat=5, top_p=0.5)  # GEM101 at 5
        config = {"temperature": settings.heat, "top_p": settings.top_p}
        """
    )


def test_default_of_a_click_option() -> None:
    program(
        """
        @click.command()
        @click.option("-t", "--heat", "temperature", default=5)  # GEM101 at 5
        @click.option("--top-p", default=2)  # GEM103 at 2
        @click.option("--top-k", default=None)
        def run(temperature, top_p, top_k):
            config = {"temperature": temperature, "top_p": top_p, "top_k": top_k}
        """,
        "    " + CALL,
    )


def test_template() -> None:
    program(
        """
        PROMPT = Template("Écris-moi une longue histoire sur les chats du village, $name, en français")  # GEM401 at "Écris-moi une longue histoire sur les chats du village, $name, en français"
        text = PROMPT.substitute(name="Léa")
        client.models.generate_content(model=M, contents=text)
        """,
        "",
    )


def test_cut_model_name() -> None:
    program(
        """
        NAME = "models/gemini-1.5-pro"  # GEM202 at "models/gemini-1.5-pro"
        client.models.generate_content(model=NAME.lstrip("/").removeprefix("models/"), contents="Hi")
        """,
        "",
    )


@pytest.mark.parametrize("value", ["self.model.strip()", 'os.getenv("MODEL", self.model)'])
def test_class_attribute_that_init_reads(value: str) -> None:
    program(
        f"""
        class Writer:
            model = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
            def __init__(self):
                self.model = {value}
            def run(self):
                client.models.generate_content(model=self.model, contents="Hi")
        """,
        "",
    )


@pytest.mark.parametrize(
    "taken_out",
    [
        'config["max_output_tokens"] = config.pop("max_tokens")',
        'if "max_tokens" in config:\n    config["max_output_tokens"] = config.pop("max_tokens")',
        'if config.get("max_tokens"):\n    del config["max_tokens"]',
        'if (most := config.pop("max_tokens", None)):\n    config["max_output_tokens"] = most',
        'if config.pop("max_tokens", None):\n    print(config)',
        'for name in ("max_tokens", "n"):\n    config.pop(name, None)',
        "for name in list(config):\n    if name not in known:\n        del config[name]",
        'config = dict(max_output_tokens=config.pop("max_tokens"), **config)',
    ],
)
def test_keys_that_are_taken_out(taken_out: str) -> None:
    program(f'config = {{"max_tokens": 100}}\n{taken_out}')


@pytest.mark.parametrize(
    "left", ['config.pop("n", None)', 'for name in ("n", "stop"):\n    config.pop(name, None)']
)
def test_keys_that_are_left(left: str) -> None:
    program(f'config = {{"max_tokens": 100}}  # GEM111 at "max_tokens"\n{left}')


def test_state_of_a_streamlit_session() -> None:
    agrees(
        """
        import streamlit as st
        import google.generativeai as genai

        if "model" not in st.session_state:
            st.session_state.model = genai.GenerativeModel("gemini-3-flash-preview")
            st.session_state["name"] = "gemini-1.5-flash"  # GEM202 at "gemini-1.5-flash"
            st.session_state.setdefault("heat", 5)  # GEM101 at 5
            st.session_state.messages = []
            st.session_state.question = ""
            st.session_state.chat = st.session_state.model.start_chat(history=[])

        def ask(text):
            st.session_state.model.generate_content(
                st.session_state.messages, generation_config={"temperature": 6})  # GEM101 at 6
            st.session_state["chat"].send_message(
                st.session_state.question, generation_config={"top_k": 0})  # GEM104 at 0
            genai.GenerativeModel(
                st.session_state.name, generation_config={"temperature": st.session_state.heat}
            ).generate_content(text)
            st.session_state.other.generate_content(text, generation_config={"temperature": 7})
    """,
        ignore=("GEM801",),
    )
