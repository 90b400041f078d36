# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""Configurations as dictionaries, written at once or over several statements."""

from __future__ import annotations

import re
import textwrap

import pytest
from annotated import agrees

HEAD = """
import copy
import os
from collections import ChainMap, OrderedDict, defaultdict
from google import genai
from google.genai import types
client = genai.Client()
M = "gemini-3-flash-preview"

def run(hot, options, **rest):
"""
CALL = 'client.models.generate_content(model=M, contents="Hi", config=config)'


def program(body: str, call: str = CALL) -> None:
    inner = textwrap.dedent(body).strip() + "\n" + call
    agrees(HEAD + textwrap.indent(inner, "    ") + "\n")


@pytest.mark.parametrize(
    "expression",
    [
        '{"temperature": 5}',
        "dict(temperature=5)",
        'dict({"temperature": 5})',
        'dict([("temperature", 5)])',
        'dict({"top_p": 0.5}, temperature=5)',
        '{**{"temperature": 5}}',
        '{**{"temperature": 1.5, "top_p": 0.5}, "temperature": 5}',
        '{"temperature": 5} | {"top_p": 0.5}',
        '{"temperature": 0.5} | {"temperature": 5}',
        '{"temperature": 5, **options}',
        '{**options, "temperature": 5}',
        '{"temperature": 5, **({"top_p": 0.5} if hot else {})}',
        '{**({"temperature": 5} if hot else {})}',
        '{"temperature": 5} if hot else {"temperature": 0.5}',
        '{"temperature": 5} if hot else None',
        'options or {"temperature": 5}',
        'copy.deepcopy({"temperature": 5})',
        '{"temperature": 5}.copy()',
        "OrderedDict(temperature=5)",
        "types.GenerateContentConfig(temperature=5)",
        'types.GenerateContentConfig(**{"temperature": 5})',
        "types.GenerateContentConfig(**options, temperature=5)",
        "types.GenerateContentConfigDict(temperature=5)",
        "types.GenerateContentConfig(**dict(temperature=5))",
        '{k: v for k, v in {"temperature": 5, "top_p": hot}.items()}',
        '{k: v for k, v in {"temperature": 5, "top_p": None}.items() if v is not None}',
        "types.GenerateContentConfig(**{k: v for k, v in dict(temperature=5).items() if v})",
    ],
)
def test_expressions(expression: str) -> None:
    program(f"config = {expression}  # GEM101 at 5")


@pytest.mark.parametrize(
    "expression",
    [
        '{"temperature": 5, "temperature": 0.5}',
        '{"temperature": 5} | {"temperature": 0.5}',
        '{**{"temperature": 5}, "temperature": 0.5}',
        'dict({"temperature": 5}, temperature=0.5)',
        '{"temperature": 5, **{"temperature": 0.5}}',
        "{**options}",
        "dict(options)",
        "dict(**rest)",
        'options["gemini"]',
        '{"a": {"temperature": 5}}["b"]',
        'types.GenerateContentConfig(**{"temperature": 5, "temperature": 1})',
        "{k: 5 for k in options}",
        '{k: v for k, v in {"temperature": 5}.items() if k in options}',
        '{k: v for k, v in {"temperature": 5}.items() if v in options}',
        '{k: v / 5 for k, v in {"temperature": 5}.items()}',
        '{k[1:]: v for k, v in {"temperature": 5}.items()}',
        '{k: v for k, v in {"top_k": 0, "top_p": None}.items() if v}',
        '{k: v for k, v in {"temperature": 5}.values()}',
    ],
)
def test_noop_expressions(expression: str) -> None:
    program(f"config = {expression}")


def test_what_a_filter_may_leave_out() -> None:
    """`budget` may be None, and then nothing contradicts the level."""
    program("""
        thinking = {"thinking_budget": options, "thinking_level": "low"}
        config = {"thinking_config": {k: v for k, v in thinking.items() if v is not None}}
    """)


@pytest.mark.parametrize(
    "statements",
    [
        'config = {}\nconfig["temperature"] = 5',
        'config = {"temperature": 0.5}\nconfig["temperature"] = 5',
        "config = {}\nconfig.update(temperature=5)",
        'config = {}\nconfig.update({"temperature": 5})',
        'config = {}\nconfig.update({"temperature": 5}, top_p=0.5)',
        'config = {}\nconfig |= {"temperature": 5}',
        'config = {}\nconfig.setdefault("temperature", 5)',
        'config = {"temperature": 0.5}\nif hot:\n    config["temperature"] = 5',
        'config = {}\nif hot:\n    config["temperature"] = 5',
        "config = {}\nif hot:\n    config.update(temperature=5)",
        'config = dict()\nfor name in options:\n    config["temperature"] = 5',
        'KEY = "temperature"\nconfig = {}\nconfig[KEY] = 5',
        'base = {"temperature": 5}\nconfig = {**base, "top_p": 0.5}',
        "base = dict(temperature=5)\nconfig = dict(base, top_p=0.5)",
        "config = types.GenerateContentConfig()\nconfig.temperature = 5",
        "config = types.GenerateContentConfig(temperature=0.5)\nconfig.temperature = 5",
        "config = types.GenerateContentConfig(temperature=0.5)\nif hot:\n    config.temperature = 5",
        'kwargs = {"temperature": 5}\nconfig = types.GenerateContentConfig(**kwargs)',
        'kwargs = {}\nkwargs["temperature"] = 5\nconfig = types.GenerateContentConfig(**kwargs)',
        'CONFIGS = {"hot": {"temperature": 5}}\nconfig = CONFIGS["hot"]',
        'CONFIGS = {"hot": {"temperature": 5}}\nconfig = CONFIGS.get("hot", {})',
        'config = {"top_p": 0.5}\nconfig = {**config, "temperature": 5}',
        'config = {"temperature": 5}\nconfig = types.GenerateContentConfig(**config)',
    ],
)
def test_statements(statements: str) -> None:
    marked = [
        f"{line}  # GEM101 at 5" if re.search(r"(?<![.\d])5\b", line) else line
        for line in statements.split("\n")
    ]
    program("\n".join(marked))


@pytest.mark.parametrize(
    "statements",
    [
        'config = {"temperature": 5}\nconfig["temperature"] = 0.5',
        'config = {"temperature": 5}\nconfig.update(temperature=0.5)',
        'config = {"temperature": 5}\nconfig |= {"temperature": 0.5}',
        'config = {"temperature": 0.5}\nconfig.setdefault("temperature", 5)',
        'config = {"temperature": 5}\nconfig = {}',
        'config = {"temperature": 5}\ndel config["temperature"]',
        'config = {"temperature": 5}\nconfig["temperature"] = options',
        'config = {"temperature": 5}\nconfig.update(options)\nconfig["temperature"] = 1',
        "config = types.GenerateContentConfig(temperature=5)\nconfig.temperature = 0.5",
        "config = types.GenerateContentConfig(temperature=5)\nconfig.temperature = None",
        'config = {"temperature": 0.5}\nother = dict(config)\nother["temperature"] = 5',
        'config = {"temperature": 0.5}\nother = {**config}\nother["temperature"] = 5',
        'config = {"temperature": 0.5}\nother = config.copy()\nother["temperature"] = 5',
        'config = {"temperature": 0.5}\nother = copy.deepcopy(config)\nother["temperature"] = 5',
        "config = {}\nconfig[options] = 5",
        'CONFIGS = {"hot": {"temperature": 5}, "cold": {}}\nconfig = CONFIGS[options]',
        'other = {}\nconfig = {}\nother["temperature"] = 5',
        'for key in options:\n    config = {"top_p": 0.5}\n    config[key] = 5',
    ],
)
def test_noop_statements(statements: str) -> None:
    program(statements)


def test_change_after_the_call_does_not_count() -> None:
    program(
        """
        config = {"temperature": 0.5}
        client.models.generate_content(model=M, contents="Hi", config=config)
        """,
        'config["temperature"] = 5',
    )


def test_nested() -> None:
    program("""
        config = {"thinking_config": {}}
        config["thinking_config"]["thinking_level"] = "SOME"  # GEM117 at "SOME"
        config["tool_config"] = {"function_calling_config": {"mode": "NEVER"}}  # GEM117 at "NEVER"
    """)


def test_nested_unknown_keys() -> None:
    program("""
        config = {
            "thinking_config": {"budget": 5},  # GEM111 at "budget"
            "max_tokens": 5,  # GEM111 at "max_tokens"
        }
    """)


def test_unknown_keys_of_a_shared_base() -> None:
    program("""
        base = {"max_tokens": 5}  # GEM111 at "max_tokens"
        config = {**base, "temperature": 0.5}
    """)


def test_camel_case() -> None:
    program("""
        config = {
            "maxOutputTokens": 0,  # GEM106 at 0
            "topP": 5,  # GEM103 at 5
            "thinkingConfig": {"thinkingLevel": "SOME"},  # GEM117 at "SOME"
            "responseMimeType": "text/plain",
        }
    """)


def test_camel_case_keywords_of_a_typed_object() -> None:
    program("""
        config = types.GenerateContentConfig(
            maxOutputTokens=0,  # GEM106 at 0
            topP=5,  # GEM103 at 5
            thinkingConfig=types.ThinkingConfig(thinkingLevel="SOME"),  # GEM117 at "SOME"
        )
    """)


def test_lists_over_statements() -> None:
    program("""
        stops = ["a", "b", "c", "d"]  # GEM107 at ["a", "b", "c", "d"]
        stops.append("e")
        stops.extend(["f", "g"])
        config = {"stop_sequences": stops}
    """)


def test_noop_lists_cut_short() -> None:
    program("""
        stops = ["a", "b", "c", "d", "e", "f"]
        stops.pop()
        config = {"stop_sequences": stops}
    """)
    program("""
        stops = ["a", "b", "c", "d", "e", "f"]
        stops.remove("a")
        config = {"stop_sequences": stops}
    """)
    program("""
        stops = ["a", "b", "c", "d", "e", "f"]
        config = {"stop_sequences": stops[:5]}
    """)
    program("""
        stops = ["a", "b", "c", "d", "e", "f"]
        stops.clear()
        config = {"stop_sequences": stops}
    """)
