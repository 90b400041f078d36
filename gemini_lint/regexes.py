"""Regular expressions that are compiled when they are first used.

All of them take ten milliseconds, of a command that starts for every commit and needs few.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what is used like a compiled one."""
    return cast("re.Pattern[AnyStr]", _LateRegex(text, flags))


class _LateRegex:
    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        # from now on the pattern's methods are found without coming here
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)
