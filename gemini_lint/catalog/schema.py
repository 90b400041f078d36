"""What the document of a catalogue must look like before anything is read from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, TypeAlias

from gemini_lint.call import BACKENDS
from gemini_lint.regexes import regex

KINDS = (
    "text", "image", "embedding", "live", "video", "tts", "music", "agent", "robotics", "audio",
    "computer-use", "decision",
)  # fmt: skip
MOST_MODELS = 5_000
_LONGEST_TEXT = 4_000
_MOST_ITEMS = 500
_ID = regex(r"[A-Za-z0-9][\w.@-]{0,99}", re.ASCII)
_DAY = regex(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = regex(r"\d{4}-\d{2}", re.ASCII)
_LONGEST_SHOWN = 60

Check: TypeAlias = Callable[[Any], bool]


def faults(document: Any, *, complete: bool = True) -> Iterator[str]:
    """Yield what is wrong with a document.

    One that is not `complete` adds to another: its rows may leave out what they do not know.
    """
    if not isinstance(document, dict):
        yield "it is no JSON object"
        return
    if not _is_day(document.get("date")):
        yield '"date" must be a day, such as "2026-11-22"'
    models = document.get("models")
    if not isinstance(models, list):
        yield '"models" must be a list'
        return
    if len(models) > MOST_MODELS:
        yield f"it has more than {MOST_MODELS:,} models"
        return
    yield from _faults_of_rows(models, complete=complete)
    yield from _faults_of_families(document.get("families", []))
    if complete:
        yield from _missing_models(models)


def is_in_the_future(document: Mapping[str, Any], today: date) -> bool:
    """Tell whether a catalogue claims to be younger than it can be anywhere on Earth."""
    return date.fromisoformat(document["date"]) > today + timedelta(days=1)


def is_id(value: object) -> bool:
    """Tell whether a value has the form of a model's id."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _faults_of_rows(rows: list[Any], *, complete: bool) -> Iterator[str]:
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or not is_id(row.get("id")):
            yield f'model {number} has no "id" of the form of a model\'s'
            continue
        if row["id"] in seen:
            yield f"{row['id']} occurs twice"
        seen.add(row["id"])
        yield from (f"{row['id']}: {fault}" for fault in _faults_of_row(row, complete=complete))


def _faults_of_row(row: dict[str, Any], *, complete: bool) -> Iterator[str]:
    if complete:
        required = ("kind", *BACKENDS, "sources", "checked")
        yield from (f'"{key}" is missing' for key in required if row.get(key) is None)
    yield from _wrong(row, _ROW)
    for backend in BACKENDS:
        life = row.get(backend)
        if isinstance(life, dict):
            yield from (f"{backend}: {fault}" for fault in _faults_of_life(life))
    thinking = row.get("thinking")
    if isinstance(thinking, dict):
        unknown = sorted(map(str, set(thinking) - set(_THINKING)))
        yield from (f'thinking: unknown key "{_shown(key)}"' for key in unknown)
        if "mode" not in thinking:
            yield 'thinking: "mode" is missing'


def _faults_of_life(life: dict[str, Any]) -> Iterator[str]:
    if ("shutdown" in life) != ("shutdown_kind" in life):
        yield '"shutdown" and "shutdown_kind" stand together'


def _faults_of_families(families: Any) -> Iterator[str]:
    if not isinstance(families, list):
        yield '"families" must be a list'
        return
    for family in families:
        if not isinstance(family, dict) or not set(_FAMILY) <= set(family):
            yield f"a family lacks one of {', '.join(_FAMILY)}"
            continue
        yield from (f"a family: {fault}" for fault in _wrong(family, _FAMILY))
        if isinstance(family["facts"], dict):
            yield from (f"a family: {fault}" for fault in _wrong(family["facts"], _ROW))


def _missing_models(rows: list[Any]) -> Iterator[str]:
    """Yield models that a row names and no row describes."""
    described = [row for row in rows if isinstance(row, dict)]
    known = {row.get("id") for row in described}
    for row in described:
        lives = [life for backend in BACKENDS if isinstance(life := row.get(backend), dict)]
        named = [row.get("alias_of"), *(life.get("routes_to") for life in lives)]
        for life in lives:
            named += _strings(life.get("replacements"))
        for name in named:
            if isinstance(name, str) and name not in known:
                yield f"{row.get('id')}: there is no model {_shown(name)}"


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _wrong(values: Mapping[str, Any], checks: Mapping[str, Check]) -> Iterator[str]:
    for key, value in values.items():
        check = checks.get(key)
        if check is not None and value is not None and not check(value):
            yield f'"{key}" must not be {_shown(value)}'


def _shown(value: object) -> str:
    text = ascii(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _is_text(value: object) -> bool:
    """Accept what can be printed in one line."""
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT and value.isprintable()


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and len(value) <= _MOST_ITEMS and all(map(_is_text, value))


def _is_ids(value: object) -> bool:
    return isinstance(value, list) and len(value) <= _MOST_ITEMS and all(map(is_id, value))


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9


def _is_count(value: object) -> bool:
    return _is_whole(value) and value != 0


def _is_number(value: object) -> bool:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and 0 < value <= 100  # type: ignore[operator]


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_day_or_month(value: object) -> bool:
    is_month = isinstance(value, str) and _MONTH.fullmatch(value) is not None
    return _is_day(f"{value}-01") if is_month else _is_day(value)


def _is_generation(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d+(?:\.\d+)?", value, re.ASCII) is not None


def _one_of(*choices: str) -> Check:
    return lambda value: isinstance(value, str) and value in choices


def _mapping_of(checks: Mapping[str, Check]) -> Check:
    return lambda value: isinstance(value, dict) and not any(_wrong(value, checks))


def _is_feature(value: object, depth: int = 3) -> bool:
    if isinstance(value, (bool, int, float)) or value is None:
        return True
    if isinstance(value, str):
        return _is_text(value)
    if depth == 0 or not isinstance(value, (list, dict)) or len(value) > _MOST_ITEMS:
        return False
    items = [*value, *value.values()] if isinstance(value, dict) else value
    return all(_is_feature(item, depth - 1) for item in items)


_LIFE: Mapping[str, Check] = MappingProxyType({
    "status": _one_of("active", "preview", "deprecated", "shut-down", "never"),
    "released": _is_day_or_month,
    "shutdown": _is_day,
    "shutdown_kind": _one_of("fixed", "earliest"),
    "routes_to": is_id,
    "routed_since": _is_day,
    "replacements": _is_ids,
    "basis": _is_text,
    "note": _is_text,
    "after_shutdown": _is_text,
})  # fmt: skip
_THINKING: Mapping[str, Check] = MappingProxyType({
    "mode": _one_of("budget", "level", "none", "unknown"),
    "budget_min": _is_whole,
    "budget_max": _is_whole,
    "can_disable": _is_flag,
    "dynamic": _is_flag,
    "levels": _is_texts,
    "default": lambda value: _is_text(value) or (type(value) is int and value >= -1),
    "required": _is_flag,
    "rejects_budget": _is_flag,
    "note": _is_text,
})  # fmt: skip
_ROW: Mapping[str, Check] = MappingProxyType({
    "kind": _one_of(*KINDS),
    **dict.fromkeys(BACKENDS, _mapping_of(_LIFE)),
    "alias_of": is_id,
    "api_versions": _is_texts,
    "input_token_limit": _is_count,
    "output_token_limit": _is_whole,
    "long_output_limit": _is_count,
    "candidate_count_max": _is_count,
    "max_temperature": _is_number,
    "top_k": _mapping_of({"max": _is_count, "default": _is_count}),
    "thinking": _mapping_of(_THINKING),
    "methods": _is_texts,
    "input_modalities": _is_texts,
    "output_modalities": _is_texts,
    "features": lambda value: isinstance(value, dict) and _is_feature(value),
    "moving_alias": _is_flag,
    "nonexistent": _is_flag,
    "notes": _is_text,
    "conflicts": _is_texts,
    "sources": lambda value: _is_texts(value) and len(value) > 0,
    "checked": _is_day_or_month,
})  # fmt: skip
_FAMILY: Mapping[str, Check] = MappingProxyType({
    "name": _is_text,
    "since": _is_generation,
    "kinds": _is_texts,
    "facts": lambda value: isinstance(value, dict),
    "sources": _is_texts,
})  # fmt: skip
