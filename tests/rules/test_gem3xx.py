"""Rules on the version of the API and on the backend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from linting import codes, findings

CLIENT = """\
from google import genai
from google.genai import types
client = genai.Client({client})
"""
VERTEX = 'vertexai=True, project="p", location="global"'
V1 = 'http_options=types.HttpOptions(api_version="v1")'
V1BETA = 'http_options={"api_version": "v1beta"}'


def generate(config: str, *, client: str = "", model: str = "gemini-3.8-flash") -> str:
    """Return a program whose fourth line is a request with that configuration."""
    return CLIENT.format(client=client) + (
        f'client.models.generate_content(model="{model}", contents="Hi", config={config})\n'
    )


def call(expression: str, *, client: str = "") -> str:
    """Return a program whose fourth line is that call on the client."""
    return CLIENT.format(client=client) + f"client.{expression}\n"


def of_family(found: list[str], *families: str) -> list[str]:
    return [code for code in found if code.startswith(families)]


def versions_and_backends(source: str, **settings: Any) -> list[str]:
    return of_family(codes(source, **settings), "GEM3", "GEM802")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(generate('{"service_tier": "flex"}'), id="no version and no requirement"),
        pytest.param(generate('{"service_tier": "flex"}', client=V1BETA), id="v1beta"),
        pytest.param(generate('{"service_tier": None}', client=V1), id="None is not sent"),
        pytest.param(generate('{"tools": [{"google_search": {}}]}', client=V1), id="in both"),
        pytest.param(generate('{"system_instruction": "Be brief."}', client=V1), id="in v1 by now"),
        pytest.param(
            generate(
                '{"service_tier": "flex", "http_options": {"api_version": "v1beta"}}', client=V1
            ),
            id="the call's own version",
        ),
        pytest.param(
            generate(
                '{"cached_content": "projects/p/locations/l/cachedContents/1"}',
                client='vertexai=True, http_options={"api_version": "v1"}',
            ),
            id="Vertex AI has no such table",
        ),
        pytest.param(
            generate('{"service_tier": "flex"}', client='http_options={"api_version": "v1alpha"}'),
            id="nothing is known of v1alpha",
        ),
        pytest.param(
            generate(
                '{"service_tier": "flex"}',
                client='http_options={"api_version": "v1", "base_url": "https://gateway.example"}',
            ),
            id="a gateway has features of its own",
        ),
    ],
)
def test_feature_of_v1beta_noop(source: str) -> None:
    assert versions_and_backends(source) == []


@pytest.mark.parametrize(
    "config",
    [
        '{"service_tier": "flex"}',
        '{"serviceTier": "flex"}',
        '{"cached_content": "cachedContents/1"}',
        'types.GenerateContentConfig(service_tier="flex")',
        '{"speech_config": {"voice_config": {"prebuilt_voice_config": {"voice_name": "Kore"}}}}',
        '{"speech_config": "Kore"}',
        '{"tools": [{"computer_use": {"environment": "ENVIRONMENT_BROWSER"}}]}',
        "types.GenerateContentConfig(tools=[types.Tool(computer_use=types.ComputerUse())])",
        '{"tools": [{"mcp_servers": [{"name": "weather"}]}]}',
    ],
)
def test_feature_of_v1beta_in_v1(config: str) -> None:
    assert versions_and_backends(generate(config, client=V1)) == ["GEM301:4"]
    assert versions_and_backends(generate(config), sdk_version="3.4.0") == ["GEM301:4"]
    assert versions_and_backends(generate(config), sdk_version="2.34.0") == []


def test_feature_of_v1beta_in_a_body_for_v1() -> None:
    source = """\
import requests
requests.post(
    "https://generativelanguage.googleapis.com/v1/models/gemini-3.8-flash:generateContent",
    headers={"x-goog-api-key": KEY},
    json={
        "contents": [{"parts": [{"text": "Hi"}]}],
        "cachedContent": "cachedContents/1",
    },
)
"""
    assert versions_and_backends(source) == ["GEM301:7"]
    assert versions_and_backends(source.replace("/v1/", "/v1beta/")) == []


def test_the_setting_names_the_version() -> None:
    source = generate('{"service_tier": "flex"}')
    assert versions_and_backends(source, api_version="v1") == ["GEM301:4"]
    assert versions_and_backends(source, api_version="v1beta", sdk_version="3.4.0") == []


def test_the_environment_names_the_version() -> None:
    source = 'import os\nos.environ["GOOGLE_GENAI_API_VERSION"] = "beta"\n' + generate(
        '{"service_tier": "flex"}'
    )
    assert versions_and_backends(source, sdk_version="3.4.0") == []


@pytest.mark.parametrize(
    "expression",
    [
        'files.upload(file="a.pdf")',
        "models.list()",
        'interactions.create(model="gemini-3.8-flash", input="Hi")',
        "file_search_stores.list()",
    ],
)
def test_method_in_both_versions(expression: str) -> None:
    assert versions_and_backends(call(expression), sdk_version="3.4.0") == []


@pytest.mark.parametrize(
    "expression",
    [
        'caches.create(model="gemini-3.8-flash", config={"ttl": "60s", "contents": ["Hi"]})',
        'caches.get(name="cachedContents/1")',
        "caches.list()",
        "auth_tokens.create(config={})",
        "agents.list()",
        "webhooks.list()",
        'aio.caches.delete(name="cachedContents/1")',
    ],
)
def test_method_of_v1beta_in_v1(expression: str) -> None:
    assert versions_and_backends(call(expression), sdk_version="3.4.0") == ["GEM302:4"]
    assert versions_and_backends(call(expression, client=V1)) == ["GEM302:4"]
    assert versions_and_backends(call(expression, client=V1BETA), sdk_version="3.4.0") == []
    assert versions_and_backends(call(expression), sdk_version="2.0.0") == []
    assert versions_and_backends(call(expression)) == []


def test_the_live_api_in_v1_is_one_finding_at_the_name_of_the_method() -> None:
    source = (
        CLIENT.format(client="")
        + """\
async def main():
    async with client.aio.live.connect(
        model="gemini-3.8-live",
        config={"response_modalities": ["AUDIO"], "speech_config": {"language_code": "en-US"}},
    ) as session:
        await session.send_client_content(turns={"role": "user", "parts": [{"text": "Hi"}]})
"""
    )
    [found] = [item for item in findings(source, sdk_version="3.4.0") if item.code >= "GEM3"]
    assert (found.code, found.span.line, found.span.column) == ("GEM302", 5, 32)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("gemini-3.8-flash", []),
        ("gemini-flash-latest", ["GEM303:4"]),
        ("models/gemini-flash-latest", ["GEM303:4"]),
        ("gemini-flash-lite-latest", ["GEM303:4"]),
        ("gemini-pro-latest", ["GEM303:4"]),
        ("gemini-9-of-the-future", []),
    ],
)
def test_alias_of_v1beta_in_v1(model: str, expected: list[str]) -> None:
    source = generate("{}", model=model)
    assert versions_and_backends(source, sdk_version="3.0.0") == expected
    assert versions_and_backends(source, sdk_version="2.34.0") == []
    assert versions_and_backends(source) == []


@pytest.mark.parametrize(
    ("client", "expected"),
    [
        pytest.param(V1, [], id="v1"),
        pytest.param(V1BETA, [], id="v1beta"),
        pytest.param('http_options={"api_version": "v1alpha"}', [], id="v1alpha"),
        pytest.param('http_options={"api_version": version}', [], id="unknown value"),
        pytest.param(
            'http_options={"api_version": "2024-10-21", "base_url": "https://gateway.example"}',
            [],
            id="a gateway has versions of its own",
        ),
        pytest.param(
            'vertexai=True, http_options={"api_version": "v1beta1"}', [], id="Vertex v1beta1"
        ),
        pytest.param('vertexai=True, http_options={"api_version": "v1"}', [], id="Vertex v1"),
        pytest.param('http_options={"api_version": "v2"}', ["GEM304:3"], id="v2"),
        pytest.param('http_options={"api_version": "V1"}', ["GEM304:3"], id="upper case"),
        pytest.param('http_options={"api_version": "v1beta2"}', ["GEM304:3"], id="PaLM's"),
        pytest.param('http_options={"api_version": "v1beta1"}', ["GEM304:3"], id="Vertex's"),
        pytest.param('http_options={"apiVersion": "beta"}', ["GEM304:3"], id="beta"),
        pytest.param(
            'vertexai=True, http_options={"api_version": "v1beta"}',
            ["GEM304:3"],
            id="the Developer API's on Vertex",
        ),
    ],
)
def test_version_that_does_not_exist(client: str, expected: list[str]) -> None:
    assert of_family(codes(generate("{}", client=client)), "GEM304") == expected


def test_version_that_does_not_exist_in_a_url() -> None:
    source = """\
import requests
requests.post(
    "https://generativelanguage.googleapis.com/v2/models/gemini-3.8-flash:generateContent",
    headers={"x-goog-api-key": KEY},
    json={"contents": [{"parts": [{"text": "Hi"}]}]},
)
"""
    assert of_family(codes(source), "GEM3") == ["GEM304:3"]


@pytest.mark.parametrize(
    "config",
    [
        '{"audio_timestamp": None}',
        '{"labels": {"team": "a"}}',
        '{"image_config": {"aspect_ratio": "1:1"}}',
        '{"tools": [{"google_search": {}}]}',
        '{"safety_settings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF"}]}',
        (
            '{"response_mime_type": "application/json", "response_schema": '
            '{"type": "OBJECT", "additionalProperties": False}}'
        ),
    ],
)
def test_field_of_both_backends(config: str) -> None:
    assert versions_and_backends(generate(config)) == []
    assert versions_and_backends(generate(config, client=VERTEX)) == []


@pytest.mark.parametrize(
    "config",
    [
        '{"audio_timestamp": False}',
        '{"audioTimestamp": True}',
        '{"model_armor_config": {"prompt_template_name": "t"}}',
        "types.GenerateContentConfig(routing_config=types.GenerationConfigRoutingConfig())",
        '{"image_config": {"person_generation": "ALLOW_ALL"}}',
        "types.GenerateContentConfig(image_config=types.ImageConfig(output_mime_type='image/png'))",
        '{"tools": [{"enterprise_web_search": {}}]}',
        "types.GenerateContentConfig(tools=[types.Tool(retrieval=types.Retrieval())])",
        '{"tools": [{"google_search": {"exclude_domains": ["example.com"]}}]}',
        '{"tool_config": {"function_calling_config": {"stream_function_call_arguments": True}}}',
        (
            '{"safety_settings": [{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "OFF", '
            '"method": "SEVERITY"}]}'
        ),
        (
            '{"response_mime_type": "application/json", "response_schema": '
            '{"type": "OBJECT", "additionalProperties": True}}'
        ),
    ],
)
def test_field_of_vertex_on_the_developer_api(config: str) -> None:
    assert versions_and_backends(generate(config)) == ["GEM305:4"]
    assert versions_and_backends(generate(config, client=VERTEX)) == []


@pytest.mark.parametrize(
    "config",
    [
        '{"store": False}',
        '{"enable_enhanced_civic_answers": True}',
        '{"tools": [{"file_search": {"file_search_store_names": ["fileSearchStores/1"]}}]}',
        '{"tool_config": {"include_server_side_tool_invocations": True}}',
    ],
)
def test_field_of_the_developer_api_on_vertex(config: str) -> None:
    assert versions_and_backends(generate(config, client=VERTEX)) == ["GEM305:4"]
    assert versions_and_backends(generate(config, client=V1BETA)) == []


def test_backend_that_is_not_known_needs_both_to_agree() -> None:
    source = generate('{"audio_timestamp": True}', client="vertexai=flag")
    assert versions_and_backends(source) == []


def test_condition_on_the_backend_of_the_client() -> None:
    source = CLIENT.format(client="") + (
        "if client.vertexai:\n"
        '    client.models.compute_tokens(model="gemini-3.8-flash", contents="Hi")\n'
        "else:\n"
        '    client.files.upload(file="a.pdf")\n'
        'client.models.compute_tokens(model="gemini-3.8-flash", contents="Hi")\n'
    )
    assert versions_and_backends(source) == ["GEM305:8"]


def test_the_setting_decides_where_the_code_is_silent() -> None:
    source = generate('{"audio_timestamp": True}')
    assert versions_and_backends(source, backend="vertex") == []
    assert versions_and_backends(generate('{"store": True}'), backend="vertex") == ["GEM305:4"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('models.count_tokens(model="gemini-3.8-flash", contents="Hi")', []),
        (
            (
                'models.count_tokens(model="gemini-3.8-flash", contents="Hi", '
                'config={"system_instruction": "Be brief."})'
            ),
            ["GEM305:4"],
        ),
        (
            (
                'models.embed_content(model="gemini-embedding-001", contents="Hi", '
                'config={"auto_truncate": True})'
            ),
            ["GEM305:4"],
        ),
        ('models.compute_tokens(model="gemini-3.8-flash", contents="Hi")', ["GEM305:4"]),
        ("tunings.list()", ["GEM305:4"]),
        ('batches.create(model="gemini-3.8-flash", src="files/1")', []),
        ('batches.create(model="gemini-3.8-flash", src="gs://bucket/in.jsonl")', ["GEM305:4"]),
        (
            'batches.create(model="gemini-3.8-flash", src="files/1", config={"dest": "gs://b/o"})',
            ["GEM305:4"],
        ),
        (
            (
                'caches.create(model="gemini-3.8-flash", config={"contents": ["Hi"], '
                '"kms_key_name": "projects/p/locations/l/keyRings/r/cryptoKeys/k"})'
            ),
            ["GEM305:4"],
        ),
    ],
)
def test_other_methods_on_the_developer_api(expression: str, expected: list[str]) -> None:
    assert versions_and_backends(call(expression)) == expected


def test_editing_images_needs_vertex() -> None:
    source = call('models.edit_image(model="m", prompt="A cat", reference_images=[])')
    assert of_family(codes(source), "GEM3", "GEM8") == ["GEM305:4"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ('files.upload(file="a.pdf")', ["GEM305:4"]),
        ('aio.files.upload(file="a.pdf")', ["GEM305:4"]),
        ("files.list()", ["GEM305:4"]),
        ("file_search_stores.list()", ["GEM305:4"]),
        ("auth_tokens.create(config={})", ["GEM305:4"]),
        ('batches.create(model="gemini-3.8-flash", src="files/1")', ["GEM305:4"]),
        ('batches.create(model="gemini-3.8-flash", src="gs://bucket/in.jsonl")', []),
        ("tunings.list()", []),
        ("models.list()", []),
    ],
)
def test_methods_on_vertex(expression: str, expected: list[str]) -> None:
    assert versions_and_backends(call(expression, client=VERTEX)) == expected


@pytest.mark.parametrize(
    ("model", "client", "expected"),
    [
        ("gemini-live-2.5-flash", "", ["GEM305:4"]),
        ("gemini-3.8-flash", "", []),
        ("gemini-3.8-flash", VERTEX, []),
        ("aqa", VERTEX, ["GEM305:4"]),
        ("gemini-3.8-flash-cyber", "", ["GEM305:4"]),
        ("gemini-3.8-flash-cyber", VERTEX, []),
        ("gemini-3.8-flash-cyber", "vertexai=flag", []),
    ],
)
def test_model_that_the_other_backend_serves(model: str, client: str, expected: list[str]) -> None:
    found = codes(generate("{}", client=client, model=model))
    assert of_family(found, "GEM305") == expected


@pytest.fixture
def unpinned(tmp_path: Path) -> str:
    """Return the path of a program whose project requires google-genai, whatever release."""
    (tmp_path / "requirements.txt").write_text("google-genai\n")
    return str(tmp_path / "app.py")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(generate("{}", model="gemini-flash-latest"), id="model"),
        pytest.param(generate('{"cached_content": "cachedContents/1"}'), id="feature"),
        pytest.param(call('caches.get(name="cachedContents/1")'), id="method"),
    ],
)
@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ("google-genai", ["GEM306:4"]),
        ("google-genai>=1.40", ["GEM306:4"]),
        ("google-genai>=1.40,<3", []),
        ("google-genai<3", []),
        ("requests", []),
    ],
)
def test_version_that_the_installer_decides(
    source: str, requirement: str, expected: list[str], tmp_path: Path
) -> None:
    (tmp_path / "requirements.txt").write_text(requirement + "\n")
    assert versions_and_backends(source, path=str(tmp_path / "app.py")) == expected


@pytest.mark.parametrize("requirement", ["google-genai>=3", "google-genai==3.4.0"])
def test_version_of_google_genai_3(requirement: str, tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text(requirement + "\n")
    source = generate("{}", model="gemini-flash-latest")
    assert versions_and_backends(source, path=str(tmp_path / "app.py")) == ["GEM303:4"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(generate("{}"), id="in both versions"),
        pytest.param(generate('{"service_tier": "flex"}', client=V1BETA), id="version named"),
        pytest.param(generate('{"service_tier": "priority"}', client=VERTEX), id="Vertex AI"),
    ],
)
def test_version_that_the_installer_decides_noop(source: str, unpinned: str) -> None:
    assert versions_and_backends(source, path=unpinned) == []


def test_a_warning_says_where_the_requirement_stands(unpinned: str) -> None:
    source = generate('{"service_tier": "flex"}')
    [found] = [item for item in findings(source, path=unpinned) if item.code == "GEM306"]
    assert found.severity == "warning"
    assert "requirements.txt" in found.message
