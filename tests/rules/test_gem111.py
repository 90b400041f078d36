from __future__ import annotations

import pytest
from linting import codes, findings
from programs import MODEL, faults, google_genai, google_generativeai, messages, rest


@pytest.mark.parametrize(
    "config",
    [
        "maxOutputTokens=5",
        "max_output_tokens=5",
        "topP=0.5",
        "**options",
        'thinking_config={"thinkingBudget": 0}',
        'http_options={"api_version": "v1beta"}',
    ],
)
def test_noop(config: str) -> None:
    assert faults(google_genai(config)) == []


def test_noop_other_library() -> None:
    assert (
        faults('import discord\nfrom google import genai\nbot.send_message("hi", max_tokens=1)')
        == []
    )


@pytest.mark.parametrize(
    ("config", "meant"),
    [
        ("max_tokens=5", "max_output_tokens"),
        ("maxTokens=5", "max_output_tokens"),
        ('stop=["END"]', "stop_sequences"),
        ("n=2", "candidate_count"),
        ("temprature=0.5", "temperature"),
        ('system="Be brief."', "system_instruction"),
        ("stream=True", "generate_content_stream"),
        ('generation_config={"temperature": 0.5}', "GenerateContentConfig itself"),
        ('thinking_config={"budget": 1}', "thinking_budget"),
    ],
)
def test_key_of_a_configuration(config: str, meant: str) -> None:
    source = google_genai(config)
    assert faults(source) == ["GEM111"]
    assert meant in messages(source)[0]


@pytest.mark.parametrize("keyword", ["temperature=0.5", 'generation_config={"temperature": 0.5}'])
def test_keyword_of_the_call(keyword: str) -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        f'client.models.generate_content(model="{MODEL}", contents="Hello", {keyword})\n'
    )
    assert faults(source) == ["GEM111"]
    assert "config=" in messages(source)[0]


def test_keyword_of_the_client() -> None:
    source = (
        "from google import genai\n"
        'client = genai.Client(api_version="v1beta")\n'
        f'client.models.generate_content(model="{MODEL}", contents="Hello")\n'
    )
    assert faults(source) == ["GEM111"]
    assert "http_options" in messages(source)[0]


@pytest.mark.parametrize(
    ("part", "meant"),
    [
        ('from_uri(uri="gs://b/a.png", mime_type="image/png")', "file_uri"),
        ('from_bytes(data=b"", mime="image/png")', "mime_type"),
        ('from_text(content="Hello")', "did you mean text?"),
    ],
)
def test_keyword_of_a_part(part: str, meant: str) -> None:
    source = google_genai(contents=f"[types.Part.{part}]")
    assert faults(source) == ["GEM111"]
    assert meant in messages(source)[0]


def test_noop_keywords_of_a_part() -> None:
    parts = 'types.Part.from_uri(file_uri="gs://b/a.png", mime_type="image/png"), "Describe it."'
    assert faults(google_genai(contents=f"[{parts}]")) == []


def test_old_library() -> None:
    assert faults(google_generativeai('{"max_tokens": 5}')) == ["GEM111"]
    source = (
        "import google.generativeai as genai\n"
        f'model = genai.GenerativeModel("{MODEL}")\n'
        'model.generate_content("Hello", request_options={"api_version": "v1"})\n'
    )
    assert faults(source) == ["GEM111"]
    assert "404" in messages(source)[0]


def test_rest() -> None:
    assert faults(rest('"generationConfig": {"maxTokens": 5}')) == ["GEM111"]


def test_environments_take_what_3_5_0_added() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        'client.environments.create(mode="self_hosted", custom_config={}, system_instruction="x")\n'
        "client.environments.create(shape=1)\n"
    )
    [found] = findings(source)
    assert (found.code, found.span.line) == ("GEM111", 4)


def test_interactions() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        "client.interactions.create(\n"
        f'    model="{MODEL}", input="Hello", generation_config={{"max_tokens": 5}}\n'
        ")\n"
    )
    assert faults(source) == ["GEM111"]


@pytest.mark.parametrize("kind", ["kind", '"google_search" if kind else "url_context"'])
def test_noop_type_of_a_tool_that_is_not_known(kind: str) -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        'def ask(kind="google_search"):\n'
        "    client.interactions.create(\n"
        f'        model="{MODEL}", input="Hello", tools=[{{"type": {kind}}}]\n'
        "    )\n"
    )
    assert faults(source) == []


@pytest.mark.parametrize(
    "schema",
    [
        '{"type": "OBJECT", "properties": {"city": {"type": "STRING"}}}',
        'types.Schema(type="OBJECT", properties={"city": types.Schema(type="STRING")})',
    ],
)
def test_noop_properties_of_a_schema(schema: str) -> None:
    config = f'response_mime_type="application/json", response_schema={schema}'
    assert faults(google_genai(config)) == []


def test_noop_schema_of_vertexai() -> None:
    source = """
        from vertexai.generative_models import GenerativeModel
        schema = {"type": "OBJECT", "properties": {"city": {"type": "STRING"}}}
        model = GenerativeModel("gemini-3.8-flash")
        model.generate_content("Where?", generation_config={"response_schema": schema})
    """
    assert codes(source, select=("GEM111",)) == []


def test_schema_of_a_property() -> None:
    schema = 'types.Schema(type="OBJECT", properties={"city": types.Schema(kind="STRING")})'
    config = f'response_mime_type="application/json", response_schema={schema}'
    assert messages(google_genai(config)) == ["unknown parameter kind of Schema"]


def _set_where(condition: str, held: str = "") -> str:
    return f"""
import inspect
from google import genai
from google.genai import types

client = genai.Client()
kwargs = {{"temperature": 1.0}}
{held}
if {condition}:
    kwargs["resolution"] = "2K"
config = types.GenerateContentConfig(**kwargs)
client.models.generate_content(model="{MODEL}", contents="Hello", config=config)
"""


_HAS_IT = [
    'hasattr(types.GenerateContentConfig, "resolution")',
    '"resolution" in types.GenerateContentConfig.model_fields',
    '"resolution" in inspect.signature(types.GenerateContentConfig).parameters',
    '"resolution" in dir(types.GenerateContentConfig)',
    '_has_field(types.GenerateContentConfig, "resolution")',
]


@pytest.mark.parametrize("condition", _HAS_IT)
def test_noop_key_that_is_given_where_the_sdk_has_it(condition: str) -> None:
    assert codes(_set_where(condition), select=("GEM111",)) == []
    held = _set_where("has_it and wants_it", f"has_it = {condition}")
    assert codes(held, select=("GEM111",)) == []


@pytest.mark.parametrize(
    "condition",
    ['"resolution" in options', 'options.get("resolution")', 'has_it(options, "size")', "options"],
)
def test_key_that_is_given_under_another_condition(condition: str) -> None:
    assert messages(_set_where(condition)) == [
        "unknown parameter resolution of GenerateContentConfig: did you mean media_resolution?"
    ]


@pytest.mark.parametrize("key", ["content", "text"])
def test_text_beside_a_role(key: str) -> None:
    contents = f'[{{"role": "user", "{key}": "Hello"}}]'
    (finding,) = findings(google_genai(contents=contents), select=("GEM111",))
    assert finding.message.endswith("of Content: did you mean parts?")


@pytest.mark.parametrize("module", ["google.generativeai", "vertexai.generative_models"])
@pytest.mark.parametrize(
    "call",
    [
        'generate_content("Hello", system_instruction="Be brief.")',
        'generate_content("Hello", generation_config={"system_instruction": "Be brief."})',
        'start_chat(system_instruction="Be brief.")',
        'start_chat().send_message("Hello", system_instruction="Be brief.")',
    ],
)
def test_what_older_sdks_take_with_the_model(module: str, call: str) -> None:
    source = f'import {module} as genai\ngenai.GenerativeModel("{MODEL}").{call}\n'
    (finding,) = findings(source, select=("GEM111",))
    assert finding.message.endswith(": give it to GenerativeModel instead")
