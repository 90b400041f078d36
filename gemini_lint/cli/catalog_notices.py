"""What a user should know of the catalogue that a run used. It changes no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

_OLD = 60  # days


def notices(today: date, *, quiet: bool) -> Iterator[str]:
    """Yield the lines for standard error."""
    from gemini_lint.catalog import documents

    if documents.has_own_file():
        problem = documents.in_use().problem
        if problem is not None:
            yield f"warning: {problem}"
    age = (today - documents.date_in_use()).days
    if age > _OLD and not quiet:
        yield (
            f"note: the catalogue of models is {age} days old; upgrade gemini-lint, "
            "or see gemini-lint catalog --help"
        )
