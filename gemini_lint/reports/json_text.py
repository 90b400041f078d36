"""JSON that every reader takes."""

from __future__ import annotations

import json


def json_text(value: object) -> str:
    """Write a value as JSON, indented.

    Half of a character, as in a file's name that is not UTF-8, is escaped in the text itself:
    strict readers refuse the whole document because of it.
    """
    text = json.dumps(value, indent=2)
    if "\\ud" not in text:
        return text
    return json.dumps(_whole(value), indent=2)


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_whole(item) for item in value]
    return value
