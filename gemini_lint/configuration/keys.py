"""The keys of a configuration file: what each takes, and how it becomes a setting.

They are the long options of `gemini-lint check` that make sense in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from types import MappingProxyType

from msgspec import Struct

from gemini_lint.closest_names import nearest
from gemini_lint.regexes import regex

_DATE = regex(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = regex(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_VERSION = regex(r"\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?")
_OUTPUT_FORMATS = (
    "concise", "full", "json", "sarif", "github", "gitlab", "rdjson", "junit",
)  # fmt: skip


class WrongValueError(ValueError):
    """A value that a key does not take; says what it takes."""


class Selectors(Struct, frozen=True):
    """The codes and names of all rules; none of them where selectors are not checked."""

    known: Collection[str] = ()

    def check(self, selector: str) -> None:
        """Refuse what is no code, prefix of codes, or name of a rule."""
        wanted = selector.upper()
        if not self.known or wanted == "ALL":
            return
        known = {rule.upper() for rule in self.known}
        is_prefix = wanted.startswith("GEM") and any(code.startswith(wanted) for code in known)
        if wanted.replace("_", "-") not in known and not is_prefix:
            meant = _did_you_mean(selector, self.known)
            raise WrongValueError(f'there is no rule "{selector}"{meant}')


Reader = Callable[[object, Selectors], object]


def strings(value: object, selectors: Selectors) -> tuple[str, ...]:
    """Read a list of strings."""
    del selectors
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongValueError("it must be a list of strings")
    return tuple(value)


def rules(value: object, selectors: Selectors) -> tuple[str, ...]:
    """Read a list of codes, prefixes or names."""
    chosen = strings(value, selectors)
    for selector in chosen:
        selectors.check(selector)
    return chosen


def rules_by_pattern(
    value: object, selectors: Selectors
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read a table of lists of rules by file pattern."""
    if not isinstance(value, dict):
        raise WrongValueError('it must be a table, such as { "tests/*" = ["GEM2"] }')
    return tuple((pattern, rules(chosen, selectors)) for pattern, chosen in value.items())


def day(value: object, selectors: Selectors) -> date:
    """Read a date, written as TOML's own or as a string."""
    del selectors
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise WrongValueError('it must be a date, such as "2027-03-01"')


def languages(value: object, selectors: Selectors) -> tuple[str, ...]:
    """Read a list of language codes, or the word `available`."""
    chosen = ("available",) if value == "available" else strings(value, selectors)
    if not chosen:
        raise WrongValueError('it must name a language, such as "en"')
    for language in chosen:
        if language != "available" and not _LANGUAGE.fullmatch(language):
            raise WrongValueError(f'"{language}" is no language code, such as "en"')
    return chosen


def version(value: object, selectors: Selectors) -> str:
    """Read a release's version."""
    del selectors
    if isinstance(value, str) and _VERSION.fullmatch(value):
        return value
    raise WrongValueError('it must be a version in a string, such as "3.4"')


def flag(value: object, selectors: Selectors) -> bool:
    """Read true or false."""
    del selectors
    if not isinstance(value, bool):
        raise WrongValueError("it must be true or false")
    return value


def text(value: object, selectors: Selectors) -> str:
    """Read a string."""
    del selectors
    if not isinstance(value, str):
        raise WrongValueError("it must be a string")
    return value


def at_least(lowest: int) -> Reader:
    """Make a reader of whole numbers."""

    def number(value: object, selectors: Selectors) -> int:
        del selectors
        if not isinstance(value, int) or isinstance(value, bool) or value < lowest:
            raise WrongValueError(f"it must be a whole number from {lowest} on")
        return value

    return number


def one_of(*choices: str) -> Reader:
    """Make a reader of one of several words."""

    def choice(value: object, selectors: Selectors) -> str:
        del selectors
        if isinstance(value, str) and value in choices:
            return value
        meant = _did_you_mean(value, choices) if isinstance(value, str) else ""
        raise WrongValueError(f"it must be one of {', '.join(choices)}{meant}")

    return choice


def output_formats(value: object, selectors: Selectors) -> str | tuple[str, ...]:
    """Read a format, or a list of formats that may have files: `sarif=out.sarif`."""
    read = one_of(*_OUTPUT_FORMATS)
    if isinstance(value, str):
        name, equals, file = value.partition("=")
        if equals and not file:
            raise WrongValueError("the file is missing after =")
        read(name, selectors)
        return value
    if not isinstance(value, list) or not value:
        raise WrongValueError("it must be a format or a list of formats")
    return tuple(str(output_formats(str(item), selectors)) for item in value)


# Keys that set `Settings`, for each file its own.
FILE_KEYS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        "select": rules,
        "extend-select": rules,
        "ignore": rules,
        "per-file-ignores": rules_by_pattern,
        "today": day,
        "retirement-notice": at_least(0),
        "backend": one_of("auto", "gemini-api", "vertex"),
        "api-version": one_of("auto", "v1", "v1beta"),
        "sdk-version": version,
        "languages": languages,
        "models": strings,
        "exclude": strings,
        "extend-exclude": strings,
        "force-exclude": flag,
        "respect-gitignore": flag,
        "disable-noqa": flag,
    }
)
# Keys that set a whole run.
RUN_KEYS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        "output-format": output_formats,
        "output-file": text,
        "baseline": text,
        "statistics": flag,
        "exit-zero": flag,
        "fail-on": one_of("error", "warning"),
        "jobs": at_least(1),
        "file-timeout": at_least(0),
        "color": one_of("auto", "always", "never"),
        "cache-dir": text,
        "no-cache": flag,
        "quiet": flag,
        "verbose": flag,
    }
)


# Options that are no keys: which file is read, and what one run is asked for.
NO_KEYS = frozenset({"config", "isolated", "show-files", "show-settings", "stdin-filename"})


def nearest_key(key: str) -> str:
    """Say which key was probably meant, if one is near."""
    return _did_you_mean(key, (*FILE_KEYS, *RUN_KEYS))


def _did_you_mean(wanted: str, known: Collection[str]) -> str:
    by_lower = {name.lower(): name for name in known}
    wanted = wanted.lower().replace("_", "-")
    close = nearest(wanted, by_lower, cutoff=0.5)
    return f"; did you mean {by_lower[close]}?" if close else ""
