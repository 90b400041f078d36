# ruff: noqa: E501 - announcements of findings stand on the line they are about
"""google-generativeai and vertexai.generative_models: what a model was made with counts."""

from __future__ import annotations

import textwrap

from annotated import agrees

OLD = "import google.generativeai as genai\n"
VERTEX = """
import vertexai
from vertexai.generative_models import (
    ChatSession, Content, GenerationConfig, GenerativeModel, HarmBlockThreshold, HarmCategory,
    Part, SafetySetting,
)
"""


def old(body: str) -> None:
    agrees(OLD + textwrap.dedent(body), ignore=("GEM801",))


def vertex(body: str) -> None:
    agrees(VERTEX + textwrap.dedent(body), ignore=("GEM801", "GEM203"))


def test_parameters_of_the_model() -> None:
    old("""
        model = genai.GenerativeModel(
            model_name="gemini-pro",  # GEM202 at "gemini-pro"
            generation_config={"temperature": 5},  # GEM101 at 5
        )
        model.generate_content("Hi")
        model.generate_content("Hi", generation_config={"temperature": 0.5})
        model.count_tokens("Hi")
        chat = model.start_chat(history=[])
        chat.send_message("Hi")
    """)


def test_configuration_of_the_call_adds() -> None:
    old("""
        model = genai.GenerativeModel(
            "gemini-1.5-pro",  # GEM202 at "gemini-1.5-pro"
            generation_config=genai.types.GenerationConfig(top_p=5),  # GEM103 at 5
        )
        model.generate_content(
            "Hi",
            generation_config=genai.GenerationConfig(temperature=5, max_tokens=1),  # GEM101 at 5  # GEM111 at max_tokens
            safety_settings={"HARASSMENT": "NEVER"},  # GEM503 at "NEVER"
            request_options={"api_version": "v1"},  # GEM111 at "api_version"
        )
    """)


def test_default_model() -> None:
    old("""
        model = genai.GenerativeModel()  # GEM202 at genai.GenerativeModel()
        model.generate_content("Hi")
    """)


def test_safety_settings_of_the_old_sdk() -> None:
    old("""
        from google.generativeai.types import HarmBlockThreshold, HarmCategory
        M = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
        genai.GenerativeModel(M, safety_settings={
            HarmCategory.HARM_CATEGORY_HARASSMENT: HarmBlockThreshold.BLOCK_NONE,
            HarmCategory.HARM_CATEGORY_HATE_SPEECH: HarmBlockThreshold.NEVER,  # GEM503 at HarmBlockThreshold.NEVER
            "danger": "block_none",
        }).generate_content("Hi")
        genai.GenerativeModel(M, safety_settings=[
            {"category": "HARM_CATEGORY_HARASSMENT", "threshold": "NEVER"},  # GEM503 at "NEVER"
        ]).generate_content("Hi")
        genai.GenerativeModel(M, safety_settings="BLOCK_NONE").generate_content("Hi")
    """)


def test_history_and_roles() -> None:
    old("""
        M = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
        chat = genai.GenerativeModel(M).start_chat(history=[
            {"role": "user", "parts": "Hi"},
            {"role": "assistant", "parts": ["Hi"]},  # GEM118 at "assistant"
        ])
        chat.send_message("")  # GEM402 at ""
    """)


def test_system_instruction() -> None:
    old("""
        M = "gemini-1.5-pro"  # GEM202 at "gemini-1.5-pro"
        genai.GenerativeModel(
            M,
            system_instruction=(
                "Du bist ein hilfreicher Assistent und antwortest immer auf Deutsch."  # GEM401 at "Du bist ein hilfreicher Assistent und antwortest immer auf Deutsch."
            ),
        ).generate_content("Hi")
    """)


def test_loop_over_models() -> None:
    old("""
        for name in ["gemini-pro", "gemini-2.5-flash-lite-x"]:  # GEM202 at "gemini-pro"
            try:
                model = genai.GenerativeModel(name)
                model.generate_content("Hi")
                break
            except Exception:
                continue
    """)


def test_listed_models_are_unknown() -> None:
    old("""
        for m in genai.list_models():
            if "generateContent" in m.supported_generation_methods:
                genai.GenerativeModel(m.name).generate_content("Hi")
    """)


def test_vertex_model() -> None:
    vertex("""
        vertexai.init(project="p", location="us-central1")
        model = GenerativeModel(
            "gemini-1.5-pro-002",  # GEM202 at "gemini-1.5-pro-002"
            system_instruction=["Be brief"],
            generation_config=GenerationConfig(temperature=5),  # GEM101 at 5
            safety_settings=[SafetySetting(
                category=HarmCategory.HARM_CATEGORY_HARASSMENT,
                threshold=HarmBlockThreshold.BLOCK_NONE,
            )],
        )
        model.generate_content([Part.from_text("Hi"), Part.from_uri("gs://x", mime_type="y")])
        chat = model.start_chat()
        chat.send_message("Hi", generation_config={"top_p": 5})  # GEM103 at 5
        ChatSession(model).send_message("Hi", generation_config={"top_p": 6})  # GEM103 at 6
    """)


def test_vertex_language_models() -> None:
    vertex("""
        from vertexai.language_models import TextEmbeddingModel, TextGenerationModel
        model = TextGenerationModel.from_pretrained("text-bison@001")  # GEM202 at "text-bison@001"
        model.predict("Hi", temperature=5)  # GEM101 at 5
        embedding = TextEmbeddingModel.from_pretrained("textembedding-gecko@001")  # GEM202 at "textembedding-gecko@001"
        embedding.get_embeddings(["Hi"])
    """)


def test_noop_tuned_models() -> None:
    vertex("""
        from vertexai.language_models import TextGenerationModel
        TextGenerationModel.get_tuned_model("projects/p/locations/l/models/1").predict("Hi")
        GenerativeModel("projects/p/locations/l/endpoints/1").generate_content("Hi")
    """)
