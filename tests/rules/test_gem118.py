from __future__ import annotations

import pytest
from linting import findings
from programs import MODEL, faults, google_genai, messages


def turns(*roles: str) -> str:
    return (
        "[" + ", ".join(f'{{"role": {role}, "parts": [{{"text": "Hi"}}]}}' for role in roles) + "]"
    )


@pytest.mark.parametrize(
    "contents",
    [
        turns('"user"'),
        turns('"user"', '"model"', '"user"'),
        turns('"user"', '"model"', '"function"'),
        turns('"user"', '"model"', '"tool"'),
        turns("input()"),
        '[{"parts": [{"text": "Hi"}]}]',
        'types.Content(role="user", parts=[types.Part(text="Hi")])',
    ],
)
def test_noop(contents: str) -> None:
    assert faults(google_genai(contents=contents)) == []


def test_noop_messages_of_another_api() -> None:
    source = (
        "from openai import OpenAI\n"
        "client = OpenAI(\n"
        '    base_url="https://generativelanguage.googleapis.com/v1beta/openai/"\n'
        ")\n"
        "client.chat.completions.create(\n"
        f'    model="{MODEL}",\n'
        '    messages=[{"role": "system", "content": "Be brief."}],\n'
        ")\n"
    )
    assert faults(source) == []


@pytest.mark.parametrize(
    "contents",
    [
        turns('"system"', '"user"'),
        turns('"user"', '"assistant"', '"user"'),
        turns('"human"'),
        '[types.Content(role="assistant", parts=[types.Part(text="Hi")]), "Go on."]',
    ],
)
def test_other_roles(contents: str) -> None:
    assert faults(google_genai(contents=contents)) == ["GEM118"]


def test_one_for_each_turn() -> None:
    contents = turns('"system"', '"user"', '"assistant"', '"user"')
    found = findings(google_genai(contents=contents), select=("GEM118",))
    assert len({finding.span for finding in found}) == 2


def test_advice() -> None:
    assert "system_instruction" in messages(google_genai(contents=turns('"system"', '"user"')))[0]
    assert "'model'" in messages(google_genai(contents=turns('"assistant"', '"user"')))[0]


@pytest.mark.parametrize("before", ["while True:\n", "for line in open('log'):\n"])
def test_role_that_a_loop_adds_after_the_request(before: str) -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        "history = []\n"
        f"{before}"
        '    history.append({"role": "user", "parts": [{"text": input()}]})\n'
        f'    answer = client.models.generate_content(model="{MODEL}", contents=history)\n'
        '    history.append({"role": "assistant", "parts": [{"text": answer.text}]})\n'
    )
    assert len(findings(source, select=("GEM118",))) == 1
