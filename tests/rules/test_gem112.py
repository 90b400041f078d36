from __future__ import annotations

import pytest
from linting import findings
from programs import faults, google_genai, messages

JSON = 'response_mime_type="application/json"'
NAMES = "'allowed_function_names': ['look_up']"
SEARCH = "types.Tool(google_search=types.GoogleSearch())"


@pytest.mark.parametrize(
    "config",
    [
        pytest.param(f"{JSON}, response_schema=River", id="schema with type"),
        pytest.param('response_mime_type="text/x.enum", response_schema=River', id="an enum"),
        pytest.param(f"{JSON}, response_json_schema={{}}", id="JSON schema with type"),
        pytest.param(f"{JSON}, response_json_schema=River.model_json_schema()", id="of a class"),
        pytest.param("response_schema=River, **options", id="the type may be hidden"),
        pytest.param("response_schema=None", id="no schema"),
        pytest.param("response_schema=schema_of(River)", id="perhaps no schema"),
        pytest.param("response_schema=River, response_mime_type=input()", id="unknown type"),
        pytest.param("response_logprobs=True, logprobs=3", id="logprobs with flag"),
        pytest.param('thinking_config={"thinking_level": "low"}', id="one of two"),
        pytest.param('cached_content="cachedContents/1"', id="a cache alone"),
        pytest.param("tools=[look_up]", id="functions alone"),
        pytest.param(f"tools=[look_up], {JSON}", id="functions and JSON on Gemini 3"),
        pytest.param(
            f"tools=[look_up, {SEARCH}], "
            "tool_config=types.ToolConfig(include_server_side_tool_invocations=True)",
            id="functions and search on Gemini 3",
        ),
        pytest.param(
            f"tool_config={{'function_calling_config': {{'mode': 'ANY', {NAMES}}}}}",
            id="names with mode",
        ),
    ],
)
def test_noop(config: str) -> None:
    assert faults(google_genai(config)) == []


@pytest.mark.parametrize(
    "config",
    [
        "response_schema=River",
        'response_schema=River, response_mime_type="text/plain"',
        "response_json_schema={}",
        "response_json_schema=River.model_json_schema()",
        f"{JSON}, response_schema=River, response_json_schema={{}}",
        "logprobs=3",
        "logprobs=3, response_logprobs=False",
        'thinking_config={"thinking_budget": 1024, "thinking_level": "low"}',
        "thinking_config=types.ThinkingConfig(thinking_budget=1, thinking_level='LOW')",
        'cached_content="cachedContents/1", system_instruction="Be brief."',
        'cached_content="cachedContents/1", tools=[look_up]',
        'cached_content="cachedContents/1", tool_config={}',
        'speech_config={"voice_config": {}, "multi_speaker_voice_config": {}}',
        f"tools=[look_up, {SEARCH}]",
        f"tool_config={{'function_calling_config': {{'mode': 'AUTO', {NAMES}}}}}",
        f"tool_config={{'function_calling_config': {{{NAMES}}}}}",
    ],
)
def test_conflict(config: str) -> None:
    assert faults(google_genai(config)) == ["GEM112"]


@pytest.mark.parametrize(
    "tools",
    [
        f"tools = [{SEARCH}] if search else [look_up]",
        f"tools = [{SEARCH} if search else look_up]",
        f"tools = []\nif search:\n    tools.append({SEARCH})\nelse:\n    tools.append(look_up)",
        f"tools = [{SEARCH}]\nif not search:\n    tools = [look_up]",
        (
            "options = {}\nif search:\n    options['google_search'] = types.GoogleSearch()\n"
            "else:\n    options['function_declarations'] = [{'name': 'look_up'}]\n"
            "tools = [types.Tool(**options)]"
        ),
    ],
)
def test_noop_on_tools_that_exclude_one_another(tools: str) -> None:
    source = google_genai("tools=tools", model="gemini-2.5-flash")
    start = source.index("client =")
    assert faults(f"{source[:start]}search = input()\n{tools}\n{source[start:]}") == []


def test_tool_that_is_added_on_some_paths() -> None:
    source = google_genai("tools=tools", model="gemini-2.5-flash")
    start = source.index("client =")
    tools = f"tools = [look_up]\nif input():\n    tools.append({SEARCH})\n"
    assert faults(f"{source[:start]}{tools}{source[start:]}") == ["GEM112"]


@pytest.mark.parametrize("config", [f"tools=[look_up, {SEARCH}]", f"tools=[look_up], {JSON}"])
def test_functions_on_gemini_2(config: str) -> None:
    assert faults(google_genai(config, model="gemini-2.5-flash")) == ["GEM112"]


def test_cache_that_was_made_before() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        'cache = client.caches.create(model="gemini-3.8-flash", config={"contents": ["Text"]})\n'
        "client.models.generate_content(\n"
        '    model="gemini-3.8-flash",\n'
        '    contents="Hello",\n'
        '    config={"cached_content": cache.name, "system_instruction": "Be brief."},\n'
        ")\n"
    )
    assert faults(source) == ["GEM112"]


def test_two_ways_to_expire() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        'client.caches.create(model="gemini-3.8-flash", config={\n'
        '    "contents": ["A long text"],\n'
        '    "ttl": "60s",\n'
        '    "expire_time": "2027-01-01T00:00:00Z",\n'
        "})\n"
    )
    found = findings(source, select=("GEM112",))
    assert [finding.span.line for finding in found] == [6]


def test_armor_beside_safety_settings() -> None:
    config = (
        'model_armor_config={"prompt_template_name": "x"}, safety_settings=[{"category": '
        '"HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}]'
    )
    assert faults(google_genai(config, client="vertexai=True")) == ["GEM112"]


def test_position_is_the_later_key() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        "client.models.generate_content(\n"
        '    model="gemini-3.8-flash",\n'
        '    contents="Hello",\n'
        "    config={\n"
        '        "thinking_config": {\n'
        '            "thinking_level": "low",\n'
        '            "thinking_budget": 0,\n'
        "        },\n"
        "    },\n"
        ")\n"
    )
    [finding] = findings(source, select=("GEM112",))
    assert (finding.span.line, finding.span.column) == (9, 13)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('parameters={"type": "OBJECT"}', []),
        ('parameters=None, parameters_json_schema={"type": "object"}', []),
        ('parameters={"type": "OBJECT"}, parameters_json_schema={"type": "object"}', ["GEM112"]),
        (
            "parameters=types.Schema(), parameters_json_schema=River.model_json_schema()",
            ["GEM112"],
        ),
    ],
)
def test_two_schemas_of_a_function(fields: str, expected: list[str]) -> None:
    function = f'types.FunctionDeclaration(name="look_up", {fields})'
    tool = f"types.Tool(function_declarations=[{function}])"
    assert faults(google_genai(f"tools=[{tool}]")) == expected


def test_message() -> None:
    assert messages(google_genai("logprobs=3")) == ["logprobs needs response_logprobs=True"]
