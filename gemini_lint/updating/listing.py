"""Asks the Gemini API which models a project may use, through the real google-genai."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from gemini_lint.catalog.overlay import Document
from gemini_lint.catalog.schema import MOST_MODELS, is_id

_SOURCE = "models.list of the Gemini API, as a user's project was answered"
_API_VERSION = "v1beta"
_LARGEST_ANSWER = 8_000_000
_TIMEOUT = 30_000  # milliseconds
_ATTEMPTS = 4
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 8.0
_KIND_WORDS = (
    ("embedding", "embedding"), ("tts", "tts"), ("native-audio", "live"), ("live", "live"),
    ("image", "image"), ("imagen", "image"), ("veo", "video"), ("omni", "video"),
    ("lyria", "music"), ("robotics", "robotics"), ("computer-use", "computer-use"),
    ("deep-research", "agent"), ("antigravity", "agent"), ("decision", "decision"),
)  # fmt: skip
_CODES = {
    400: "the API refused the request (400); the key may not be valid",
    401: "the API refused the key (401)",
    403: "the key may not list models (403)",
    429: "the API has no quota left for the key (429), after several attempts",
}


class ListingError(Exception):
    """The models could not be listed."""


def list_models(key: str) -> list[Any]:
    """Return the models that the API lists; raises ListingError, which never shows the key."""
    try:
        from google import genai
        from google.genai import errors
    except ImportError:
        raise ListingError("google-genai is not installed; run: pip install google-genai") from None
    try:
        client = genai.Client(api_key=key, vertexai=False, http_options=_options())
        return list(_bounded(client.models.list(config={"page_size": 1000})))
    except errors.APIError as error:
        raise ListingError(_CODES.get(error.code, f"the API answered {error.code}")) from None
    except ListingError:
        raise
    except Exception as error:  # noqa: BLE001 - the SDK lets those of its HTTP library through
        said = f"{type(error).__name__}: {error}".replace(key, "***")
        raise ListingError(f"no usable answer came: {said[:200]}") from None


def document(models: Iterable[Any], known: Document, today: date) -> Document:
    """Return what the list adds to what is known: new models, and facts that were missing.

    That a model is listed says nothing of its end: the API lists models that are shut down.
    """
    rows = {row["id"]: row for row in known["models"]}
    added = [row for model in models if (row := _added(_facts(model, today), rows)) is not None]
    return {"date": known["date"], "models": list({row["id"]: row for row in added}.values())}


def ids(models: Iterable[Any]) -> set[str]:
    """Return the ids of listed models."""
    return {str(model.name).removeprefix("models/") for model in models}


def _options() -> Any:
    from google.genai import types

    return types.HttpOptions(
        api_version=_API_VERSION,
        timeout=_TIMEOUT,
        headers={"Accept-Encoding": "identity"},
        retry_options=types.HttpRetryOptions(
            attempts=_ATTEMPTS, initial_delay=_FIRST_WAIT, max_delay=_LONGEST_WAIT
        ),
        client_args={"event_hooks": {"response": [_bound]}},
    )


def _bound(response: Any) -> None:
    """Let the HTTP library read no more of an answer than is worth looking at."""
    library: Any = sys.modules[type(response).__module__.partition(".")[0]]
    stream = response.stream

    def portions(_: object) -> Iterator[bytes]:
        size = 0
        for portion in stream:
            size += len(portion)
            if size > _LARGEST_ANSWER:
                raise ListingError(f"the answer is larger than {_LARGEST_ANSWER:,} bytes")
            yield portion

    members = {"__iter__": portions, "close": lambda _: stream.close()}
    response.stream = type("BoundedStream", (library.SyncByteStream,), members)()


def _bounded(models: Iterable[Any]) -> Iterator[Any]:
    for number, model in enumerate(models):
        if number >= MOST_MODELS:
            raise ListingError(f"the API lists more than {MOST_MODELS:,} models")
        yield model


def _facts(model: Any, today: date) -> Document | None:
    """Return a listed model as a row; None for what has no id of the usual form."""
    id_ = str(model.name or "").removeprefix("models/")
    if not is_id(id_):
        return None
    facts = {
        "id": id_,
        "kind": _kind(id_),
        "gemini-api": {"status": "active", "basis": _SOURCE},
        "vertex": {"basis": "not known"},
        "input_token_limit": model.input_token_limit or None,
        "output_token_limit": model.output_token_limit or None,
        "max_temperature": model.max_temperature or None,
        "methods": _methods(model.supported_actions or ()),
        "sources": [_SOURCE],
        "checked": today.isoformat(),
    }
    return {name: value for name, value in facts.items() if value not in (None, [])}


def _added(facts: Document | None, rows: dict[str, Document]) -> Document | None:
    if facts is None or facts["id"] not in rows:
        return facts
    row = rows[facts["id"]]
    missing = {name: value for name, value in facts.items() if row.get(name) is None}
    kept = {"id": facts["id"], "sources": facts["sources"], "checked": row["checked"]}
    return {**missing, **kept} if missing else None


def _methods(actions: Iterable[str]) -> list[str]:
    methods = [str(action) for action in actions]
    if "generateContent" in methods:
        methods.append("streamGenerateContent")
    return methods


def _kind(id_: str) -> str:
    words = re.split(r"[-.]", id_)
    for word, kind in _KIND_WORDS:
        if word in words or ("-" in word and word in id_):
            return kind
    return "text"
