"""Print, as JSON, the functions and the request classes of the installed google-generativeai."""

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
    exported,
    function_rows,
    with_types,
)

PACKAGE = "google.generativeai"
ROOTS = ("GenerateContentRequest", "CountTokensRequest", "EmbedContentRequest", "CachedContent")
# What a dict given for one of these parameters becomes when the request is built.
TYPES = {
    "generation_config": "protos.GenerationConfig",
    "safety_settings": "protos.SafetySetting",
    "tools": "types.Tool",
    "tool_config": "protos.ToolConfig",
    "request_options": "types.RequestOptions",
}
CONSTRUCTED = ("types.GenerationConfig", "types.RequestOptions", "types.Tool")
NOTES = [
    (
        "GenerativeModel(generation_config={…}) takes any keys; generate_content, count_tokens and "
        "send_message then raise ValueError: Unknown field for GenerationConfig: <key>. "
        "camelCase keys are unknown, too, and so is thinking_config."
    ),
    (
        "types.GenerationConfig(<unknown>=…) raises TypeError at once; "
        "protos.<Message>(<unknown>=…) raises ValueError at once."
    ),
    (
        "A value of the wrong type in generation_config raises TypeError when the request is "
        "built; a string for stop_sequences is taken as a list of its characters."
    ),
    (
        "safety_settings is converted by the constructor: an unknown category or threshold raises "
        "KeyError; the spellings are compared without case."
    ),
    (
        "A dict in tools with none of the keys of types.Tool is taken as a function declaration: "
        "google_search raises ValueError: Unknown field for FunctionDeclaration, at once; of "
        "strings code_execution and google_search_retrieval alone are taken."
    ),
    (
        "request_options keys become keyword arguments of the transport: an unknown one raises "
        "TypeError when the call is made."
    ),
    "The PaLM functions generate_text, chat and generate_embeddings are absent since 0.8.0.",
]


def main() -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    describer = Describer(lambda member: None, lambda member: False)
    functions = with_types(_functions(describer), TYPES)
    classes, enums = message_tables(_roots(), "protos")
    for name in CONSTRUCTED:
        classes[name] = constructed_class(functions[name])
    # Python types and protos.Schema are taken as well as dicts.
    classes["protos.GenerationConfig"]["fields"]["response_schema"]["kind"] = "any"
    table = {
        "source": f"google-generativeai {version('google-generativeai')}",
        "notes": NOTES,
        "classes": classes,
        "enums": enums,
        "functions": functions,
        "spellings": _spellings(),
    }
    json.dump(table, sys.stdout)


def _functions(describer: Describer) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for path in ("", "types.", "caching."):
        module = importlib.import_module(f"{PACKAGE}.{path}".rstrip("."))
        own = {
            name: value
            for name, value in exported(module, PACKAGE).items()
            if not inspect.isclass(value) or value.__module__ != f"{PACKAGE}.protos"
        }
        rows |= function_rows(path, own, describer)
    return rows


def _roots() -> list[Any]:
    protos = importlib.import_module(f"{PACKAGE}.protos")
    return [getattr(protos, name) for name in ROOTS]


def _spellings() -> dict[str, list[str]]:
    """The strings that stand for enumeration members, in lower case."""
    safety = importlib.import_module(f"{PACKAGE}.types.safety_types")
    content = importlib.import_module(f"{PACKAGE}.types.content_types")
    embedding = importlib.import_module(f"{PACKAGE}.embedding")
    return {
        "HarmCategory": _strings(safety._HARM_CATEGORIES),
        "HarmBlockThreshold": _strings(safety._BLOCK_THRESHOLDS),
        "FunctionCallingMode": _strings(content._FUNCTION_CALLING_MODE),
        "TaskType": _strings(embedding._EMBEDDING_TASK_TYPE),
    }


def _strings(table: dict[Any, Any]) -> list[str]:
    return sorted(key for key in table if type(key) is str)


if __name__ == "__main__":
    main()
