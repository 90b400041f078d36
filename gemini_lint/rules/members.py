"""Which method of a client library a call is, however the library's classes are nested."""

from __future__ import annotations

from gemini_lint.call import Call


def is_member(call: Call, member: str) -> bool:
    """Tell whether a call's callee ends in a member's name (`models.generate_images`)."""
    parts = [part for part in call.callee.split(".") if part != "aio"]
    without_classes = [part for part in parts if not part[:1].isupper()]
    return any(".".join(path).endswith(f".{member}") for path in (parts, without_classes) if path)
