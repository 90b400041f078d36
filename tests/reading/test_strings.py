"""Strings put together from pieces: models, URLs and prompts."""

from __future__ import annotations

import pytest
from annotated import agrees

HEAD = """
import os
import textwrap
from google import genai
client = genai.Client()
"""


def model(expression: str, words: str, before: str = "") -> None:
    mark = f"  # GEM202 at {words}" if words else ""
    agrees(
        f"{HEAD}\n{before}\nmodel = {expression}{mark}\n"
        'client.models.generate_content(model=model, contents="Hi")\n'
    )


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ('"gemini-1.5-pro"', '"gemini-1.5-pro"'),
        ("'gemini-1.5-pro'", "'gemini-1.5-pro'"),
        ('"""gemini-1.5-pro"""', '"""gemini-1.5-pro"""'),
        ('r"gemini-1.5-pro"', 'r"gemini-1.5-pro"'),
        ('u"gemini-1.5-pro"', 'u"gemini-1.5-pro"'),
        ('f"gemini-1.5-pro"', 'gemini-1.5-pro'),
        ('"models/gemini-1.5-pro"', '"models/gemini-1.5-pro"'),
        ('"gemini/gemini-1.5-pro"[7:]', '"gemini/gemini-1.5-pro"'),
        ('"gemini/gemini-1.5-pro"[len("gemini/"):]', '"gemini/gemini-1.5-pro"'),
        ('"gemini/gemini-1.5-pro"[int(input()):]', ""),
        ('"gemini-1.5" "-pro"', '"gemini-1.5"'),
        ('"gemini-" + "1.5-pro"', '"gemini-"'),
        ('("gemini-1.5-pro")', '"gemini-1.5-pro"'),
        ('"gemini-%s" % "1.5-pro"', '"gemini-%s"'),
        ('"gemini-%s-%s" % ("1.5", "pro")', '"gemini-%s-%s"'),
        ('"gemini-%(v)s" % {"v": "1.5-pro"}', '"gemini-%(v)s"'),
        ('"gemini-{}".format("1.5-pro")', '"gemini-{}"'),
        ('"gemini-{0}-{1}".format("1.5", "pro")', '"gemini-{0}-{1}"'),
        ('"gemini-{v}".format(v="1.5-pro")', '"gemini-{v}"'),
        ('f"gemini-{"1.5-pro"}"', 'gemini-'),
        ('"-".join(["gemini", "1.5", "pro"])', '"gemini"'),
        ('" gemini-1.5-pro ".strip()', '" gemini-1.5-pro "'),
        ('"GEMINI-1.5-PRO".lower()', '"GEMINI-1.5-PRO"'),
        ('"models/gemini-1.5-pro".removeprefix("models/")', '"models/gemini-1.5-pro"'),
        ('"gemini-1.5-pro.txt".removesuffix(".txt")', '"gemini-1.5-pro.txt"'),
        ('"gemini/1.5/pro".replace("/", "-")', '"gemini/1.5/pro"'),
        ('"models/gemini-1.5-pro".split("/")[-1]', '"models/gemini-1.5-pro"'),
        ('"google:gemini-1.5-pro".split(":", 1)[1]', '"google:gemini-1.5-pro"'),
        ('"google:gemini-1.5-pro".partition(":")[2]', '"google:gemini-1.5-pro"'),
        ('"models/gemini-1.5-pro".rsplit("/", 1)[-1]', '"models/gemini-1.5-pro"'),
        ('str("gemini-1.5-pro")', '"gemini-1.5-pro"'),
        ('"gemini-1.5-pro"[:]', ''),
        ('"gemini-1.5-pro".upper().lower()', '"gemini-1.5-pro"'),
        ('["gemini-1.5-pro", "b"][0]', '"gemini-1.5-pro"'),
        ('("a", "gemini-1.5-pro")[1]', '"gemini-1.5-pro"'),
        ('{"pro": "gemini-1.5-pro", "x": "a"}["pro"]', '"gemini-1.5-pro"'),
        ('{"pro": "gemini-1.5-pro"}.get("pro")', '"gemini-1.5-pro"'),
        ('{"a": "b"}.get("x", "gemini-1.5-pro")', '"gemini-1.5-pro"'),
        ('"models/gemini-1.5-pro".lstrip("/")', '"models/gemini-1.5-pro"'),
    ],
)  # fmt: skip
def test_models(expression: str, words: str) -> None:
    model(expression, words)


@pytest.mark.parametrize(
    "expression",
    [
        'f"gemini-{os.environ["X"]}"',
        'f"gemini-1.5-pro{os.environ["X"]}"',
        '"gemini-1.5-pro" + os.environ["X"]',
        '"gemini-%s" % os.environ["X"]',
        '"gemini-{}".format(os.environ["X"])',
        'f"gemini-{1.5:>10}-pro"',
        '"gemini-1.5-pro".replace(os.environ["A"], "b")',
        '"gemini-1.5-pro"[:-4]',
        '"gemini-1.5-pro".swapcase()',
        '"gemini-1.5-pro".unheard_of()',
        '"gemini-{x}".format_map(os.environ)',
        'open("gemini-1.5-pro").read()',
        'resolve("gemini-1.5-pro")',
        'MODELS["gemini-1.5-pro"]',
        '"gemini-1.5-pro".split(os.sep)[0]',
        '"gemini-1.5-pro-{:03d}".format(os.environ["X"])',
    ],
)
def test_noop_unknown_parts(expression: str) -> None:
    model(expression, "")


def test_pieces_of_several_names() -> None:
    agrees(f"""
        {HEAD.strip().replace(chr(10), chr(10) + "        ")}
        FAMILY = "gemini"  # GEM202 at "gemini"
        VERSION = 1.5
        TIER = "pro"
        NAME = f"{{FAMILY}}-{{VERSION}}-{{TIER}}"
        client.models.generate_content(model=NAME, contents="Hi")
    """)


GERMAN = "Schreibe bitte eine kurze Zusammenfassung dieses Textes für unsere Kunden."


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (f'"{GERMAN}"', f'"{GERMAN}"'),
        (f'f"{GERMAN} {{text}}"', f"{GERMAN} "),
        (f'"{GERMAN}" + text', f'"{GERMAN}"'),
        (f'text + "{GERMAN}" + text', f'"{GERMAN}"'),
        (f'"{GERMAN} %s" % text', f'"{GERMAN} %s"'),
        (f'"{GERMAN} {{}}".format(text)', f'"{GERMAN} {{}}"'),
        (f'"{GERMAN} {{t}}".format(t=text)', f'"{GERMAN} {{t}}"'),
        (f'"\\n".join(["{GERMAN}", text])', f'"{GERMAN}"'),
        (f'"\\n".join([text, *words, "{GERMAN}"])', f'"{GERMAN}"'),
        (f'textwrap.dedent("{GERMAN}")', f'"{GERMAN}"'),
        (f'inspect.cleandoc("{GERMAN}")', f'"{GERMAN}"'),
        (f'"{GERMAN}".strip()', f'"{GERMAN}"'),
        (f'("{GERMAN}" f" {{text}}")', f'"{GERMAN}"'),
        (f'["{GERMAN}", text]', f'"{GERMAN}"'),
        (f'(text, "{GERMAN}")', f'"{GERMAN}"'),
        (f'"{GERMAN}" if text else "Hello there"', f'"{GERMAN}"'),
        (f'text or "{GERMAN}"', f'"{GERMAN}"'),
    ],
)  # fmt: skip
def test_prompt_forms(expression: str, words: str) -> None:
    agrees(f"""
import inspect
import textwrap
from google import genai
client = genai.Client()

def run(text, words):
    prompt = {expression}  # GEM401 at {words}
    client.models.generate_content(model="gemini-3-flash-preview", contents=prompt)
""")


@pytest.mark.parametrize("expression", ["text.format(x)", "f'{text}'", "text % 3", "'' + text"])
def test_noop_prompts_of_unknown_text(expression: str) -> None:
    agrees(f"""
from google import genai
client = genai.Client()

def run(text, x):
    client.models.generate_content(model="gemini-3-flash-preview", contents={expression})
""")


def test_text_added_over_statements() -> None:
    agrees(f"""
from google import genai
client = genai.Client()

def run(lines):
    prompt = "{GERMAN}\\n"  # GEM401 at "{GERMAN}\\n"
    for line in lines:
        prompt += line + "\\n"
    prompt += "Danke!"
    client.models.generate_content(model="gemini-3-flash-preview", contents=prompt)
""")
