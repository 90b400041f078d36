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


@pytest.mark.parametrize(
    "body",
    [
        """
def ask(text, model="gemini-embedding-2"):
    if "embedding" in model:
        return client.models.embed_content(model=model, contents=text)
    return client.models.generate_content(model=model, contents=text)
""",
        """
class Maker:
    def __init__(self, model=None):
        self.model = model or "gemini-3.1-flash-image"
        self.is_imagen = any(word in self.model for word in ("imagen", "imagegeneration"))

    def make(self, text):
        if self.is_imagen:
            return self._with_imagen(text)
        return client.models.generate_content(model=self.model, contents=text)

    def _with_imagen(self, text):
        return client.models.generate_images(model=self.model, prompt=text)
""",
        """
class Maker:
    def __init__(self):
        self.model = "gemini-3.1-flash-image"

    def make(self, text):
        if self.is_imagen(self.model):
            return self._with_imagen(text)
        return client.models.generate_content(model=self.model, contents=text)

    def is_imagen(self, model):
        return "imagen" in model

    def _with_imagen(self, text):
        return client.models.generate_images(model=self.model, prompt=text)
""",
    ],
)
def test_noop_method_that_the_model_decides(body: str) -> None:
    source = f"from google import genai\nclient = genai.Client(vertexai=True)\n{body}"
    assert faults(source, select=("GEM204",)) == []


def test_method_that_another_condition_decides() -> None:
    source = """
        from google import genai
        client = genai.Client()

        def ask(text, model="gemini-embedding-2", short=False):
            if short:
                return _shortly(text, model)
            return client.models.generate_content(model=model, contents=text)
    """
    assert faults(source, select=("GEM204",)) == ["GEM204"]


def test_dead_default_counts_where_the_model_decides_the_method() -> None:
    source = """
        from google import genai
        client = genai.Client()

        def ask(text, model="gemini-1.5-pro"):
            if "embedding" in model:
                return _embedded(text, model)
            return client.models.generate_content(model=model, contents=text)

        def _embedded(text, model="text-embedding-004"):
            return client.models.embed_content(model=model, contents=text)
    """
    assert faults(source, select=("GEM202",)) == ["GEM202", "GEM202"]
