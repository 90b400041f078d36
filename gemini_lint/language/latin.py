"""The letters of the Latin script, as a class of a regular expression."""

from __future__ import annotations

from typing import Final

LATIN: Final = "A-Za-zªºÀ-ÖØ-öø-ɏəʻʼḀ-ỿ\u0300-\u036f"
