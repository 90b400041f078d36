from __future__ import annotations

import textwrap

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


def program(contents: str) -> str:
    return CALL.format(contents=contents)


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param('"Explain how AI works"', id="english"),
        pytest.param("\"Translate 'bonjour tout le monde' into English\"", id="quoting"),
        pytest.param('"Write a poem in French about the sea."', id="naming another language"),
        pytest.param('f"Summarize {text} and {other}"', id="only english around holes"),
        pytest.param("prompt", id="unknown"),
        pytest.param('"gpt"', id="too short to judge"),
        pytest.param(
            '["Summarize this report for the board in five sentences, please:", "Guten Tag"]',
            id="mostly english",
        ),
    ],
)
def test_english_is_silent(contents: str) -> None:
    assert codes(program(contents)) == []


@pytest.mark.parametrize(
    ("contents", "language"),
    [
        pytest.param('"Olá, tudo bem com você?"', "Portuguese", id="short"),
        pytest.param('"Quelle heure est-il à Paris"', "French", id="french"),
        pytest.param('f"Bitte übersetze {text} und erkläre jeden Satz."', "German", id="f-string"),
        pytest.param('question or "写一首关于大海的诗"', "Chinese", id="one of several"),
        pytest.param('["Напиши короткое стихотворение", image]', "Russian", id="in a list"),
        pytest.param('{"parts": [{"text": "海についての詩を書いて"}]}', "Japanese", id="in a part"),
    ],
)
def test_language_is_named(contents: str, language: str) -> None:
    (found,) = findings(program(contents))
    assert found.code == "GEM401"
    assert found.span.line == 6
    assert language in found.message


def test_message_says_whether_google_lists_the_language() -> None:
    (listed,) = findings(program('"Escribe un poema corto sobre el mar."'))
    assert "Google lists Spanish" in listed.message
    (other,) = findings(program('"Escriu un poema curt sobre el mar amb paraules senzilles."'))
    assert "Google does not list Catalan" in other.message


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (("en",), ["GEM401:6"]),
        (("en", "de"), ["GEM401:6"]),
        (("en", "fr"), []),
        (("fr",), []),
        (("available",), []),
    ],
)
def test_languages_setting(languages: tuple[str, ...], expected: list[str]) -> None:
    source = program('"Écris un poème sur la mer."')
    assert codes(source, languages=languages) == expected


def test_available_does_not_hold_what_google_does_not_list() -> None:
    source = program('"Skryf asseblief vir my twee gedigte oor die see, en verduidelik dit."')
    assert codes(source, languages=("en", "available")) == ["GEM401:6"]


def test_either_code_of_hebrew_and_norwegian_is_known() -> None:
    assert codes(program('"כתוב שיר קצר על הים"'), languages=("iw",)) == []
    assert codes(program('"Hva er hovedstaden i Norge?"'), languages=("nb",)) == []


def test_one_finding_a_prompt_at_its_first_literal_in_the_language() -> None:
    source = textwrap.dedent("""\
        from google import genai

        client = genai.Client()
        client.models.generate_content(
            model="gemini-3.8-flash",
            contents=[
                "Context:",
                "Schreibe ein kurzes Gedicht über das Meer.",
                "Erkläre danach, was es bedeutet.",
            ],
        )
        """)
    assert codes(source) == ["GEM401:8"]


def test_all_of_many_prompts_in_a_loop_are_judged() -> None:
    questions = ", ".join(f'"Wie lang ist der Fluss mit der Nummer {n}?"' for n in range(20))
    source = textwrap.dedent(f"""\
        from google import genai

        client = genai.Client()
        for question in [{questions}]:
            client.models.generate_content(model="gemini-3.8-flash", contents=question)
        """)
    assert codes(source) == ["GEM401:4"] * 20


def test_system_instruction_is_a_prompt_by_itself() -> None:
    source = textwrap.dedent("""\
        from google import genai
        from google.genai import types

        client = genai.Client()
        client.models.generate_content(
            model="gemini-3.8-flash",
            contents="Name three rivers.",
            config=types.GenerateContentConfig(
                system_instruction="Du bist ein hilfreicher Assistent.",
            ),
        )
        """)
    assert codes(source) == ["GEM401:9"]


def test_model_turns_are_no_prompts() -> None:
    source = textwrap.dedent("""\
        import google.generativeai as genai

        model = genai.GenerativeModel("gemini-3.8-flash")
        chat = model.start_chat(history=[
            {"role": "user", "parts": ["Name three rivers in Germany."]},
            {"role": "model", "parts": ["Drei deutsche Flüsse sind Rhein, Elbe und Donau."]},
        ])
        chat.send_message("Danke, und jetzt nenne mir bitte drei Berge.")
        """)
    assert codes(source, select=("GEM401",)) == ["GEM401:8"]
