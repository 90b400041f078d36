# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""What a file takes from other files of its project."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotated import project_agrees

from gemini_lint.check import check_paths

CALL = 'client.models.generate_content(model={model}, contents="Hi", config={config})\n'
CLIENT = "from google import genai\nclient = genai.Client()\n"
M = '"gemini-3-flash-preview"'
HOT = 'CONFIG = {"temperature": 5}  # GEM101 at 5\n'


@pytest.mark.parametrize(
    ("files", "imports", "config"),
    [
        (["settings.py"], "from settings import CONFIG", "CONFIG"),
        (["settings.py"], "from settings import CONFIG as C", "C"),
        (["settings.py"], "import settings", "settings.CONFIG"),
        (["settings.py"], "import settings as s", "s.CONFIG"),
        (["settings.py"], "from settings import *", "CONFIG"),
        (["settings.py"], "from .settings import CONFIG", "CONFIG"),
        (["settings.py"], "from . import settings", "settings.CONFIG"),
        (["app/__init__.py", "app/settings.py"], "from app.settings import CONFIG", "CONFIG"),
        (["app/__init__.py", "app/settings.py"], "from app import settings", "settings.CONFIG"),
        (["app/__init__.py", "app/settings.py"], "import app.settings", "app.settings.CONFIG"),
        (["app/settings.py"], "import app.settings as s", "s.CONFIG"),
        (["app/settings.py"], "from app.settings import CONFIG", "CONFIG"),
        (["src/app/settings.py"], "from app.settings import CONFIG", "CONFIG"),
        (["app/__init__.py"], "from app import CONFIG", "CONFIG"),
        (["app/__init__.py"], "import app", "app.CONFIG"),
    ],
)
def test_a_constant(tmp_path: Path, files: list[str], imports: str, config: str) -> None:
    project = dict.fromkeys(files[:-1], "")
    project[files[-1]] = HOT
    project["main.py"] = f"{imports}\n{CLIENT}{CALL.format(model=M, config=config)}"
    project_agrees(tmp_path, project)


def test_two_folders_up(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "app/__init__.py": "",
        "app/config.py": HOT,
        "app/services/__init__.py": "",
        "app/services/writer.py": "from ..config import CONFIG\nfrom .. import config\n" + CLIENT
        + CALL.format(model=M, config="CONFIG") + CALL.format(model=M, config="config.CONFIG"),
    })  # fmt: skip


def test_an_object_that_is_called_like_its_module(tmp_path: Path) -> None:
    use = "from app import client, settings\nimport app\n"
    project_agrees(tmp_path, {
        "app/__init__.py": "from .client import client\nfrom .settings import settings\n",
        "app/client.py": CLIENT,
        "app/settings.py": HOT.replace("CONFIG", "settings"),
        "app/other.py": "from .settings import settings\n" + use
        + CALL.format(model=M, config="settings"),
        "main.py": use + CALL.format(model=M, config="settings")
        + "app." + CALL.format(model=M, config="app.settings"),
    })  # fmt: skip


def test_a_module_beside_an_object_of_its_name(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "app/__init__.py": "",
        "app/client.py": CLIENT,
        "app/settings.py": HOT + "settings = CONFIG\n",
        "main.py": "from app import client, settings\n"
         "client." + CALL.format(model=M, config="settings.settings"),
    })  # fmt: skip


def test_modules_of_one_name_that_import_each_other(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "app/__init__.py": "from .client import client\n",
        "app/client.py": "from . import client\n" + CALL.format(model=M, config="{}"),
        "main.py": "from app import client\n" + CALL.format(model=M, config="{}"),
    })  # fmt: skip


def test_re_export(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "app/__init__.py": "from .core import CONFIG, get_client\nfrom .names import *\n",
        "app/core.py": HOT + "from google import genai\ndef get_client():\n    return genai.Client()\n",
        "app/names.py": 'PRO = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"\n',
        "main.py": "from app import CONFIG, PRO, get_client\nclient = get_client()\n"
         "# gemini\n" + CALL.format(model="PRO", config="CONFIG"),
    })  # fmt: skip


def test_a_settings_object(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "app/config.py": """
            from pydantic_settings import BaseSettings

            class Settings(BaseSettings):
                gemini_model: str = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
                heat: float = 5  # GEM101 at 5

            settings = Settings()

            def get_settings() -> Settings:
                return Settings()
        """,
        "app/main.py": """
            from google import genai
            from app.config import get_settings, settings

            client = genai.Client()
            client.models.generate_content(
                model=settings.gemini_model, contents="Hi", config={"temperature": settings.heat})
            client.models.generate_content(
                model=get_settings().gemini_model, contents="Hi")
        """,
    })  # fmt: skip


def test_a_client_of_another_module(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "clients.py": "from google import genai\ngemini = genai.Client(vertexai=True)\n"
        "class Holder:\n    def __init__(self):\n        self.client = genai.Client()\n",
        "main.py": """
            from clients import Holder, gemini

            gemini.models.generate_content(
                model="gemini-3-flash-preview", contents="Hi",
                config={"temperature": 5, "store": True})  # GEM101 at 5  # GEM305 at "store"

            class Writer(Holder):
                def write(self, text):
                    self.client.models.generate_content(
                        model="gemini-3-flash-preview", contents=text,
                        config={"temperature": 6})  # GEM101 at 6
        """,
    })  # fmt: skip


def test_constants_made_of_constants(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "names.py": 'FAMILY = "gemini-1.5"  # GEM202 at "gemini-1.5"\n',
        "models.py": 'from names import FAMILY\nPRO = f"{FAMILY}-pro"\n',
        "main.py": "import models\n" + CLIENT + CALL.format(model="models.PRO", config="None"),
    })  # fmt: skip


def test_cycles(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "a.py": "from b import HEAT\nfrom b import *\nimport b\nOTHER = b.HEAT\nGEMINI = 1\n",
        "b.py": "from a import *\nfrom a import HEAT, OTHER\nimport a\nHEAT = a.OTHER\n",
        "main.py": "from a import HEAT, nothing\nfrom b import OTHER, missing\nfrom main import x\n"
        + CLIENT + CALL.format(model=M, config='{"temperature": HEAT, "top_p": OTHER}')
        + CALL.format(model="nothing", config='missing') + CALL.format(model="x", config="y"),
    })  # fmt: skip


def test_a_package_that_imports_itself(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "app/__init__.py": "from app.core import *\nfrom app import core\n" + HOT,
        "app/core.py": "from app import *\nfrom . import CONFIG\nimport app\n" + CLIENT
        + CALL.format(model=M, config="CONFIG") + CALL.format(model="app.core.M", config="None"),
    })  # fmt: skip


def test_noop_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "binary.py").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "broken.py").write_text("def (:")
    project_agrees(tmp_path, {
        "main.py": "import binary, broken\nfrom broken import CONFIG\n" + CLIENT
        + CALL.format(model=M, config="CONFIG") + CALL.format(model=M, config="binary.CONFIG"),
    })  # fmt: skip


def test_noop_a_module_of_the_standard_library(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "pkg/types.py": HOT.split("#", maxsplit=1)[0],
        "pkg/main.py": "import types\n" + CLIENT + CALL.format(model=M, config="types.CONFIG"),
    })  # fmt: skip


def test_noop_rebound_in_the_importing_file(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "settings.py": 'CONFIG = {"temperature": 5}\n',
        "main.py": "from settings import CONFIG\nCONFIG = {**CONFIG, 'temperature': 1.0}\n"
        + CLIENT + CALL.format(model=M, config="CONFIG"),
    })  # fmt: skip


def test_a_project_file_called_like_a_library(tmp_path: Path) -> None:
    project_agrees(tmp_path, {
        "genai.py": "class Client:\n    pass\n",
        "main.py": "import genai\nclient = genai.Client()\n# gemini\n"
        + CALL.format(model=M, config='{"temperature": 5}'),
    })  # fmt: skip


def test_what_another_module_makes_is_reported_where_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "shared.py").write_text(
        "import vertexai.language_models as lm\n"
        'MODEL = lm.TextEmbeddingModel.from_pretrained("textembedding-gecko@001")\n'
    )
    caller = tmp_path / "main.py"
    caller.write_text('from shared import MODEL  # vertexai\nMODEL.get_embeddings(["Hi"])\n')
    alone = [item for item in check_paths([caller]).findings if item.code == "GEM202"]
    assert [(item.span.path, item.span.line) for item in alone] == [(str(caller), 2)]
    assert "(the value is at " in alone[0].message
    both = [item for item in check_paths([tmp_path]).findings if item.code == "GEM202"]
    assert [(item.span.path, item.span.line) for item in both] == [(str(tmp_path / "shared.py"), 2)]
