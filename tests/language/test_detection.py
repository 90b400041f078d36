from __future__ import annotations

import subprocess
import sys

import pytest
from language_samples import ENGLISH, OTHER

from gemini_lint.language import detect
from gemini_lint.language.english import PROMPT_WORDS, is_english
from gemini_lint.language.frequent import FREQUENT_WORDS

PROMPTS = [(code, text) for code, texts in OTHER.items() for text in texts]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_no_other_language(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(("code", "text"), PROMPTS)
def test_language_is_found_and_named(code: str, text: str) -> None:
    language = detect(text)
    assert language is not None
    assert code in (language.code, *language.alternatives)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Quelle est la capitale de la France ?", "French", id="latin"),
        pytest.param("Какая погода в Москве?", "Russian", id="cyrillic"),
        pytest.param("今日の天気はどうですか", "Japanese", id="kana"),
        pytest.param("안녕하세요, Gemini!", "Korean", id="greets by name"),
    ],
)
def test_name_is_in_english(text: str, name: str) -> None:
    language = detect(text)
    assert language is not None
    assert language.name == name


def test_most_words_decide() -> None:
    german = "Bitte fasse den Bericht zusammen und nenne die wichtigsten Zahlen."
    english = "Summarize the report, name the most important figures, and say what is missing."
    assert detect(f"{german} Thanks!") is not None
    assert detect(f"{english} Danke schön!") is None


def test_dictionary_is_loaded_only_for_what_is_not_plainly_english() -> None:
    program = (
        "import sys; from gemini_lint.language import detect; "
        "assert detect('Напиши стихотворение').code == 'ru'; "
        "assert 'simplemma' not in sys.modules; "
        "assert detect('Explain this to me, please, as you would to a child') is None; "
        "assert 'simplemma' not in sys.modules; "
        "assert detect('Escribe un poema sobre el otoño').code == 'es'; "
        "assert 'simplemma' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    "text",
    [
        "Write a short, engaging blog post that is based on this picture.",
        "You are a helpful assistant that writes engaging blog posts about gardening.",
        "Ты эксперт по Python. Объясни, как работает asyncio, и покажи пример кода.",
    ],
)
def test_no_dictionary_is_loaded_where_it_decides_nothing(text: str) -> None:
    program = f"import sys; from gemini_lint.language import detect; detect({text!r}); "
    program += "assert 'simplemma' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("words", [FREQUENT_WORDS, PROMPT_WORDS], ids=["frequent", "prompts"])
def test_words_that_are_not_looked_up_are_in_the_dictionary(words: frozenset[str]) -> None:
    assert [word for word in sorted(words) if not is_english(word)] == []
