"""Harm categories and thresholds as a call writes them: strings, numbers, enum members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from gemini_lint.call import Call, SafetySetting
from gemini_lint.catalog.safety import OLD_SDK, Category, categories, category_name, thresholds
from gemini_lint.closest_names import nearest
from gemini_lint.rules.judging import shown
from gemini_lint.rules.ranges import INVALID_ARGUMENT
from gemini_lint.values import Literal, Place, Symbol, Value, possibilities

CATEGORY_CLASS = "HarmCategory"
THRESHOLD_CLASS = "HarmBlockThreshold"

# Libraries whose strings reach the server, or the SDK, as they are written.
_STRICT_SDKS = frozenset(
    {"google-genai", "google-generativeai", "google-adk", "rest", "pydantic-ai", "openai"}
)


class Written(Struct, frozen=True):
    """One way in which a category or threshold may be written.

    `spelling` is the string, number or member; `owner` the enum class that it is a member
    of, empty for a string or number.
    """

    spelling: str | int
    owner: str
    shown: str
    place: Place

    @property
    def is_member(self) -> bool:
        """Tell whether it is a member of an enum class."""
        return bool(self.owner)


def written_categories(call: Call) -> Iterator[tuple[SafetySetting, Written]]:
    """Yield each category that a safety setting of the call may have."""
    for setting in call.safety_settings:
        for item in _written(setting.category, CATEGORY_CLASS):
            yield setting, item


def written_thresholds(call: Call) -> Iterator[tuple[SafetySetting, Written]]:
    """Yield each threshold that a safety setting of the call may have."""
    for setting in call.safety_settings:
        for item in _written(setting.threshold, THRESHOLD_CLASS):
            yield setting, item


def category_of(written: Written, call: Call) -> Category | None:
    """Return the category that the call's library takes the spelling for."""
    if written.is_member:
        return categories().get(str(written.spelling))
    name = category_name(written.spelling, call.sdk, call.backends)
    return categories().get(name) if name else None


def is_strict(call: Call) -> bool:
    """Tell whether the call's library is known to take exact names only."""
    return call.sdk in _STRICT_SDKS


def failure(written: Written, call: Call) -> str:
    """Say what becomes of a name that does not exist."""
    if written.is_member and written.spelling not in thresholds():
        return "AttributeError: the class has no such member"
    if call.sdk == OLD_SDK:
        return "google-generativeai raises KeyError"
    if call.sdk == "google-genai" and isinstance(written.spelling, int):
        return "google-genai raises AttributeError: it takes names only"
    return INVALID_ARGUMENT


def meant(spelling: str | int, full: str | None, names: Iterable[str]) -> str:
    """Complete a message about an unknown name with the likeliest one."""
    if full is None and isinstance(spelling, str):
        full = _likeliest(spelling.upper(), tuple(names))
    return f"; did you mean {full}?" if full else ""


def _likeliest(spelling: str, names: tuple[str, ...]) -> str | None:
    """Return the one name that was cut short, else the nearest one.

    BLOCK_LOW shares more letters with BLOCK_NONE, which would switch the filter off, than
    with BLOCK_LOW_AND_ABOVE.
    """
    begun = [name for name in names if name.startswith(f"{spelling}_")]
    return begun[0] if len(begun) == 1 else nearest(spelling, names)


def _written(value: Value | None, enum_class: str) -> Iterator[Written]:
    for option in possibilities(value):
        if isinstance(option, Symbol):
            owner, member = _split(option.name, enum_class)
            if member:
                said = f"{enum_class}.{member}"
                yield Written(member, owner, said, option.place)
        elif (
            isinstance(option, Literal)
            and isinstance(option.value, str | int)
            and not isinstance(option.value, bool)
        ):
            yield Written(option.value, "", shown(option), option.place)


def _split(name: str, enum_class: str) -> tuple[str, str]:
    """Split a dotted name at the enum class; a name without it says nothing."""
    parts = name.split(".")
    if enum_class not in parts[:-1]:
        return "", ""
    position = parts.index(enum_class)
    return ".".join(parts[: position + 1]), parts[position + 1]
