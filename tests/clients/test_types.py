"""The tables of the SDKs' own types agree with the SDKs that are installed."""

from __future__ import annotations

import importlib
import inspect
import json
import warnings
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

import pytest

KINDS = {
    *("number", "integer", "boolean", "string", "bytes", "enum", "object", "mapping", "any"),
    *("list", "list[string]", "list[number]", "list[enum]", "list[object]"),
}
UNKNOWN_FIELDS = [
    ("GenerateContentConfig", "max_tokens"),
    ("GenerateContentConfig", "generation_config"),
    ("GenerateContentConfig", "stream"),
    ("ThinkingConfig", "budget"),
    ("SafetySetting", "level"),
    ("Tool", "web_search"),
    ("HttpOptions", "version"),
    ("EmbedContentConfig", "dimensions"),
    ("CreateCachedContentConfig", "model"),
    ("LiveConnectConfig", "voice"),
    ("Schema", "const"),
]

# A value that no field of the kind takes; whatever is "any" or an enumeration may take it.
WRONG: dict[str, Any] = {
    "number": "hot",
    "integer": 2.5,
    "boolean": "perhaps",
    "string": 5,
    "bytes": 5,
    "object": 5,
    "mapping": "x",
    "list": 5,
    "list[string]": "END",
    "list[number]": "1",
    "list[enum]": "AUDIO",
    "list[object]": "x",
}


def table(name: str) -> dict[str, Any]:
    path = files("gemini_lint") / "clients" / "data" / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


GENAI = table("google_genai")
LEGACY = table("google_generativeai")


def loaded(module: str) -> Any:
    """The module; its import may warn of its own end, which is not what is tested."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(module)


def installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


newest_genai = pytest.mark.skipif(
    installed("google-genai") != GENAI["versions"][-1],
    reason="google-genai in the release of the table is not installed (it needs Python 3.11)",
)
legacy = pytest.mark.skipif(
    installed("google-generativeai") != LEGACY["versions"][-1],
    reason="google-generativeai is not installed",
)


def current_fields(name: str) -> set[str]:
    fields = GENAI["classes"][name]["fields"]
    return {field for field, row in fields.items() if "until" not in row}


def current_models() -> dict[str, Any]:
    """The models of google.genai.types that the table describes."""
    types = loaded("google.genai.types")
    return {
        name: getattr(types, name)
        for name, row in GENAI["classes"].items()
        if "until" not in row and hasattr(types, name)
    }


@pytest.mark.parametrize("name", ["google_genai", "google_generativeai", "vertexai"])
def test_kinds_are_the_known_ones(name: str) -> None:
    rows = [row for found in table(name)["classes"].values() for row in found["fields"].values()]
    assert {row["kind"] for row in rows} <= KINDS


@pytest.mark.parametrize("name", ["google_genai", "google_generativeai"])
def test_every_class_that_a_row_names_is_in_the_table(name: str) -> None:
    found = table(name)
    rows = [row for each in found["classes"].values() for row in each["fields"].values()]
    named = {row["class"] for row in rows if "class" in row}
    named |= {each for row in rows for each in row.get("classes", [])}
    named |= {each for row in found["functions"].values() for each in row["types"].values()}
    assert named <= {*found["classes"], *found["enums"]}


@newest_genai
def test_fields_are_those_of_the_installed_models() -> None:
    models = current_models()
    assert {name: set(model.model_fields) for name, model in models.items()} == {
        name: current_fields(name) for name in models
    }


@newest_genai
def test_every_config_that_a_method_takes_is_in_the_table() -> None:
    types = loaded("google.genai.types")
    configs = {
        name
        for name, model in vars(types).items()
        if name.endswith("Config") and name[0] != "_" and hasattr(model, "model_fields")
    }
    # The SDK builds these two itself.
    assert configs - {"CreateFileConfig", "FetchPredictOperationConfig"} <= {*GENAI["classes"]}


@newest_genai
def test_camel_case_names_follow_the_rule_or_are_listed() -> None:
    to_camel = loaded("pydantic.alias_generators").to_camel
    wrong = [
        (name, field)
        for name, model in current_models().items()
        for field, info in model.model_fields.items()
        if GENAI["classes"][name]["fields"][field].get("alias", to_camel(field))
        != (info.alias or field)
    ]
    assert wrong == []


@newest_genai
def test_enumerations_are_those_of_the_installed_sdk() -> None:
    types = loaded("google.genai.types")
    wrong = [
        name
        for name, row in GENAI["enums"].items()
        if hasattr(types, name)
        and {*getattr(types, name).__members__}
        != {
            member
            for member in row["members"]
            if "until" not in row.get("ranges", {}).get(member, {})
        }
    ]
    assert wrong == []


@newest_genai
@pytest.mark.parametrize(("name", "key"), UNKNOWN_FIELDS)
def test_a_key_outside_the_table_is_refused(name: str, key: str) -> None:
    model = getattr(loaded("google.genai.types"), name)
    assert key not in GENAI["classes"][name]["fields"]
    with pytest.raises(loaded("pydantic").ValidationError, match="Extra inputs are not permitted"):
        model.model_validate({key: None})


@newest_genai
def test_a_value_of_another_kind_is_refused() -> None:
    invalid = loaded("pydantic").ValidationError
    taken = []
    for name, model in current_models().items():
        if f"types.{name}" in GENAI["functions"]:
            continue  # a constructor of its own stands before the fields
        for field in model.model_fields:
            kind = GENAI["classes"][name]["fields"][field]["kind"]
            if kind in WRONG and takes(model, field, WRONG[kind], invalid):
                taken.append((name, field, kind))
    assert taken == []


def takes(model: Any, field: str, value: object, invalid: Any) -> bool:
    """Whether the model finds nothing wrong with the field, whatever else it may miss."""
    names = {field, model.model_fields[field].alias}
    try:
        model.model_validate({field: value})
    except invalid as error:
        return not any({*problem["loc"][:1]} <= names for problem in error.errors())
    return True


@newest_genai
def test_methods_take_the_parameters_of_the_table() -> None:
    client = loaded("google.genai").Client(api_key="not-a-key")
    for resource in ("models", "chats", "caches", "files", "batches", "tunings", "operations"):
        for path, owner in (("Client", client), ("Client.aio", client.aio)):
            methods = inspect.getmembers(getattr(owner, resource), inspect.ismethod)
            for name, method in methods:
                if not name.startswith("_"):
                    row = GENAI["functions"][f"{path}.{resource}.{name}"]
                    expected = [*inspect.signature(method).parameters]
                    assert [p for p in row["parameters"] if is_current(row, p)] == expected


def is_current(row: dict[str, Any], parameter: str) -> bool:
    return "until" not in row.get("ranges", {}).get(parameter, {})


@newest_genai
def test_the_body_of_an_interaction_is_closed() -> None:
    row = GENAI["functions"]["Client.interactions.create"]
    assert "generation_config" in row["parameters"]
    assert "temperature" not in row["parameters"]
    assert not row["var_keyword"]
    client = loaded("google.genai").Client(api_key="not-a-key")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(TypeError, match="unexpected keyword argument"):
            client.interactions.create(model="m", input="Hi", temperature=1)


@legacy
@pytest.mark.parametrize("key", ["max_tokens", "maxOutputTokens", "thinking_config"])
def test_a_generation_config_of_the_old_sdk_is_refused_when_the_call_is_made(key: str) -> None:
    genai = loaded("google.generativeai")
    assert key not in LEGACY["classes"]["protos.GenerationConfig"]["fields"]
    model = genai.GenerativeModel("gemini-2.5-flash", generation_config={key: 5})
    with pytest.raises(ValueError, match=f"Unknown field for GenerationConfig: {key}"):
        model.generate_content("Hi")


@legacy
def test_fields_are_those_of_the_installed_messages() -> None:
    protos = loaded("google.generativeai.protos")
    for name in ("GenerationConfig", "SafetySetting", "Tool", "ToolConfig", "Content", "Schema"):
        expected = set(getattr(protos, name).meta.fields)
        assert set(LEGACY["classes"][f"protos.{name}"]["fields"]) == expected


@legacy
def test_the_old_sdk_knows_only_the_spellings_of_the_table() -> None:
    genai = loaded("google.generativeai")
    assert "off" not in LEGACY["spellings"]["HarmBlockThreshold"]
    with pytest.raises(KeyError, match="off"):
        genai.GenerativeModel("gemini-2.5-flash", safety_settings={"HARASSMENT": "OFF"})
    for category in LEGACY["spellings"]["HarmCategory"]:
        genai.GenerativeModel("gemini-2.5-flash", safety_settings={category.upper(): "BLOCK_NONE"})
