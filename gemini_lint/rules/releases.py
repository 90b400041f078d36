"""What the project's requirement of google-genai says about a release of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gemini_lint.project import Pin

if TYPE_CHECKING:
    from packaging.version import Version


def newest(pin: Pin) -> Version | None:
    """Return the newest release that a requirement allows."""
    from packaging.version import InvalidVersion, Version

    text = pin.exact or pin.newest()
    if text is None:
        return None
    try:
        return Version(text)
    except InvalidVersion:
        return None


def may_be(pin: Pin | None, release: str) -> bool:
    """Tell whether the installed release may be that one or a later one; an unknown one may."""
    found = None if pin is None else newest(pin)
    return found is None or found >= type(found)(release)


def must_be(pin: Pin | None, release: str) -> bool:
    """Tell whether a requirement that names a version leads to that release or a later one.

    A requirement without any version says nothing of the release that the author has.
    """
    if pin is None or not (pin.exact or pin.specifier.strip(" *")):
        return False
    found = newest(pin)
    return found is not None and found >= type(found)(release)
