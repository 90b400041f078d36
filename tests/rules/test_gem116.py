from __future__ import annotations

import pytest
from programs import faults, google_genai

PREFILLED = (
    '[{"role": "user", "parts": [{"text": "Hi"}]}, {"role": "model", "parts": [{"text": "{"}]}]'
)


@pytest.mark.parametrize(
    ("model", "config"),
    [
        pytest.param("gemini-3.1-flash-lite", "presence_penalty=0.5", id="not known of the model"),
        pytest.param("gemini-9-unheard-of", "presence_penalty=0.5", id="unknown model"),
        pytest.param("gemini-4-neon", "presence_penalty=None", id="not given"),
        pytest.param("gemini-3.5-flash-lite", "response_logprobs=False", id="not asked for"),
        pytest.param("gemini-3.8-flash", 'cached_content="cachedContents/1"', id="has caching"),
        pytest.param("gemini-1.5-pro", "presence_penalty=0.5", id="shut down"),
    ],
)
def test_noop(model: str, config: str) -> None:
    assert faults(google_genai(config, model=model)) == []


def test_noop_prefilled_where_it_works() -> None:
    assert faults(google_genai(contents=PREFILLED, model="gemini-2.5-flash")) == []


def test_noop_prefilled_where_tokens_are_counted() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        f'client.models.count_tokens(model="gemini-3.8-flash", contents={PREFILLED})\n'
    )
    assert faults(source) == []


def test_noop_history_of_a_chat() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        f'chat = client.chats.create(model="gemini-3.8-flash", history={PREFILLED})\n'
        'chat.send_message("Hello")\n'
    )
    assert faults(source) == []


@pytest.mark.parametrize(
    ("model", "config"),
    [
        ("gemini-3.8-flash", "presence_penalty=0.5"),
        ("gemini-2.5-pro", "frequency_penalty=0.5"),
        ("gemini-3.5-flash-lite", "response_logprobs=True"),
        ("gemini-4-neon", 'cached_content="cachedContents/1"'),
    ],
)
def test_refused(model: str, config: str) -> None:
    assert faults(google_genai(config, model=model)) == ["GEM116"]


def test_prefilled() -> None:
    assert faults(google_genai(contents=PREFILLED, model="gemini-3.8-flash")) == ["GEM116"]


def test_making_a_cache() -> None:
    source = (
        "from google import genai\n"
        "client = genai.Client()\n"
        'client.caches.create(model="gemini-4-neon", config={"contents": ["A long text"]})\n'
    )
    assert faults(source) == ["GEM116"]
