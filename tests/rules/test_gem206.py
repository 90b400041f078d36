from __future__ import annotations

from pathlib import Path

import pytest
from annotated import agrees, project_agrees
from linting import TODAY, codes, findings
from model_programs import VERTEX

from gemini_lint import Settings, check_paths


def near(code: str, *, client: str = "") -> list[str]:
    source = f"from google import genai\nclient = genai.Client({client})\n{code}\n"
    return codes(source, select=("GEM202", "GEM206"))


@pytest.mark.parametrize(
    "code",
    [
        pytest.param('MODEL = "gemini-3.8-flash"', id="alive"),
        pytest.param('MODEL = "gemini-2.5-flash"', id="retiring"),
        pytest.param('MODEL = "gemini-9-unheard-of"', id="not known"),
        pytest.param('TITLE = "gemini-pro"', id="no model's name"),
        pytest.param('MODELS = ["gemini-1.5-pro", "gemini-3.8-flash"]', id="picker"),
        pytest.param(
            'MODELS = {"old": "gemini-1.5-pro", "new": "gemini-9-pro"}', id="newer than known"
        ),
        pytest.param('MODELS = ["gemini-1.5-pro", "gpt-4o"]', id="picker of several vendors"),
        pytest.param('THINKING_MODELS = {"gemini-1.5-pro", "gemini-1.0-pro"}', id="asked of"),
        pytest.param('OLD_MODELS = frozenset({"gemini-1.5-pro"})', id="asked of, frozen"),
        pytest.param('PRICES = {"gemini-1.5-pro": 1.25, "gemini-3.8-flash": 1}', id="prices"),
        pytest.param('DEPRECATED_MODELS = ["gemini-1.5-pro", "gemini-1.0-pro"]', id="known gone"),
        pytest.param('RETIRED_MODELS = {"pro": "gemini-1.5-pro"}', id="known gone, mapping"),
        pytest.param('ALIASES = {"models/gemini-1.5-pro": "gemini-1.5-pro"}', id="known by its id"),
        pytest.param('is_old = MODEL == "gemini-1.5-pro"', id="comparison"),
        pytest.param('print("model gemini-1.5-pro is gone")', id="log"),
        pytest.param('mock.assert_called_with(model="gemini-1.5-pro")', id="assertion"),
        pytest.param('MODEL = "google/gemini-2.0-flash-001"', id="as OpenRouter writes it"),
    ],
)
def test_noop(code: str) -> None:
    assert near(code) == []


def test_noop_on_offer_with_a_living_model() -> None:
    assert near('model = st.selectbox("Model", ["gemini-1.5-pro", "gemini-3.8-flash"])') == []


@pytest.mark.parametrize(
    "row",
    [
        'Row(model_name="gemini-1.5-pro", input_price_per_1m=1.25)',
        '{"model": "gemini-1.5-pro", "context_window": 1048576}',
        'dict(model="gemini-1.5-pro", max_input_tokens=1048576)',
        '{"model": "gemini-1.5-pro", "usd_per_1k": 0.1}',
        '{"model": "gemini-1.5-pro", "input_per_m": 1.25}',
        'Row(model="gemini-1.5-pro", requests_per_minute=60)',
    ],
)
def test_noop_in_a_table_of_facts(row: str) -> None:
    assert near(f'LIMITS = {{"gemini-1.5-pro": {row}}}') == []


@pytest.mark.parametrize(
    "answer",
    [
        '{"candidates": [{"content": {}}], "modelVersion": "gemini-1.5-pro"}',
        '{"usage_metadata": {"total_token_count": 3}, "model_version": "gemini-1.5-pro"}',
        'types.GenerateContentResponse(candidates=[], model_version="gemini-1.5-pro")',
    ],
)
def test_noop_in_an_answer_that_is_written_down(answer: str) -> None:
    assert near(f"recorded = {answer}") == []


def test_setting_of_that_name() -> None:
    assert near('options = {"model_version": "gemini-1.5-pro"}') == ["GEM206:3"]


@pytest.mark.parametrize(
    "table",
    [
        'rows = [Row(model_id="gemini-1.5-pro", tools=True), Row(model_id="{}", tools=True)]',
        'rows = {{"old": Row(model_id="gemini-1.5-pro"), "new": Row(model_id="{}")}}',
    ],
)
def test_noop_in_a_list_of_objects_with_a_living_model(table: str) -> None:
    assert near(table.format("gemini-3.8-flash")) == []
    assert near(table.format("gemini-1.0-pro")) == ["GEM206:3", "GEM206:3"]


def test_objects_of_their_own() -> None:
    code = 'old = Row(model_id="gemini-1.5-pro")\nnew = Row(model_id="gemini-3.8-flash")'
    assert near(code) == ["GEM206:3"]


@pytest.mark.parametrize("other", ["gemini-3.8-flash", "gpt-4o"])
def test_noop_in_an_enum_with_a_living_model(other: str) -> None:
    code = (
        'import enum\nclass ModelType(str, enum.Enum):\n    OLD = "gemini-1.5-pro"\n    NEW = "{}"'
    )
    assert near(code.format(other)) == []
    assert near(code.format("gemini-1.0-pro")) == ["GEM206:5", "GEM206:6"]


def test_noop_in_a_file_without_gemini() -> None:
    assert codes('MODEL = "gemini-1.5-pro"\n', select=("GEM206",)) == []


def test_noop_where_a_call_uses_it() -> None:
    code = 'MODEL = "gemini-1.5-pro"\nclient.models.generate_content(model=MODEL, contents="x")'
    assert near(code) == ["GEM202:3"]


@pytest.mark.parametrize(
    "code",
    [
        'MODEL = "gemini-1.5-pro"',
        'settings = {"model": "gemini-1.5-pro"}',
        'run(model_name="gemini-1.5-pro")',
        'parser.add_argument("--model", default="gemini-1.5-pro")',
        'def ask(question, model="gemini-1.5-pro"): ...',
        'class Settings:\n    llm: str = "gemini-1.5-pro"',
        'settings.model = "gemini-1.5-pro"',
        'options = {"target_model": "gemini-1.5-pro", "evaluations_per_step": 2}',
        'settings["model"] = "gemini-1.5-pro"',
        'model = st.selectbox("Model", ["gemini-1.5-pro", picked])',
    ],
)
def test_dead_name(code: str) -> None:
    (found,) = near(code)
    assert found.startswith("GEM206:")


def test_name_of_a_publisher_on_vertex() -> None:
    assert near('MODEL = "google/gemini-2.0-flash-001"', client=VERTEX) == ["GEM206:3"]


def test_on_the_files_backend() -> None:
    assert near('MODEL = "gemini-3.6-flash"') == []
    assert near('MODEL = "gemini-3.6-flash"', client=VERTEX) == ["GEM206:3"]


def test_noop_import_of_another_vendors_class() -> None:
    source = """
        from langchain.embeddings import OpenAIEmbeddings  # not vertexai's
        MODEL_NAME = "gemini-1.0-pro"
    """
    assert codes(source) == []


def test_class_that_a_framework_has_under_its_own_name() -> None:
    source = """
        from langchain.embeddings import VertexAIEmbeddings
        class Batches(VertexAIEmbeddings):
            model_name = "textembedding-gecko"
    """
    (finding,) = findings(source)
    assert (finding.code, finding.span.line) == ("GEM206", 4)
    assert "(Vertex AI: 404 NOT_FOUND)" in finding.message


def test_parts_of_a_prompt_have_no_backend() -> None:
    code = (
        'MODEL = "gemini-3.6-flash"\n'
        'part = genai.types.Part.from_uri(file_uri="gs://a/b.png", mime_type="image/png")'
    )
    assert near(code, client=VERTEX) == ["GEM206:3"]
    assert near(code) == []


def test_exception_that_names_a_model() -> None:
    agrees("""
        from google import genai
        from own import ModelProviderError, asked

        asked(model="gemini-1.5-pro")  # GEM206 at "gemini-1.5-pro"
        raise ModelProviderError("overloaded", model="gemini-1.5-flash")
    """)


@pytest.mark.parametrize(
    "told",
    [
        'logger.info("sent", model="gemini-1.5-flash")',
        'logging.warning("sent", extra={"model": "gemini-1.5-flash"})',
        'self._log_usage(model_name="gemini-1.5-flash", tokens=5)',
        'log_request(model="gemini-1.5-flash")',
    ],
)
def test_noop_log(told: str) -> None:
    agrees(f"""
        from google import genai
        from own import catalog, login

        def run(self):
            {told}
            login(model="gemini-1.5-pro")  # GEM206 at "gemini-1.5-pro"
            catalog.add(model="gemini-1.0-pro")  # GEM206 at "gemini-1.0-pro"
    """)


_SETTINGS = """
import os
DEFAULT_MODEL = os.getenv("MODEL", "gemini-1.0-pro")  # GEM206 at "gemini-1.0-pro"
MODELS = ["gemini-1.5-pro", "gemini-3.8-flash"]
class Settings:
    MODEL = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
    OTHER_MODEL = "gemini-1.5-flash"  # GEM206 at "gemini-1.5-flash"
settings = Settings()
"""
_SERVICE = """
from google import genai
from app.settings import DEFAULT_MODEL, settings
client = genai.Client()
client.models.generate_content(model=settings.MODEL, contents="Hi")
"""


def test_module_that_a_file_with_gemini_imports(tmp_path: Path) -> None:
    project_agrees(
        tmp_path,
        {
            "app/__init__.py": "",
            "app/settings.py": _SETTINGS,
            "app/service.py": _SERVICE,
            "app/another.py": "from google import genai\nfrom . import settings\n",
            "app/unrelated.py": 'MODEL = "gemini-1.5-pro"\n',
        },
    )


def test_module_that_is_not_checked(tmp_path: Path) -> None:
    for name, text in (("settings", _SETTINGS), ("service", _SERVICE), ("__init__", "")):
        path = tmp_path / "app" / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "setup.cfg").touch()
    report = check_paths([tmp_path / "app" / "service.py"], Settings(today=TODAY))
    assert [finding.code for finding in report.findings] == ["GEM202"]
