"""Settings that a program gives: what is wrong with them is said before anything is checked."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from gemini_lint.configuration.keys import FILE_KEYS, Selectors, WrongValueError
from gemini_lint.settings import Settings

_MAY_BE_NONE = frozenset({"select", "today", "sdk_version"})
_LISTS = frozenset(
    {"select", "extend_select", "ignore", "languages", "models", "exclude", "extend_exclude"}
)


def refuse_wrong(settings: Settings) -> None:
    """Raise a ValueError that names the setting if one has a value that it does not take."""
    try:
        _refuse_wrong_once(settings)
    except TypeError:  # a list has no hash, and is one of the wrong values
        _refuse_wrong(settings)


def _refuse_wrong(settings: Settings) -> None:
    from gemini_lint.rules import registry

    selectors = Selectors(registry.selectors())
    for key, reader in FILE_KEYS.items():
        name = key.replace("-", "_")
        value = getattr(settings, name)
        if value is None and name in _MAY_BE_NONE:
            continue
        try:
            reader(_as_in_a_file(name, value), selectors)
        except WrongValueError as error:
            raise ValueError(f"{name}: {error}") from None


_refuse_wrong_once = lru_cache(256)(_refuse_wrong)


def _as_in_a_file(name: str, value: object) -> object:
    """Return a value as a configuration file has it, where lists are no tuples."""
    if name in _LISTS:
        return _strings(value, 'it must be a tuple of strings, such as ("GEM1",)')
    if name == "per_file_ignores":
        return _by_pattern(value)
    if name == "today" and (not isinstance(value, date) or isinstance(value, datetime)):
        raise WrongValueError("it must be a datetime.date")
    return value


def _by_pattern(value: object) -> dict[object, list[object]]:
    said = 'it must be a tuple of pairs, such as (("tests/*", ("GEM2",)),)'
    if not isinstance(value, tuple):
        raise WrongValueError(said)
    found: dict[object, list[object]] = {}
    for pair in value:
        if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str):
            raise WrongValueError(said)
        found.setdefault(pair[0], []).extend(_strings(pair[1], said))
    return found


def _strings(value: object, said: str) -> list[object]:
    if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
        raise WrongValueError(said)
    return list(value)
