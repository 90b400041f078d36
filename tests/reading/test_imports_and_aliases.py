# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""However a library is imported and renamed, its calls are found."""

from __future__ import annotations

import pytest
from annotated import agrees

CALL = '.models.generate_content(model="gemini-3-flash-preview", contents="Hi", config={"temperature": 5})'
MARK = "  # GEM101 at 5"


@pytest.mark.parametrize(
    "setup",
    [
        "from google import genai\nclient = genai.Client()",
        "from google import genai as google_genai\nclient = google_genai.Client()",
        "import google.genai\nclient = google.genai.Client()",
        "import google.genai as genai\nclient = genai.Client()",
        "from google.genai import Client\nclient = Client()",
        "from google.genai import Client as GenAIClient\nclient = GenAIClient()",
        "from google.genai.client import Client\nclient = Client()",
        "import google\nimport google.genai\nclient = google.genai.Client()",
        "from google import genai\nClient = genai.Client\nclient = Client()",
        "from google import genai\ng = genai\nclient = g.Client()",
        "from google import genai\nclient = (genai.Client())",
        "from google import genai\nclient: genai.Client = genai.Client()",
        "from google import genai\na = b = client = genai.Client()",
        "from google import genai\nkey, client = 'k', genai.Client()",
        "try:\n    from google import genai\nexcept ImportError:\n    genai = None\nclient = genai.Client()",
        "from google.genai import *\nclient = Client()",
        "import google.genai.client as c\nclient = c.Client()",
        "import os, google.genai as genai, sys\nclient = genai.Client()",
    ],
)
def test_google_genai(setup: str) -> None:
    agrees(f"{setup}\nclient{CALL}{MARK}\n")


def test_import_within_a_function() -> None:
    agrees("""
        def answer(question):
            from google import genai
            from google.genai import types

            client = genai.Client()
            return client.models.generate_content(
                model="gemini-3-flash-preview",
                contents=question,
                config=types.GenerateContentConfig(temperature=5),  # GEM101 at 5
            )
    """)


@pytest.mark.parametrize(
    ("imports", "config"),
    [
        ("from google.genai import types", "types.GenerateContentConfig"),
        ("from google.genai import types as genai_types", "genai_types.GenerateContentConfig"),
        ("from google.genai.types import GenerateContentConfig", "GenerateContentConfig"),
        ("from google.genai.types import GenerateContentConfig as Config", "Config"),
        ("import google.genai.types as t", "t.GenerateContentConfig"),
        ("from google.genai.types import *", "GenerateContentConfig"),
        ("", "genai.types.GenerateContentConfig"),
        ("import google.genai", "google.genai.types.GenerateContentConfig"),
        ("", "genai.types.GenerateContentConfigDict"),
    ],
)
def test_types(imports: str, config: str) -> None:
    agrees(f"""
from google import genai
{imports}
client = genai.Client()
client.models.generate_content(
    model="gemini-3-flash-preview", contents="Hi",
    config={config}(temperature=5),  # GEM101 at 5
)
""")


@pytest.mark.parametrize(
    "setup",
    [
        "import google.generativeai as genai  # GEM801 at google.generativeai as genai\nM = genai.GenerativeModel",
        "import google.generativeai as palm  # GEM801 at google.generativeai as palm\nM = palm.GenerativeModel",
        "import google.generativeai  # GEM801 at google.generativeai\nM = google.generativeai.GenerativeModel",
        "from google import generativeai  # GEM801 at from google import generativeai\nM = generativeai.GenerativeModel",
        "from google import generativeai as genai  # GEM801 at from google import generativeai as genai\nM = genai.GenerativeModel",
        "from google.generativeai import GenerativeModel as M  # GEM801 at from google.generativeai import GenerativeModel as M",
        "from google.generativeai.generative_models import GenerativeModel as M  # GEM801 at from google.generativeai.generative_models import GenerativeModel as M",
    ],
)
def test_google_generativeai(setup: str) -> None:
    agrees(
        f"""
{setup}
model = M("gemini-2.5-flash-lite")
model.generate_content("Hi", generation_config=dict(temperature=5))  # GEM101 at 5
""",
        ignore=("GEM203",),
    )


@pytest.mark.parametrize(
    "setup",
    [
        "from vertexai.generative_models import GenerativeModel as M",
        "from vertexai.preview.generative_models import GenerativeModel as M",
        "import vertexai.generative_models as gm\nM = gm.GenerativeModel",
        "import vertexai.preview.generative_models as generative_models\nM = generative_models.GenerativeModel",
        "from vertexai import generative_models\nM = generative_models.GenerativeModel",
        "import vertexai\nimport vertexai.generative_models\nM = vertexai.generative_models.GenerativeModel",
        "from vertexai.preview import generative_models as g\nM = g.GenerativeModel",
    ],
)
def test_vertexai(setup: str) -> None:
    agrees(
        f"""
{setup}
model = M("gemini-3-flash-preview")
model.generate_content("Hi", generation_config=dict(temperature=5))  # GEM101 at 5
""",
        ignore=("GEM801",),
    )


@pytest.mark.parametrize(
    "setup",
    [
        "from mylib import genai\nclient = genai.Client()",
        "import genai\nclient = genai.Client()",
        "from openai import Client\nclient = Client()",
        "from google.cloud import genai\nclient = genai.Client()",
        "from google import genai\nclient = genai.Whatever()",
        "client = genai.Client()",
        "from google import genai\nfrom other import genai\nclient = genai.Client()",
        "from google import genai\ndef genai(): ...\nclient = genai.Client()",
    ],
)
def test_noop_other_libraries(setup: str) -> None:
    agrees(f"# gemini\n{setup}\nclient{CALL}\n")


@pytest.mark.parametrize(
    "chosen",
    [
        'MAKERS["gemini"]',
        "MAKERS[kind]",
        "MAKERS.get(kind, ChatGoogleGenerativeAI)",
        '{"a": ChatGoogleGenerativeAI, "b": Local}[kind]',
    ],
)
@pytest.mark.parametrize("call", ["{}", "made = {}\nmade"])
def test_class_from_a_table(chosen: str, call: str) -> None:
    setup = call.format(chosen)
    agrees(f"""
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_openai import ChatOpenAI
class Local:
    pass
MAKERS = {{"gemini": ChatGoogleGenerativeAI, "openai": ChatOpenAI}}
{setup}(model="gemini-1.5-pro")  # GEM202 at "gemini-1.5-pro"
""")


def test_noop_another_class_of_a_table() -> None:
    agrees("""
        from langchain_google_genai import ChatGoogleGenerativeAI
        from langchain_openai import ChatOpenAI
        MAKERS = {"gemini": ChatGoogleGenerativeAI, "openai": ChatOpenAI}
        MAKERS["openai"](model="gpt-4o", temperature=5)
        MAKERS[kind](model="gpt-4o", temperature=1.5)
        MODELS = {"old": "gemini-1.5-pro", "new": "gemini-3.8-flash"}
        ChatGoogleGenerativeAI(model=MODELS[kind])
    """)


def test_noop_an_import_of_another_function() -> None:
    agrees("""
        def one():
            from google import genai
            return genai

        def other(genai):
            genai.Client().models.generate_content(
                model="gemini-3-flash-preview", contents="Hi", config={"temperature": 5}
            )
    """)
