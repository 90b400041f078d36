"""Looks for reference cycles less often: trees are large and have hardly any."""

from __future__ import annotations

import gc


def relax() -> None:
    """Raise the thresholds, for a process that does nothing else."""
    gc.set_threshold(1_000_000, 5, 5)


def relax_what_follows() -> None:
    """Raise the thresholds, and have what is there already never looked at."""
    gc.freeze()
    relax()
