"""Rules on the client libraries themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from linting import codes, findings

CLIENT = "from google import genai\nfrom google.genai import types\nclient = genai.Client()\n"


def of_the_sdk(source: str, **settings: Any) -> list[str]:
    return [code for code in codes(source, **settings) if code.startswith("GEM8")]


@pytest.mark.parametrize(
    "source",
    [
        "from google import genai\n",
        "import google.cloud.aiplatform\n",
        "import vertexai\nvertexai.init(project='p')\n",
        "from vertexai import agent_engines\n",
        "import google.ai.generativelanguage as glm\n",
        "import generativeai\n",
    ],
)
def test_library_that_is_supported(source: str) -> None:
    assert of_the_sdk(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "import google.generativeai as genai\n",
        "import google.generativeai as palm\n",
        "import google.generativeai\n",
        "from google import generativeai\n",
        "from google.generativeai import GenerativeModel\n",
        "from google.generativeai.types import HarmCategory\n",
        "from vertexai.generative_models import GenerativeModel\n",
        "from vertexai.preview.generative_models import GenerativeModel\n",
        "import vertexai.generative_models as gm\n",
        "from vertexai import generative_models\n",
        "from vertexai.language_models import TextEmbeddingModel\n",
        "from vertexai.preview.vision_models import ImageGenerationModel\n",
    ],
)
def test_library_that_has_come_to_its_end(source: str) -> None:
    assert of_the_sdk(source) == ["GEM801:1"]


def test_one_finding_for_each_file_and_library() -> None:
    source = """\
import vertexai
import google.generativeai as genai
from google.generativeai.types import HarmCategory
from vertexai.generative_models import GenerativeModel
from vertexai.language_models import TextEmbeddingModel
"""
    assert of_the_sdk(source) == ["GEM801:2", "GEM801:4"]


def test_import_within_a_function() -> None:
    assert of_the_sdk("def f():\n    import google.generativeai as genai\n") == ["GEM801:2"]


def test_the_message_knows_whether_the_day_has_come() -> None:
    source = "import google.generativeai as genai\n"
    [after] = findings(source, today=date(2025, 11, 30))
    [before] = findings(source, today=date(2025, 11, 29))
    assert "support ended 2025-11-30" in after.message
    assert "support ends 2025-11-30" in before.message


@pytest.mark.parametrize(
    "call",
    [
        'genai.generate_text(model="models/text-bison-001", prompt="Hi")',
        'genai.chat(messages=["Hi"])',
        'genai.generate_embeddings(model="models/embedding-gecko-001", text="Hi")',
    ],
)
def test_functions_of_palm(call: str) -> None:
    found = of_the_sdk(f"import google.generativeai as genai\n{call}\n", ignore=("GEM801",))
    assert found == ["GEM802:2"]


@pytest.mark.parametrize(
    "call",
    [
        'client.files.upload(file="a.pdf")',
        'types.Part.from_uri(file_uri="gs://b/a.mp4", mime_type="video/mp4")',
        'client.models.generate_images(model="imagen-4.0-generate-001", prompt="A cat")',
        'client.models.generate_videos(model="veo-3.1-generate-preview", prompt="A cat")',
    ],
)
def test_members_without_a_requirement(call: str) -> None:
    assert of_the_sdk(f"{CLIENT}{call}\n") == []


@pytest.mark.parametrize(
    "call",
    ['client.files.upload(path="a.pdf")', "types.Part.from_video_metadata(start_offset='1s')"],
)
def test_members_that_no_release_in_use_has(call: str) -> None:
    assert of_the_sdk(f"{CLIENT}{call}\n") == ["GEM802:4"]
    assert of_the_sdk(f"{CLIENT}{call}\n", sdk_version="1.10.0") == ["GEM802:4"]
    assert of_the_sdk(f"{CLIENT}{call}\n", sdk_version="0.7.0") == []


@pytest.mark.parametrize("name", ["configure", "GenerativeModel"])
def test_names_of_the_older_library(name: str) -> None:
    call = f"genai.{name}()"
    assert of_the_sdk(f"{CLIENT}{call}\n", sdk_version="1.0.0") == ["GEM802:4"]
    assert of_the_sdk(f"{CLIENT}if hasattr(genai, '{name}'):\n    {call}\n") == []
    old = "try:\n    from google import genai\nexcept ImportError:\n    from old import genai\n"
    assert of_the_sdk(f"{old}{call}\n") == []
    assert of_the_sdk(f"import google.generativeai as genai\n{call}\n") == ["GEM801:1"]


@pytest.mark.parametrize(
    ("method", "last", "first"),
    [("generate_images", "2.19.0", "2.20.0"), ("generate_videos", "2.34.0", "3.0.0")],
)
def test_methods_that_always_raise_on_the_developer_api(method: str, last: str, first: str) -> None:
    source = f'{CLIENT}client.models.{method}(model="m", prompt="A cat")\n'
    assert of_the_sdk(source, sdk_version=last) == []
    assert of_the_sdk(source, sdk_version=first) == ["GEM802:4"]
    vertex = source.replace("Client()", "Client(vertexai=True)")
    assert of_the_sdk(vertex, sdk_version=first) == []
    asynchronous = source.replace("client.models", "client.aio.models")
    assert of_the_sdk(asynchronous, sdk_version=first) == ["GEM802:4"]


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        pytest.param("google-genai", [], id="any release, also one that the author has"),
        pytest.param("google-genai<2", [], id="newest release that is allowed has it"),
        pytest.param("google-genai>=1.40", ["GEM802:4"], id="newest release refuses it"),
        pytest.param("google-genai==3.4.0", ["GEM802:4"], id="pin"),
    ],
)
def test_requirement_that_leads_to_a_refusal(
    requirement: str, expected: list[str], tmp_path: Path
) -> None:
    (tmp_path / "requirements.txt").write_text(requirement + "\n")
    source = f'{CLIENT}client.models.generate_images(model="m", prompt="A cat")\n'
    assert of_the_sdk(source, path=str(tmp_path / "app.py")) == expected


def test_member_that_is_asked_for() -> None:
    source = """
        import google.generativeai as genai
        if hasattr(genai, "generate_text"):
            genai.generate_text(prompt="Say hello.")
        elif hasattr(genai, "chat") and hasattr(genai.chat, "complete"):
            genai.chat.complete(messages=["Say hello."])
    """
    assert of_the_sdk(source, select=("GEM802",)) == []


@pytest.mark.parametrize(
    "call",
    [
        'client.generate_content(model="m", contents="Say hello.")',
        'client.aio.generate_content(model="m", contents="Say hello.")',
        'client.GenerativeModel("m")',
        'client.models.generate(model="m", contents="Say hello.")',
        'client.chat.completions.create(model="m", messages=[])',
        'client.chats.create(model="m").send("Say hello.")',
        'genai.upload_file("a.pdf")',
        "genai.list_models()",
    ],
)
def test_names_that_google_genai_never_had(call: str) -> None:
    assert of_the_sdk(f"{CLIENT}{call}\n") == ["GEM802:4"]
    assert of_the_sdk(f"import own as client, own as genai\n{call}\n") == []


@pytest.mark.parametrize(
    "call",
    [
        'genai.Client(api_key="key")',
        'genai.GenerativeModel("m").send_message("Say hello.")',
        'genai.types.Part.from_text("Say hello.")',
        "genai.types.GenerateContentConfig(temperature=1)",
    ],
)
def test_names_that_google_generativeai_never_had(call: str) -> None:
    old = "import google.generativeai as genai\n"
    assert of_the_sdk(f"{old}{call}\n", ignore=("GEM801",)) == ["GEM802:2"]
    either = f"try:\n    from google import genai\nexcept ImportError:\n    {old}"
    assert of_the_sdk(f"{either}{call}\n", ignore=("GEM801",)) == []


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "class Wrapper(genai.Client):\n    def generate_content(self, text): ...\n"
            'Wrapper().generate_content("Say hello.")\n',
            id="a method of the project's own class",
        ),
        pytest.param(
            "from own import made\ndef pick(name):\n    return made() if name else genai.Client()\n"
            'pick("x").generate_content("Say hello.")\n',
            id="a client that may be another one",
        ),
        pytest.param(
            "class Wrapper:\n    def __init__(self):\n        self.client = genai.Client()\n"
            "    def generate_content(self, text): ...\nclient = Wrapper()\n"
            'client.generate_content("Say hello.")\n',
            id="a wrapper of the same name",
        ),
    ],
)
def test_clients_of_the_project(source: str) -> None:
    assert of_the_sdk(f"{CLIENT}{source}") == []


@pytest.mark.parametrize(
    "call",
    [
        'types.Part.from_text("Say hello.")',
        'types.Part.from_bytes(b"", "image/png")',
        'client.models.generate_content("m", "Say hello.")',
        'client.files.upload("a.pdf")',
        'client.chats.create("m")',
        'genai.Client("key")',
    ],
)
def test_what_takes_keywords_only(call: str) -> None:
    assert of_the_sdk(f"{CLIENT}{call}\n") == ["GEM802:4"]
    assert of_the_sdk(f"{CLIENT}{call}\n", sdk_version="0.7.0") == []


@pytest.mark.parametrize(
    "call",
    [
        'types.Part.from_text(text="Say hello.")',
        'types.Part.from_text(*pieces, **{"text": "Say hello."})',
        "list(map(types.Part.from_text, pieces))",
        'client.chats.create(model="m").send_message("Say hello.")',
        'client.interactions.get("id")',
    ],
)
def test_what_is_passed_as_it_has_to_be(call: str) -> None:
    assert of_the_sdk(f"{CLIENT}pieces = []\n{call}\n") == []


@pytest.mark.parametrize(
    "made",
    [
        pytest.param("OpenAI() if openai else genai.Client()", id="known"),
        pytest.param("others[0] if openai else genai.Client()", id="not known"),
        pytest.param("given or genai.Client()", id="handed in"),
    ],
)
def test_client_that_may_be_another_librarys(made: str) -> None:
    source = (
        "from google import genai\n"
        "from openai import OpenAI\n"
        f"def ask(openai, others, given):\n    client = {made}\n"
        '    client.chat.completions.create(model="gpt-4o", messages=[])\n'
    )
    assert codes(source) == []


def test_client_that_may_be_none() -> None:
    source = (
        "from google import genai\n"
        "def ask(given=None):\n"
        "    client = given or genai.Client()\n"
        '    client.generate_content("Hi")\n'
    )
    assert "GEM802:4" in codes(source)


def test_clients_of_one_library() -> None:
    source = (
        "from google import genai\n"
        "def ask(fast):\n"
        '    client = genai.Client(api_key="a") if fast else genai.Client()\n'
        '    client.generate_content("Hi")\n'
    )
    assert "GEM802:4" in codes(source)
