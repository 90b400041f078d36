from __future__ import annotations

import pytest
from linting import codes, findings

CALL = """\
from google import genai

client = genai.Client()
response = client.models.generate_content(
    model="gemini-3.8-flash",
    contents={contents},
)
"""


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param('"hi"', id="text"),
        pytest.param('["", "hi"]', id="one text of two"),
        pytest.param('["", image]', id="with something unknown"),
        pytest.param("[*parts]", id="unknown items"),
        pytest.param('f"{text}"', id="only a hole"),
        pytest.param("contents", id="unknown"),
        pytest.param('question or ""', id="perhaps empty"),
        pytest.param("f\"{question or ''}\"", id="perhaps empty, in a text"),
        pytest.param('(question or "") + data.get("more", "")', id="perhaps empty, added"),
        pytest.param('[{"role": "model", "parts": [{"text": "hi"}]}]', id="only a model turn"),
    ],
)
def test_content_is_silent(contents: str) -> None:
    assert codes(CALL.format(contents=contents), select=("GEM402",)) == []


REST = """\
import requests
payload = {payload}
url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent"
requests.post(url, json={body})
"""


def test_body_that_is_filled_later_is_silent() -> None:
    source = REST.format(payload='{"contents": []}', body="fill(payload)")
    assert codes(source, select=("GEM402",)) == []
    source = REST.format(payload='{"contents": []}', body="payload")
    assert codes(source, select=("GEM402",)) == []


@pytest.mark.parametrize("contents", ["[]", '[{"parts": []}]', '[{"parts": [{"text": ""}]}]'])
def test_body_without_content_is_reported(contents: str) -> None:
    source = REST.format(payload="{}", body=f'{{"contents": {contents}}}')
    assert codes(source, select=("GEM402",)) == ["GEM402:4"]


@pytest.mark.parametrize(
    "contents",
    ["[]", '""', '"  \\n"', '[""]', '["", " "]', '[{"role": "user", "parts": []}]'],
)
def test_nothing_is_reported(contents: str) -> None:
    assert codes(CALL.format(contents=contents), select=("GEM402",)) == ["GEM402:6"]


def test_outcome_is_the_libraries_own() -> None:
    (found,) = findings(CALL.format(contents="[]"))
    assert "ValueError" in found.outcome
    old = """
        import google.generativeai as genai

        model = genai.GenerativeModel("gemini-3.8-flash")
        model.generate_content([])
        """
    (found,) = findings(old, select=("GEM402",))
    assert "TypeError" in found.outcome


def test_empty_message_is_reported_and_empty_system_instruction_is_not() -> None:
    source = """\
        from google import genai

        client = genai.Client()
        chat = client.chats.create(model="gemini-3.8-flash", config={"system_instruction": ""})
        chat.send_message("")
        """
    assert codes(source) == ["GEM402:5"]


def test_list_that_is_filled_elsewhere_is_silent() -> None:
    source = """\
        from google import genai

        client = genai.Client()
        contents = []
        fill(contents)
        client.models.generate_content(model="gemini-3.8-flash", contents=contents)
        """
    assert codes(source) == []


def test_image_may_be_edited_without_a_prompt() -> None:
    source = """\
        from google import genai

        client = genai.Client(vertexai=True, project="p", location="us-central1")
        client.models.edit_image(
            model="imagen-3.0-capability-001", prompt="", reference_images=images
        )
        """
    assert codes(source, select=("GEM402",)) == []


@pytest.mark.parametrize("contents", ["lines", '"\\n".join(lines)'])
@pytest.mark.parametrize("filling", ["fill(lines)", "lines[:] = given", "[put(x) for x in given]"])
def test_list_that_is_filled_unseen_is_silent(filling: str, contents: str) -> None:
    source = f"lines = []\nput = lines.append\n{filling}\n" + CALL.format(contents=contents)
    assert codes(source, select=("GEM402",)) == []
