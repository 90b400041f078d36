"""What the terminal can show."""

from __future__ import annotations

import os
from typing import TextIO

_WITH_LINKS = frozenset({"iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby", "rio"})
_KINDS_WITH_LINKS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm")
_MARKS_OF_LINKS = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM")
_FIRST_VTE_WITH_LINKS = 5000


def is_coloured(choice: str, stream: TextIO) -> bool:
    """Follow https://no-color.org and https://force-color.org."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def has_links(stream: TextIO) -> bool:
    """Tell whether links can be followed there; FORCE_HYPERLINK=1 or 0 decides.

    No terminal can be asked, so these are the ones that are known:
    https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
    """
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    kind = os.environ.get("TERM", "")
    if not stream.isatty() or kind == "dumb" or os.environ.get("CI"):
        return False
    return (
        os.environ.get("TERM_PROGRAM") in _WITH_LINKS
        or kind.startswith(_KINDS_WITH_LINKS)
        or any(os.environ.get(name) for name in _MARKS_OF_LINKS)
        or _is_new_vte(os.environ.get("VTE_VERSION", ""))
    )


def _is_new_vte(version: str) -> bool:
    return version.isdecimal() and int(version) >= _FIRST_VTE_WITH_LINKS
