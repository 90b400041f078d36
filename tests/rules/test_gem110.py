from __future__ import annotations

import pytest
from linting import findings
from programs import MODEL, faults, google_genai, google_generativeai, messages, rest


@pytest.mark.parametrize(
    "config",
    [
        pytest.param('temperature="0.5"', id="a number in a string"),
        pytest.param("temperature=True", id="a boolean for a number"),
        pytest.param('max_output_tokens="100"', id="a whole number in a string"),
        pytest.param("max_output_tokens=100.0", id="a whole float"),
        pytest.param('response_logprobs="yes"', id="a truth in a string"),
        pytest.param('stop_sequences=("END",)', id="a tuple for a list"),
        pytest.param("max_output_tokens=None", id="not given"),
        pytest.param("stop_sequences=input()", id="not known"),
        pytest.param('system_instruction="Be brief."', id="a string for contents"),
        pytest.param('speech_config="Kore"', id="the name of a voice"),
        pytest.param('system_instruction=["Be brief."]', id="several parts"),
        pytest.param("tools=[look_up]", id="a function for a tool"),
        pytest.param("tools=[types.Tool(google_search=types.GoogleSearch())]", id="a tool"),
        pytest.param("response_modalities=[types.Modality.TEXT]", id="a list of an enum"),
        pytest.param('response_mime_type="application/json", response_schema=River', id="a class"),
        pytest.param('labels={"team": "rivers"}', id="a mapping"),
    ],
)
def test_noop(config: str) -> None:
    assert faults(google_genai(config)) == []


@pytest.mark.parametrize(
    "config",
    [
        'temperature="hot"',
        "temperature=[0.5]",
        'temperature=""',
        "candidate_count=2.5",
        'candidate_count="two"',
        "max_output_tokens=10.5",
        'max_output_tokens="2.5"',
        'stop_sequences="END"',
        "stop_sequences=[1]",
        'stop_sequences=["END", None]',
        'response_modalities="TEXT"',
        "response_mime_type=5",
        'thinking_config="low"',
        "thinking_config=types.ThinkingConfig(thinking_level=3)",
        'thinking_config={"thinking_budget": "lots"}',
        "media_resolution=1",
        'labels=["a"]',
        'tools="google_search"',
        'tools=[{"google_search": True}]',
        "tools=[types.Tool(google_search=True)]",
        "system_instruction=5",
        "tools=[types.GoogleSearch()]",
        'tools=[types.FunctionDeclaration(name="look_up")]',
        "response_modalities=types.Modality.TEXT",
        "tools=types.Tool(google_search=types.GoogleSearch())",
        'safety_settings={"HARASSMENT": "BLOCK_NONE"}',
    ],
)
def test_refused_by_google_genai(config: str) -> None:
    assert faults(google_genai(config)) == ["GEM110"]


@pytest.mark.parametrize(
    "config",
    ['{"temperature": "0.5"}', '{"max_output_tokens": 100.0}', '{"stop_sequences": [1]}'],
)
def test_refused_by_google_generativeai(config: str) -> None:
    assert faults(google_generativeai(config)) == ["GEM110"]


@pytest.mark.parametrize(
    ("sequences", "severity"),
    [
        pytest.param('"END"', "warning", id="the characters are sent"),
        pytest.param('"FINISHED"', "error", id="and are too many"),
    ],
)
def test_string_that_google_generativeai_takes_apart(sequences: str, severity: str) -> None:
    source = google_generativeai(f'{{"stop_sequences": {sequences}}}')
    assert faults(source) == ["GEM110"]
    assert [finding.severity for finding in findings(source, select=("GEM110",))] == [severity]


def test_json() -> None:
    assert faults(rest('"generationConfig": {"temperature": "0.5"}')) == []
    assert faults(rest('"generationConfig": {"stopSequences": "END"}')) == []
    assert faults(rest('"generationConfig": {"candidateCount": 2.5}')) == ["GEM110"]
    assert faults(rest('"generationConfig": {"temperature": "hot"}')) == ["GEM110"]


@pytest.mark.parametrize("contents", ["5", '["Name a river.", 5]', "True"])
def test_numbers_for_contents(contents: str) -> None:
    assert faults(google_genai(contents=contents)) == ["GEM110"]


CHAT = f"""
from google import genai
from google.genai import types
chat = genai.Client().chats.create(model="{MODEL}")
"""


@pytest.mark.parametrize(
    "message",
    [
        '"Name a river."',
        '["Name a river.", types.Part(text="Be brief.")]',
        'types.Part.from_text(text="Name a river.")',
        "input()",
    ],
)
def test_noop_message_of_a_chat(message: str) -> None:
    assert faults(f"{CHAT}chat.send_message({message})") == []


@pytest.mark.parametrize(
    "message",
    [
        'types.Content(role="user", parts=[types.Part(text="Name a river.")])',
        'types.UserContent("Name a river.")',
        '{"role": "user", "parts": [{"text": "Name a river."}]}',
        '["Be brief.", {"text": "Name a river."}]',
        "5",
    ],
)
def test_message_of_a_chat(message: str) -> None:
    assert faults(f"{CHAT}chat.send_message({message})") == ["GEM110"]
    assert faults(f"{CHAT}chat.send_message_stream(message={message})") == ["GEM110"]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ('["Hi"]', ["GEM110"]),
        ("[types.UserContent('Hi')]", []),
        ('[{"role": "user", "parts": [{"text": "Hi"}]}]', []),
        ("history", []),
    ],
)
def test_history_of_a_chat(history: str, expected: list[str]) -> None:
    assert faults(CHAT.replace(")\n", f", history={history})\n")) == expected


@pytest.mark.parametrize("given", ["config", "**{'config': config}"])
def test_configuration_of_the_server_for_the_librarys(given: str) -> None:
    given = "config=config" if given == "config" else given
    source = (
        "from google import genai\n"
        "from google.genai import types\n"
        "config = types.GenerationConfig(temperature=5, max_tokens=9)\n"
        f'genai.Client().models.generate_content(model="{MODEL}", contents="Hi", {given})\n'
    )
    assert messages(source) == ["config is a GenerationConfig, not a GenerateContentConfig"]


def test_message() -> None:
    assert messages(google_genai("candidate_count=2.5")) == [
        "candidate_count 2.5 is not a whole number"
    ]


def test_noop_float_top_k_of_vertexai() -> None:
    source = (
        "from vertexai.generative_models import GenerationConfig, GenerativeModel\n"
        'model = GenerativeModel("gemini-3.8-flash")\n'
        'model.generate_content("Hi", generation_config={configuration})\n'
    )
    for configuration in ("GenerationConfig(top_k=40.0)", '{"top_k": 40.0}'):
        assert "GEM110" not in faults(source.format(configuration=configuration))
