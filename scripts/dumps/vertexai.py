"""Print, as JSON, the functions and the request classes of the installed vertexai modules."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import warnings
from importlib.metadata import version
from typing import Any

from scripts.dumps.annotations import Describer
from scripts.dumps.messages import message_tables
from scripts.dumps.modules import (
    constructed_class,
    enum_rows,
    exported,
    function_rows,
    with_types,
)
from scripts.dumps.signatures import function_row

MODULES = (
    "generative_models",
    "language_models",
    "vision_models",
    "caching",
    "preview.generative_models",
    "preview.language_models",
    "preview.vision_models",
    "preview.caching",
)
ROOTS = ("GenerateContentRequest", "CountTokensRequest", "CachedContent")
# What a dict given for one of these parameters becomes when the request is built.
TYPES = {"generation_config": "gapic.GenerationConfig"}
CONSTRUCTED = ("generative_models.GenerationConfig", "generative_models.SafetySetting")
NOTES = [
    "Keys are paths below vertexai: generative_models.GenerativeModel is its constructor.",
    (
        "GenerativeModel(generation_config={…}) takes any keys; generate_content and send_message "
        "then raise ValueError: Unknown field for GenerationConfig: <key>, for camelCase keys, too."
    ),
    (
        "GenerationConfig(…) is keyword-only and raises TypeError for an unknown keyword at once; "
        "GenerationConfig.from_dict takes snake_case and camelCase and raises "
        "google.protobuf.json_format.ParseError for an unknown key at once."
    ),
    (
        "tools takes Tool objects only (a dict raises TypeError); safety_settings takes a list of "
        "SafetySetting objects, or a dict of category to threshold."
    ),
]


def main() -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    describer = Describer(_class_name, lambda member: False)
    functions = {"init": _init_row(describer)}
    classes, enums = message_tables(_roots(), "gapic")
    for path in MODULES:
        members = exported(importlib.import_module(f"vertexai.{path}"), "vertexai")
        functions |= with_types(function_rows(f"{path}.", members, describer), TYPES)
        enums |= enum_rows(f"{path}.", members)
    for name in CONSTRUCTED:
        classes[name] = constructed_class(functions[name])
    table = {
        "source": f"google-cloud-aiplatform {version('google-cloud-aiplatform')}",
        "notes": NOTES,
        "classes": classes,
        "enums": enums,
        "functions": functions,
    }
    json.dump(table, sys.stdout)


def _init_row(describer: Describer) -> dict[str, Any]:
    vertexai = importlib.import_module("vertexai")
    return function_row(inspect.unwrap(vertexai.init), describer, bound=False)


def _roots() -> list[Any]:
    types = importlib.import_module("google.cloud.aiplatform_v1beta1.types")
    return [getattr(types, name) for name in ROOTS]


def _class_name(member: type[Any]) -> str | None:
    is_public = member.__module__.startswith("vertexai.") and not member.__name__.startswith("_")
    return member.__name__ if is_public else None


if __name__ == "__main__":
    main()
