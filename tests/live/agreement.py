"""What the tests of a library assert: a program runs, and the reader understands what left."""

from __future__ import annotations

import textwrap
from collections.abc import Collection

from .comparing import Difference, differences
from .running import Runner


def disagreements(
    runner: Runner, source: str, sdk_version: str = "", own: Collection[str] = ()
) -> list[Difference]:
    """Run a program, which has to send something, and compare.

    `own` are paths that the library sets by itself.
    """
    program = textwrap.dedent(source)
    outcome = runner.run(program)
    assert not outcome.exception, f"{program}\n{outcome.trace}"
    assert outcome.requests, program
    found = differences(program, outcome.requests, sdk_version)
    unseen = tuple(f"{path}=" for path in own)
    return [item for item in found if item.kind != "unseen" or not item.detail.startswith(unseen)]
