"""Which method of a client library a call is, however the library's classes are nested."""

from __future__ import annotations

from functools import lru_cache


def is_member(callee: str, member: str) -> bool:
    """Tell whether a callee ends in a member's name (`models.generate_images`)."""
    return any(path.endswith(f".{member}") for path in _paths(callee))


@lru_cache(1024)
def _paths(callee: str) -> tuple[str, str]:
    parts = [part for part in callee.split(".") if part != "aio"]
    without_classes = [part for part in parts if not part[:1].isupper()]
    return ".".join(parts), ".".join(without_classes)
