from __future__ import annotations

import pytest
from linting import findings
from model_programs import VERTEX, call, faults

PROMPT = 'contents="Name three rivers."'


@pytest.mark.parametrize(
    "source",
    [
        call("models.generate_content", f'model="gemini-3.1-flash-image", {PROMPT}'),
        call("models.generate_content", f'model="gemini-3.8-flash-tts", {PROMPT}'),
        call("models.generate_content", f'model="gemini-9-unheard-of", {PROMPT}'),
        call("models.count_tokens", f'model="gemini-embedding-2", {PROMPT}'),
        call("models.embed_content", f'model="gemini-embedding-2", {PROMPT}'),
        call("models.embed_content", f'model="text-embedding-005", {PROMPT}', client=VERTEX),
        call("models.embed_content", f'model="multimodalembedding@001", {PROMPT}', client=VERTEX),
        call(
            "models.generate_images",
            'model="imagen-3.0-generate-001", prompt="A river"',
            client=VERTEX,
        ),
        call("interactions.create", 'model="gemini-3.8-flash", input="x"'),
        call("interactions.create", 'agent="deep-research-preview-04-2026", input="x"'),
        call("chats.create", 'model="gemini-3.8-flash"'),
        call("aio.live.connect", 'model="gemini-3.8-live"'),
    ],
)
def test_noop(source: str) -> None:
    assert "GEM204" not in faults(source)


@pytest.mark.parametrize(
    "source",
    [
        call("models.generate_content", f'model="gemini-embedding-2", {PROMPT}'),
        call("models.generate_content_stream", f'model="gemini-embedding-2", {PROMPT}'),
        call("models.generate_content", f'model="gemini-3.8-live", {PROMPT}'),
        call("models.generate_content", f'model="gemini-decision-1", {PROMPT}'),
        call("models.generate_content", f'model="deep-research-preview-04-2026", {PROMPT}'),
        call("models.generate_content", f'model="text-embedding-005", {PROMPT}', client=VERTEX),
        call("models.embed_content", f'model="gemini-3.8-flash", {PROMPT}'),
        call("models.embed_content", f'model="gemini-3.8-flash", {PROMPT}', client=VERTEX),
        call("aio.live.connect", 'model="gemini-3.8-flash"'),
        call("interactions.create", 'model="deep-research-preview-04-2026", input="x"'),
        call(
            "models.generate_images",
            'model="gemini-3.1-flash-image", prompt="A river"',
            client=VERTEX,
        ),
    ],
)
def test_not_served(source: str) -> None:
    assert faults(source, select=("GEM204",)) == ["GEM204"]


def test_says_what_is_served() -> None:
    source = call("models.generate_content", f'model="gemini-3.8-live", {PROMPT}')
    (finding,) = findings(source, select=("GEM204",))
    assert finding.message == (
        "gemini-3.8-live does not serve generateContent; it serves bidiGenerateContent"
    )
