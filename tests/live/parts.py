"""What the generated programs are made of, and which rule each faulty part breaks.

This is written by hand from the rules, not from the catalogue: it is what the linter is held to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .rendering import Code, Data, Thing, thing

DEVELOPER = "gemini-api"
VERTEX = "vertex"


@dataclass(frozen=True, slots=True)
class Client:
    """How a client is made; `arguments` are Python, `before` is a statement before it."""

    arguments: str
    backend: str = DEVELOPER
    version: str = ""
    before: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that is alive on that backend, and what it takes."""

    name: str
    backends: tuple[str, ...]
    sampling: bool = True
    levels: tuple[str, ...] = ()
    budgets: tuple[int, ...] = ()
    wrong_levels: tuple[str, ...] = ()
    wrong_budgets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Settings that belong together, and the code of what is wrong with them ("" for nothing)."""

    fields: tuple[tuple[str, Data], ...]
    fault: str = ""


CLIENTS = (
    Client('api_key="x"'),
    Client('api_key="x", http_options=types.HttpOptions(api_version="v1beta")', version="v1beta"),
    Client('api_key="x", http_options={"api_version": "v1"}', version="v1"),
    Client('api_key="x", http_options={"apiVersion": "v1beta"}', version="v1beta"),
    Client('api_key="x", vertexai=False'),
    Client('vertexai=True, api_key="x"', VERTEX),
    Client('enterprise=True, api_key="x"', VERTEX),
    Client('api_key="x"', VERTEX, before='os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "true"'),
    Client('api_key="x"', before='os.environ["GOOGLE_GENAI_USE_VERTEXAI"] = "0"'),
)
FAULTY_CLIENTS = (
    Client('api_key="x", api_version="v1beta"', fault="GEM111"),
    Client('api_key="x", http_options={"version": "v1"}', fault="GEM111"),
    Client('api_key="x", http_options=types.HttpOptions(version="v1")', fault="GEM111"),
    Client('api_key="x", http_options={"api_version": "v2"}', fault="GEM304"),
)
MODELS = (
    Model(
        "gemini-3.1-pro-preview", (DEVELOPER, VERTEX),
        levels=("low", "HIGH"), wrong_levels=("minimal",),
    ),
    Model("gemini-3-flash-preview", (DEVELOPER, VERTEX), levels=("low", "minimal")),
    Model(
        "gemini-2.5-flash-lite", (DEVELOPER,),
        budgets=(0, 512, 24576, -1), wrong_budgets=(24577, -2),
    ),
    Model(
        "gemini-3.8-flash", (DEVELOPER,), sampling=False,
        levels=("low", "high"), wrong_levels=("minimal", "xhigh"),
    ),
)  # fmt: skip
FAULTY_MODELS = {"": "GEM209", "gemini-1.0-pro": "GEM202", "gemini-pro/..": "GEM209"}

CONTENTS: tuple[Data, ...] = (
    "Name three rivers.",
    ["Name three rivers.", "And two lakes."],
    [thing("Content", role="user", parts=[thing("Part", text="Name three rivers.")])],
    thing("Part", text="Name three rivers."),
    Code('f"Name {1 + 2} rivers."'),
    Code('types.UserContent("Name three rivers.")'),
    Code('["Name three rivers.", types.Part.from_bytes(data=b"1", mime_type="image/png")]'),
)
MESSAGES: tuple[Data, ...] = (
    CONTENTS[0],
    CONTENTS[1],
    Code('types.Part(text="Name three rivers.")'),
    *CONTENTS[4::2],
)
"""What a chat takes: no turns, and no part that is a dictionary."""
FAULTY_CONTENTS: tuple[tuple[Data, str], ...] = (
    ([], "GEM402"),
    ("", "GEM402"),
    (
        [thing("Content", role="assistant", parts=[thing("Part", text="Rhine.")]),
         thing("Content", role="user", parts=[thing("Part", text="Name three rivers.")])],
        "GEM118",
    ),
)  # fmt: skip


def _values(name: str, valid: tuple[Data, ...], **faulty: tuple[Data, ...]) -> tuple[Part, ...]:
    right = [Part(((name, value),)) for value in valid]
    wrong = [Part(((name, value),), code) for code, some in faulty.items() for value in some]
    return (*right, *wrong)


def _setting(category: str, threshold: str = "BLOCK_NONE", **more: Data) -> Thing:
    return thing("SafetySetting", category=category, threshold=threshold, **more)


_HARASSMENT = "HARM_CATEGORY_HARASSMENT"
_FIVE = ["A", "B", "C", "D", "E"]

EVERYWHERE: Mapping[str, tuple[Part, ...]] = {
    "max_output_tokens": _values(
        "max_output_tokens", (1, 64, 8192, 64.0, "12", None),
        GEM106=(0, -1, 10**9), GEM110=("many", 2.5, [5], thing("", value=5)),
    ),
    "stop_sequences": _values(
        "stop_sequences", (["END"], [], _FIVE), GEM107=([*_FIVE, "F"],), GEM110=("END", [1], 5),
    ),
    "seed": _values("seed", (7, 0, "7"), GEM110=("seven", 1.5)),
    "candidate_count": _values(
        "candidate_count", (1, "1", True), GEM105=(0, 9, -1), GEM110=(2.5, "two"),
    ),
    "response_mime_type": _values(
        "response_mime_type", ("application/json", "text/plain"),
        GEM117=("json",), GEM110=(5, ["text/plain"]),
    ),
    "response_modalities": _values(
        "response_modalities", (["TEXT"], [Code("types.Modality.TEXT")]),
        GEM117=(["SMELL"],), GEM110=("TEXT",),
    ),
    "system_instruction": _values(
        "system_instruction",
        ("Be brief.", ["Be brief.", "Be kind."],
         thing("Content", parts=[thing("Part", text="Hi.")])),
    ),
    "safety_settings": _values(
        "safety_settings",
        (
            [_setting(_HARASSMENT)],
            [_setting(_HARASSMENT.lower(), "off"), _setting("HARM_CATEGORY_HATE_SPEECH")],
            [thing("SafetySetting", category=Code(f"types.HarmCategory.{_HARASSMENT}"),
                   threshold=Code("types.HarmBlockThreshold.BLOCK_ONLY_HIGH"))],
        ),
        GEM110=(thing("", HARASSMENT="BLOCK_NONE"), "BLOCK_NONE"),
        GEM111=([_setting(_HARASSMENT, level="high")],),
        GEM501=([_setting("HARASSMENT")], [_setting("HARM_CATEGORY_RUDE")]),
        GEM502=([_setting("HARM_CATEGORY_TOXICITY")],),
        GEM503=([_setting(_HARASSMENT, "BLOCK_EVERYTHING")],),
        GEM504=([_setting(_HARASSMENT), _setting(_HARASSMENT)],),
    ),
    "tools": _values(
        "tools",
        ([thing("Tool", google_search=thing("GoogleSearch"))],
         [thing("Tool", code_execution=thing("ToolCodeExecution"))],
         [thing("Tool", url_context=thing("UrlContext"))], []),
        GEM111=([thing("Tool", web_search=thing(""))],),
        GEM110=(thing("Tool", google_search=thing("GoogleSearch")),),
    ),
    "tool_config": _values(
        "tool_config",
        (thing("ToolConfig", function_calling_config=thing("FunctionCallingConfig", mode="AUTO")),
         thing("ToolConfig", function_calling_config=thing("FunctionCallingConfig", mode="none"))),
        GEM117=(thing("ToolConfig", function_calling_config=thing(
            "FunctionCallingConfig", mode="SOMETIMES")),),
        GEM111=(thing("ToolConfig", mode="AUTO"),),
    ),
    "schema": (
        Part((("response_schema", thing("Schema", type="STRING")),
              ("response_mime_type", "application/json"))),
        Part((("response_json_schema", thing("", type="string")),
              ("response_mime_type", "application/json"))),
        Part((("response_schema", thing("Schema", type="STRING")),), "GEM112"),
        Part((("response_mime_type", "application/json"),
              ("response_schema", thing("Schema", type="STRING")),
              ("response_json_schema", thing("", type="string"))), "GEM112"),
    ),
    "unknown": (
        *_values("max_tokens", (), GEM111=(64,)),
        *_values("stream", (), GEM111=(True,)),
        *_values("generation_config", (), GEM111=(thing("GenerationConfig", temperature=1),)),
        *_values("thinking_budget", (), GEM111=(5,)),
        *_values("contents", (), GEM111=("Name three rivers.",)),
    ),
    "penalty": _values("presence_penalty", (), GEM108=(5, -9.5), GEM110=("much",)),
    "automatic_function_calling": _values(
        "automatic_function_calling",
        (thing("AutomaticFunctionCallingConfig", disable=True),),
        GEM111=(thing("AutomaticFunctionCallingConfig", enabled=True),),
    ),
    "http_options": _values(
        "http_options", (thing("HttpOptions", timeout=30000),),
        GEM604=(thing("HttpOptions", timeout=30),), GEM111=(thing("HttpOptions", version="v1"),),
    ),
}  # fmt: skip
SAMPLING: Mapping[str, tuple[Part, ...]] = {
    "temperature": _values(
        "temperature", (0, 0.5, 1.0, "0.5", None),
        GEM101=(3.0, -1, 2.1), GEM102=(1.5, 2), GEM110=("hot", [0.5], thing("", value=0.5)),
    ),
    "top_p": _values("top_p", (0.0, 0.95, 1), GEM103=(1.5, -0.1), GEM110=("most",)),
    "top_k": _values("top_k", (1, 40, 40.0), GEM104=(0, -5), GEM110=("many",)),
}  # fmt: skip
IGNORED: Mapping[str, tuple[Part, ...]] = {
    "temperature": _values("temperature", (), GEM115=(0.5,), GEM101=(3.0,), GEM110=("hot",)),
    "top_k": _values("top_k", (), GEM115=(40,), GEM104=(0,)),
}
OF_BACKEND: Mapping[str, Mapping[str, tuple[Part, ...]]] = {
    DEVELOPER: {
        "other backend": (
            *_values("audio_timestamp", (), GEM305=(True,)),
            *_values("model_armor_config", (), GEM305=(
                thing("ModelArmorConfig", prompt_template_name="p"),)),
            *_values("tools", (), GEM305=(
                [thing("Tool", enterprise_web_search=thing("EnterpriseWebSearch"))],)),
            *_values("safety_settings", (), GEM305=([_setting(_HARASSMENT, method="SEVERITY")],)),
        ),
    },
    VERTEX: {
        "own": (
            *_values("audio_timestamp", (True, False)),
            *_values("labels", (thing("", team="rivers"),), GEM110=("rivers",)),
            *_values("safety_settings", ([_setting(_HARASSMENT, method="SEVERITY")],)),
        ),
        "other backend": (
            *_values("enable_enhanced_civic_answers", (), GEM305=(True,)),
        ),
    },
}  # fmt: skip


def thinking(model: Model) -> tuple[Part, ...]:
    """Return what can be right and wrong with a model's thinking."""
    return _values(
        "thinking_config",
        (
            *(thing("ThinkingConfig", thinking_level=level) for level in model.levels),
            *(thing("ThinkingConfig", thinking_budget=budget) for budget in model.budgets),
            thing("ThinkingConfig", include_thoughts=True),
        ),
        GEM110=(thing("ThinkingConfig", thinking_budget="lots"), "low"),
        GEM111=(thing("ThinkingConfig", budget=5),),
        GEM112=(thing("ThinkingConfig", thinking_budget=1024, thinking_level="low"),)
        if model.levels
        else (),
        GEM113=tuple(thing("ThinkingConfig", thinking_budget=n) for n in model.wrong_budgets),
        GEM114=tuple(thing("ThinkingConfig", thinking_level=n) for n in model.wrong_levels),
        GEM117=(thing("ThinkingConfig", thinking_level="ultra"),) if model.levels else (),
    )


def groups(model: Model, client: Client) -> dict[str, tuple[Part, ...]]:
    """Return the groups that a configuration may have one part of each."""
    sampling = SAMPLING if model.sampling else IGNORED
    own = OF_BACKEND[client.backend]
    return {**EVERYWHERE, **sampling, **own, "thinking": thinking(model)}
