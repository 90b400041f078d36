"""What other packages say of models, read from their data without running them."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

_GOOGLE = re.compile(
    r"(?:gemini|gemma|imagen|veo|lyria|learnlm|text-embedding-0|text-multilingual-embedding"
    r"|embedding-0|textembedding-gecko|multimodalembedding|chat-bison|text-bison|code-bison"
    r"|codechat-bison|code-gecko|aqa$|deep-research|antigravity)"
)
# Ids that are no model's of Google's: names of another seller, of a group, or of a mistake.
_SET_ASIDE = frozenset({
    "gemini-flash-1.5", "gemini-flash-1.5-8b", "gemini-pro-1.5",  # OpenRouter's
    "gemma-3", "gemma-3n", "gemini-2.5-flash-preview",  # genai-prices' own, for several
    "gemini-gemma-2-27b-it", "gemini-gemma-2-9b-it",  # litellm's, of two names put together
})  # fmt: skip
_LIMITS = {"max_input_tokens": "input_token_limit", "max_output_tokens": "output_token_limit"}


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact that a source gives: the end of a model on a backend, a limit, or no more than
    that the model exists."""

    source: str
    model: str
    fact: str
    value: object = None
    backend: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A package, and how its claims are read from where it is installed."""

    package: str
    claims: Callable[[Path], Iterator[Claim]]


def _google_genai(site: Path) -> Iterator[Claim]:
    for name in ("model", "agentoption"):
        path = site / f"google/genai/_gaos/types/interactions/{name}.py"
        if path.exists():
            yield from _existing("google-genai", _strings(path))


def _pydantic_ai(site: Path) -> Iterator[Claim]:
    path = site / "pydantic_ai/models/google.py"
    for statement in ast.parse(path.read_text("utf-8")).body:
        if isinstance(statement, ast.Assign) and "LatestGoogleModelNames" in ast.dump(
            statement.targets[0]
        ):
            names = (node.value for node in ast.walk(statement) if isinstance(node, ast.Constant))
            yield from _existing("pydantic-ai", map(str, names))


def _genai_prices(site: Path) -> Iterator[Claim]:
    tree = ast.parse((site / "genai_prices/data.py").read_text("utf-8"))
    for provider in _calls(tree, "Provider"):
        if _given(provider).get("id") != "google":
            continue
        for call in _calls(provider, "ModelInfo"):
            given = _given(call)
            model = str(given["id"])
            yield from _existing("genai-prices", [model])
            if is_googles(model) and isinstance(given.get("context_window"), int):
                limit = given["context_window"]
                yield Claim("genai-prices", model, "input_token_limit", limit)


def _litellm(site: Path) -> Iterator[Claim]:
    path = site / "litellm/model_prices_and_context_window_backup.json"
    for key, row in json.loads(path.read_text("utf-8")).items():
        provider = str(row.get("litellm_provider", ""))
        model = key.rpartition("/")[2]
        if not provider.startswith(("gemini", "vertex_ai")) or not is_googles(model):
            continue
        yield Claim("litellm", model, "exists")
        backend = "gemini-api" if provider == "gemini" else "vertex"
        if row.get("deprecation_date"):
            yield Claim("litellm", model, "shutdown", row["deprecation_date"], backend)
        yield from _limits("litellm", model, row)


def _langchain(site: Path) -> Iterator[Claim]:
    path = site / "langchain_google_genai/data/_profiles.py"
    for statement in ast.parse(path.read_text("utf-8")).body:
        if isinstance(statement, ast.AnnAssign) and statement.value is not None:
            for model, profile in ast.literal_eval(statement.value).items():
                yield Claim("langchain-google-genai", model, "exists")
                yield from _limits("langchain-google-genai", model, profile)


def _llm_sunset(site: Path) -> Iterator[Claim]:
    for row in json.loads((site / "llm_sunset/snapshot.json").read_text("utf-8")):
        if row["provider"] in ("Google", "Google Vertex"):
            backend = "gemini-api" if row["provider"] == "Google" else "vertex"
            yield from _end("llm-sunset", row["model_id"], row.get("shutdown_date"), backend)


def _flake8_llm_sunset(site: Path) -> Iterator[Claim]:
    path = site / "flake8_llm_sunset/model_shutdowns.json"
    for model, row in json.loads(path.read_text("utf-8")).items():
        yield from _end("flake8-llm-sunset", model, row.get("shutdown_date"), "vertex")


def _model_retire(site: Path) -> Iterator[Claim]:
    backends = {"google-gemini-api": "gemini-api", "google-vertex-ai": "vertex"}
    rows = json.loads((site / "model_retire/models.json").read_text("utf-8"))["models"]
    for row in rows:
        backend = backends.get(row["provider"])
        if backend is not None:
            yield from _end("bydtech-model-retire", row["id"], row.get("retires_on"), backend)


def is_googles(model: str) -> bool:
    """Tell whether an id is one that Google's APIs would know."""
    return _GOOGLE.match(model) is not None and model not in _SET_ASIDE


def _end(source: str, model: str, day: str | None, backend: str) -> Iterator[Claim]:
    if not is_googles(model):
        return
    yield Claim(source, model, "exists")
    if day:
        yield Claim(source, model, "shutdown", day, backend)


def _existing(source: str, models: Iterator[str] | list[str]) -> Iterator[Claim]:
    return (Claim(source, model, "exists") for model in models if is_googles(model))


def _limits(source: str, model: str, row: Mapping[str, Any]) -> Iterator[Claim]:
    for key, fact in _LIMITS.items():
        if row.get(key):
            yield Claim(source, model, fact, row[key])


def _strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _given(call: ast.Call) -> dict[str | None, object]:
    return {
        keyword.arg: keyword.value.value
        for keyword in call.keywords
        if isinstance(keyword.value, ast.Constant)
    }


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        source.package: source
        for source in (
            Source("google-genai", _google_genai),
            Source("genai-prices", _genai_prices),
            Source("litellm", _litellm),
            Source("langchain-google-genai", _langchain),
            Source("pydantic-ai-slim", _pydantic_ai),
            Source("llm-sunset", _llm_sunset),
            Source("flake8-llm-sunset", _flake8_llm_sunset),
            Source("bydtech-model-retire", _model_retire),
        )
    }
)
