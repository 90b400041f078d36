"""Judge a model's name that the catalogue does not hold.

Google releases models faster than catalogues follow, so a name is only called wrong where
it cannot be a newer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from msgspec.structs import replace

from gemini_lint.call import Backend
from gemini_lint.catalog import Catalog
from gemini_lint.catalog.name_forms import GOOGLE_SDKS, NameVerdict, fault_of_form
from gemini_lint.catalog.prefixes import bare
from gemini_lint.catalog.typos import is_typo, tokens
from gemini_lint.closest_names import nearest
from gemini_lint.regexes import regex

_TIERS = ("pro", "flash", "flash-lite", "argon", "carbon", "hydrogen", "neon")
_BASE_ID = regex(rf"gemini-(?P<version>\d+(?:\.\d+)?)-(?P<tier>{'|'.join(_TIERS)})")
_RELEASED_ID = regex(
    rf"gemini-(?P<version>\d+(?:\.\d+)?)-(?P<tier>flash-lite|{'|'.join(_TIERS)})(?:-|$)"
)
_WITHOUT_TIER = regex(r"gemini-(?P<version>\d+(?:\.\d+)?)")
_WITHOUT_VERSION = regex(r"gemini-(?P<tier>flash|flash-lite)")
_OTHER_VENDOR = regex(
    r"(?:openai|anthropic|mistral|meta|deepseek|xai|cohere)/"
    r"|(?:chat)?gpt-|o[134](?:-|$)|claude-|(?:meta-)?llama-?\d|mi[sx]tral-|codestral-|deepseek-"
    r"|grok-|command-r|qwen|text-davinci-|text-embedding-(?:ada-|3-)|dall-e-|whisper-"
)


def judge(name: str, backend: Backend, sdk: str, catalog: Catalog) -> NameVerdict:
    """Judge a model's name as the library hands it to that backend."""
    fault = fault_of_form(name, backend, sdk)
    if fault is not None:
        return _with_known_suggestion(fault, catalog)
    model = catalog.model(name)
    if model is not None and not model.nonexistent:
        return NameVerdict("known")
    id_ = bare(name)
    if _OTHER_VENDOR.match(id_):
        is_sent_to_google = sdk in GOOGLE_SDKS and backend == "gemini-api"
        return NameVerdict("other-vendor" if is_sent_to_google else "plausible")
    if model is not None or _is_too_old_to_be_new(id_, catalog):
        return NameVerdict("unknown-model", _nearest_release(id_, catalog))
    meant = _meant(id_, catalog)
    return NameVerdict("unknown-model" if meant else "plausible", meant)


def _with_known_suggestion(verdict: NameVerdict, catalog: Catalog) -> NameVerdict:
    meant = verdict.suggestion
    if verdict.kind != "display-name" or meant is None or meant in catalog.models:
        return verdict
    return replace(verdict, suggestion=_meant(meant, catalog))


def _is_too_old_to_be_new(id_: str, catalog: Catalog) -> bool:
    """Tell whether an id of the naming grammar lies within the generations that are known."""
    newest = _newest_versions(catalog)
    base = _BASE_ID.fullmatch(id_)
    if base is not None:
        return float(base["version"]) <= newest[base["tier"]]
    without_tier = _WITHOUT_TIER.fullmatch(id_)
    if without_tier is not None:
        return float(without_tier["version"]) <= max(newest.values())
    return _WITHOUT_VERSION.fullmatch(id_) is not None


def _nearest_release(id_: str, catalog: Catalog) -> str | None:
    """Return the known id that comes nearest to one that never was."""
    for candidate in (f"{id_}-preview", f"{id_}-latest"):
        if candidate in catalog.models:
            return candidate
    base = _BASE_ID.fullmatch(id_)
    if base is None:
        return _of_version(id_, catalog) or _alike(id_, catalog)
    wanted = float(base["version"])
    releases = [
        (abs(float(match["version"]) - wanted), -float(match["version"]), known)
        for known, match in _releases(catalog)
        if match["tier"] == base["tier"] and _BASE_ID.fullmatch(known)
    ]
    return min(releases)[-1] if releases else None


def _alike(id_: str, catalog: Catalog) -> str | None:
    return nearest(id_, _real_ids(catalog), cutoff=0.9)


def _of_version(id_: str, catalog: Catalog) -> str | None:
    """Complete `gemini-2.5` by the tier that most mean."""
    version = _WITHOUT_TIER.fullmatch(id_)
    return f"{id_}-flash" if version and f"{id_}-flash" in _real_ids(catalog) else None


@lru_cache(maxsize=4096)
def _meant(id_: str, catalog: Catalog) -> str | None:
    """Return the known id that this one is a misspelling of."""
    if "@" in id_:
        return None
    by_letters = _by_letters(catalog)
    for candidate in (id_, f"gemini-{id_}"):
        meant = by_letters.get(_letters(candidate))
        if meant is not None and any(character.isdigit() for character in id_):
            return meant
    words = _words(catalog)
    return next((known for known in _real_ids(catalog) if is_typo(id_.lower(), known, words)), None)


def _letters(id_: str) -> str:
    return re.sub(r"[^a-z0-9]", "", id_.lower())


@cache
def _by_letters(catalog: Catalog) -> Mapping[str, str]:
    return {_letters(id_): id_ for id_ in reversed(_real_ids(catalog))}


@cache
def _real_ids(catalog: Catalog) -> tuple[str, ...]:
    return tuple(id_ for id_, model in catalog.models.items() if not model.nonexistent)


@cache
def _words(catalog: Catalog) -> frozenset[str]:
    return frozenset(word for id_ in _real_ids(catalog) for word in tokens(id_))


@cache
def _newest_versions(catalog: Catalog) -> Mapping[str, float]:
    newest = dict.fromkeys(_TIERS, 0.0)
    for _, match in _releases(catalog):
        newest[match["tier"]] = max(newest[match["tier"]], float(match["version"]))
    return newest


def _releases(catalog: Catalog) -> Iterator[tuple[str, re.Match[str]]]:
    for id_ in _real_ids(catalog):
        match = _RELEASED_ID.match(id_)
        if match is not None:
            yield id_, match
