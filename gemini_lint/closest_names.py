"""What was probably meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(written: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the name that comes nearest, None where none is near.

    `cutoff` is how much two names must share, from 0.0 to 1.0.
    """
    import difflib  # here, because it is slow to import and most programs have no such name

    return next(iter(difflib.get_close_matches(written, list(known), n=1, cutoff=cutoff)), None)
