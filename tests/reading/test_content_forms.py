# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""Turns and parts in forms that the SDK or the server refuses, and requests within a batch."""

from __future__ import annotations

import textwrap

from annotated import agrees

GENAI = """
from google import genai
from google.genai import types
client = genai.Client()
M = "gemini-3-flash-preview"
def ask(contents):
    client.models.generate_content(model=M, contents=contents)
"""
OLD = """
import google.generativeai as genai  # GEM801 at google.generativeai as genai
model = genai.GenerativeModel("gemini-3-flash-preview")
"""
REST = """
import requests
URL = "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-flash-preview:generateContent"
"""


def program(body: str, head: str = GENAI) -> None:
    agrees(head + textwrap.dedent(body))


def test_forms_that_google_genai_takes() -> None:
    program("""
        for contents in (
            ["Hi", {"inline_data": {"mime_type": "image/png", "data": data}}],
            [{"fileData": {"fileUri": "u", "mimeType": "m"}}, {"file_uri": "u", "mime_type": "m"}],
            {"role": "user", "parts": [{"text": "Hi"}, part]},
            [types.Content(role="user", parts=[types.Part(text="Hi")])],
            [types.UserContent(parts=["Hi"]), types.UserContent("Hi")],
            [{"functionResponse": {"name": "look_up", "response": {"anything": 1}}}],
            [{"function_call": {"name": "look_up", "args": {"anything": 1}}}, picture],
        ):
            client.models.generate_content(model=M, contents=contents)
        client.chats.create(model=M, history=[{"role": "user", "parts": [{"text": "Hi"}]}])
        client.models.generate_content(
            model=M, contents="Hi", config={"system_instruction": ["Be kind.", "Be brief."]}
        )
    """)


def test_forms_that_google_genai_refuses() -> None:
    program("""
        client.models.generate_content(model=M, contents=[{"role": "user", "parts": ["Hi"]}])  # GEM110 at "Hi"
        client.models.generate_content(model=M, contents=[{"role": "user", "parts": [f"Hi {x}"]}])  # GEM110 at f"Hi {x}"
        client.models.generate_content(model=M, contents=[{"role": "user", "parts": "Hi"}])  # GEM110 at "Hi"
        client.models.generate_content(model=M, contents=[{"parts": {"text": "Hi"}}])  # GEM110 at {"text": "Hi"}
        client.models.generate_content(model=M, contents=types.Content(parts=["Hi"]))  # GEM110 at "Hi"
        client.models.generate_content(model=M, contents=[{"role": "user", "content": "Hi"}])  # GEM111 at "content"
        client.models.generate_content(model=M, contents=["Hi", {"mime_type": "m", "data": d}])  # GEM111 at "mime_type"
        client.models.generate_content(model=M, contents=types.Content(content="Hi"))  # GEM111 at content
        client.models.generate_content(model=M, contents=types.Part(txt="Hi"))  # GEM111 at txt
        client.chats.create(model=M, history=[{"role": "user", "parts": ["Hi"]}])  # GEM110 at "Hi"
    """)


def test_forms_that_google_generativeai_takes() -> None:
    program(
        """
        model.generate_content([{"role": "user", "parts": ["Hi"]}])
        model.generate_content([{"role": "user", "parts": "Hi"}])
        model.generate_content(["Hi", {"mime_type": "image/png", "data": data}])
        model.start_chat(history=[{"role": "user", "parts": "Hi"}])
        """,
        OLD,
    )


def test_forms_over_http() -> None:
    program(
        """
        requests.post(URL, json={"contents": {"parts": {"text": "Hi"}}})
        requests.post(URL, json={"contents": [{"parts": [{"text": "Hi"}]}], "systemInstruction": {"parts": {"text": "Be kind."}}})
        requests.post(URL, json={"contents": "Hi"})  # GEM110 at "Hi"
        requests.post(URL, json={"contents": ["Hi"]})  # GEM110 at "Hi"
        requests.post(URL, json={"contents": [{"parts": [f"Hi {x}"]}]})  # GEM110 at f"Hi {x}"
        requests.post(URL, json={"contents": [{"role": "user", "content": "Hi"}]})  # GEM111 at "content"
        requests.post(URL, json={"contents": [{"parts": [{"text": "Hi"}]}], "systemInstruction": "Be kind."})  # GEM110 at "Be kind."
        """,
        REST,
    )


def test_tool_without_fields() -> None:
    program("""
        config = {"tools": [types.Tool(url_context=types.UrlContext(url="u"))]}  # GEM111 at url
        client.models.generate_content(model=M, contents="Hi", config=config)
    """)


def test_requests_of_a_batch() -> None:
    program("""
        client.batches.create(model=M, src="files/1")
        client.batches.create(model=M, src=types.BatchJobSource(file_name="files/1"))
        client.batches.create(model=M, src=[{"contents": "Hi", "config": {"temperature": 5}}, {"contents": "Hi", "config": {"temperature": 1}}])  # GEM101 at 5
        client.batches.create(model=M, src=[types.InlinedRequest(contents="Hi", config=types.GenerateContentConfig(top_p=2))])  # GEM103 at 2
        client.batches.create(model=M, src=types.BatchJobSource(inlined_requests=[{"config": {"max_tokens": 9}}]))  # GEM111 at "max_tokens"
        client.batches.create(model=M, src=[types.InlinedRequest(content="Hi")])  # GEM111 at content
        client.batches.create(model=M, src=[{"contents": [{"role": "user", "parts": [{"text": "Hi"}]}, {"role": "model", "parts": [{"text": "Ho"}]}]}])
        client.batches.create(model=M, src=[{"contents": [{"role": "model", "parts": [{"text": "Ho"}]}]}])
        client.batches.create_embeddings(model="gemini-embedding-001", src={"inlined_requests": {"contents": ["Hi"]}})
    """)


def test_part_that_goes_with_its_key() -> None:
    program("""
        def picture(x):
            if x:
                return {"type": "file", "data": {"mimeType": "m", "fileUri": "u"}}
            return {"type": "inline", "data": {"mimeType": "m", "data": b}}
        found = picture(1)
        parts = [{"text": "Hi"}]
        if found["type"] == "file":
            parts.append({"fileData": found["data"]})
        else:
            parts.append({"inlineData": found["data"]})
        client.models.generate_content(model=M, contents=[{"role": "user", "parts": parts}])
    """)


def test_form_that_a_condition_chooses() -> None:
    program("""
        turns = [{"role": "user", "content": "Hi"}] if other else [{"parts": [{"text": "Hi"}]}]
        client.models.generate_content(model=M, contents=turns)
    """)
