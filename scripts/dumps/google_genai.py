"""Print, as JSON, the public methods and the request classes of the installed google-genai."""

from __future__ import annotations

import contextlib
import enum
import importlib
import inspect
import json
import sys
import typing
import warnings
from importlib.metadata import version
from typing import Any

from scripts.dumps.annotations import Described, Describer, field_row
from scripts.dumps.signatures import function_row, method_row, resolved

# Plumbing of the generated resource classes that is reachable but not meant for callers.
NOT_METHODS = {
    "do_request",
    "do_request_async",
    "parse_response",
    "with_raw_response",
    "with_streaming_response",
}
NOT_RESOURCES = {"parent_ref", "sdk_configuration", "api_client", "vertexai"}
RESOURCE_PACKAGES = ("google.genai._gaos.types.", "google.genai._interactions.types.")
# Sessions and chats are what a client hands out; each is a class of its own in the table.
HANDED_OUT = (
    ("google.genai.chats", ("Chat", "AsyncChat")),
    ("google.genai.live", ("AsyncSession",)),
    ("google.genai.live_music", ("AsyncMusicSession",)),
    ("google.genai.local_tokenizer", ("LocalTokenizer",)),
)

SUBCLASSES = (
    "UserContent",
    "ModelContent",
    "RawReferenceImage",
    "MaskReferenceImage",
    "ControlReferenceImage",
    "StyleReferenceImage",
    "SubjectReferenceImage",
    "ContentReferenceImage",
)


def class_name(member: type[Any]) -> str | None:
    """The table's name of a class of the SDK; None for a class from elsewhere."""
    module, name = member.__module__, member.__name__
    twin = name.removesuffix("Dict").removesuffix("Param")
    for package in RESOURCE_PACKAGES:
        if module.startswith(package):
            return _resource_name(module.removeprefix(package), twin)
    if module not in {"google.genai.types", "google.genai.client"}:
        return None
    return twin if hasattr(importlib.import_module(module), twin) else name


def _resource_name(path: str, name: str) -> str:
    """Resource types share names with types.*, so they carry their resource as a prefix."""
    resource, dot, _ = path.partition(".")
    return f"{resource if dot else 'interactions'}.{name}"


def is_callable_item(member: Any) -> bool:
    """Functions and MCP sessions stand beside Tool in a list of tools."""
    origin = typing.get_origin(member) or member
    return getattr(origin, "__name__", "") in {"Callable", "ClientSession"} or (
        inspect.isclass(member) and member.__module__.startswith("mcp")
    )


def main() -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    describer = Describer(class_name, is_callable_item)
    functions = dict(sorted(_all_functions(describer).items()))
    classes, enums = _all_classes(describer, functions)
    table = {
        "source": f"google-genai {version('google-genai')}",
        "classes": classes,
        "enums": enums,
        "functions": functions,
    }
    json.dump(table, sys.stdout)


def _all_functions(describer: Describer) -> dict[str, dict[str, Any]]:
    genai = importlib.import_module("google.genai")
    client = genai.Client(api_key="not-a-key")
    rows = {"Client": method_row(genai.Client, "__init__", describer)}
    rows |= _resource_rows("Client", client, describer)
    rows |= _resource_rows("Client.aio", client.aio, describer)
    for module, names in HANDED_OUT:
        rows |= _handed_out_rows(module, names, describer)
    return rows


def _resource_rows(path: str, resource: Any, describer: Describer) -> dict[str, dict[str, Any]]:
    rows = _methods_of(path, type(resource), describer)
    for name, child in _children(resource):
        rows |= _resource_rows(f"{path}.{name}", child, describer)
    return rows


def _children(resource: Any) -> list[tuple[str, Any]]:
    found = []
    for name in dir(resource):
        if name.startswith("_") or name in NOT_METHODS | NOT_RESOURCES or name == "aio":
            continue
        child = None
        # A property may refuse because an optional dependency is missing.
        with contextlib.suppress(Exception):
            child = getattr(resource, name)
        module = type(child).__module__
        if module.startswith("google.genai") and not callable(child):
            found.append((name, child))
    return found


def _methods_of(path: str, owner: type[Any], describer: Describer) -> dict[str, dict[str, Any]]:
    names = [name for name in dir(owner) if not name.startswith("_") and name not in NOT_METHODS]
    return {
        f"{path}.{name}": method_row(owner, _short_names(owner).get(name, name), describer)
        for name in names
        if callable(getattr(owner, name)) and not inspect.isclass(getattr(owner, name))
    }


def _short_names(owner: type[Any]) -> dict[str, str]:
    """environments.create hands everything to environments.create_environment."""
    if not hasattr(owner, "create_environment"):
        return {}
    return {
        short: f"{short}_environment{'s' if short == 'list' else ''}"
        for short in ("create", "get", "delete", "list")
    }


def _handed_out_rows(
    module: str, names: tuple[str, ...], describer: Describer
) -> dict[str, dict[str, Any]]:
    try:
        loaded = importlib.import_module(module)
    except ImportError:
        return {}
    rows: dict[str, dict[str, Any]] = {}
    for name in names:
        owner = getattr(loaded, name)
        rows |= _methods_of(name, owner, describer)
    if "LocalTokenizer" in names:
        rows["LocalTokenizer"] = method_row(loaded.LocalTokenizer, "__init__", describer)
    return rows


def _all_classes(
    describer: Describer, functions: dict[str, dict[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Every class that a parameter leads to; describing one may discover others."""
    classes: dict[str, Any] = {}
    enums: dict[str, Any] = {}
    _add_subclasses(describer)
    while waiting := sorted(set(describer.seen) - set(classes) - set(enums)):
        for name in waiting:
            members = describer.seen[name]
            if any(issubclass(member, enum.Enum) for member in members):
                enums[name] = _enum_row(next(iter(members)))
                continue
            classes[name] = _class_row(members, describer)
            functions |= _constructors(members, describer)
    return classes, enums


def _add_subclasses(describer: Describer) -> None:
    """Classes that a caller writes where the signature names only their common base."""
    types = importlib.import_module("google.genai.types")
    for name in SUBCLASSES:
        if hasattr(types, name):
            describer.describe(getattr(types, name))


def _enum_row(member: type[enum.Enum]) -> dict[str, Any]:
    return {"members": {name: item.value for name, item in member.__members__.items()}}


def _class_row(members: set[type[Any]], describer: Describer) -> dict[str, Any]:
    """Fields of a class known as a pydantic model, as a TypedDict, or as both."""
    models = [member for member in members if hasattr(member, "model_fields")]
    mappings = [member for member in members if not hasattr(member, "model_fields")]
    resource = any(member.__module__.startswith(RESOURCE_PACKAGES) for member in members)
    # A resource's models also hold what only answers hold; its TypedDicts hold what is sent.
    if mappings and (resource or not models):
        row = _mapping_row(mappings[0], describer)
        _mark_deprecated(row["fields"], models)
        return row
    if not models:
        return {"fields": {}, "extra": "allow"}
    return _model_row(models[0], describer)


def _mapping_row(member: type[Any], describer: Describer) -> dict[str, Any]:
    fields = {
        name: field_row(describer.describe(annotation))
        for name, annotation in _annotations_of_class(member).items()
    }
    return {"fields": fields, "extra": "allow"}


def _annotations_of_class(member: type[Any]) -> dict[str, Any]:
    with contextlib.suppress(Exception):
        return typing.get_type_hints(member, include_extras=True)
    scope = vars(sys.modules[member.__module__])
    found = {}
    for name, annotation in getattr(member, "__annotations__", {}).items():
        text = getattr(annotation, "__forward_arg__", annotation)
        found[name] = resolved(text, scope)
    return found


def _mark_deprecated(fields: dict[str, Any], models: list[type[Any]]) -> None:
    for model in models:
        for name, field in model.model_fields.items():
            if getattr(field, "deprecated", None) and name in fields:
                fields[name]["deprecated"] = True


def _model_row(model: type[Any], describer: Describer) -> dict[str, Any]:
    with contextlib.suppress(Exception):
        model.model_rebuild()
    twin = _typed_dict_twin(model)
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        described = _described_field(name, field.annotation, twin, describer)
        fields[name] = field_row(described) | _alias_of(name, field.alias, model)
        if getattr(field, "deprecated", None):
            fields[name]["deprecated"] = True
    return {"fields": fields, "extra": model.model_config.get("extra", "ignore")}


def _typed_dict_twin(model: type[Any]) -> dict[str, Any]:
    module = sys.modules[model.__module__]
    twin = getattr(module, f"{model.__name__}Dict", None)
    return _annotations_of_class(twin) if twin else {}


def _described_field(
    name: str, annotation: Any, twin: dict[str, Any], describer: Describer
) -> Described:
    """A validator may hide the items of a list; the TypedDict twin still names them."""
    described = describer.describe(annotation)
    if described["kind"] == "list" and not described.get("classes") and name in twin:
        return describer.describe(twin[name])
    return described


def _alias_of(name: str, alias: str | None, model: type[Any]) -> dict[str, str]:
    """The alias, only where the rule (pydantic's to_camel) does not give it."""
    to_camel = importlib.import_module("pydantic.alias_generators").to_camel
    generator = model.model_config.get("alias_generator")
    expected = to_camel(name)
    actual = alias or (generator(name) if generator else name)
    return {} if actual == expected else {"alias": actual}


def _constructors(members: set[type[Any]], describer: Describer) -> dict[str, Any]:
    """types.Part.from_text and its like, and __init__ where a class has its own."""
    rows: dict[str, Any] = {}
    for member in members:
        if member.__module__ != "google.genai.types":
            continue
        for name, attribute in vars(member).items():
            if isinstance(attribute, classmethod) and name.startswith("from_"):
                row = function_row(attribute.__func__, describer, bound=True)
                rows[f"types.{member.__name__}.{name}"] = row
        if inspect.isfunction(vars(member).get("__init__")):
            rows[f"types.{member.__name__}"] = _own_constructor(member, describer)
    return rows


def _own_constructor(model: type[Any], describer: Describer) -> dict[str, Any]:
    """What a hand-written __init__ passes on as **kwargs are the model's fields."""
    row = method_row(model, "__init__", describer)
    if row["var_keyword"]:
        fields = inspect.get_annotations(model)
        row["parameters"] += [name for name in fields if name not in row["parameters"]]
        row["var_keyword"] = False
    return row


if __name__ == "__main__":
    main()
