"""Generated programs, run with three releases of google-genai and linted.

Any number by hand: `python -m tests.live.differential --examples 20000 --seed 7`.
"""

from __future__ import annotations

import pytest

from .conftest import Runners
from .differential import VERSIONS, report, tally

pytestmark = pytest.mark.live

SEED = 20261122
EXAMPLES = 700  # for each release


@pytest.mark.parametrize("version", sorted(VERSIONS))
def test_what_the_sdk_refuses_is_flagged_and_what_is_right_is_not(
    version: str, runners: Runners
) -> None:
    runner = runners(VERSIONS[version])
    start = SEED + sorted(VERSIONS).index(version)  # other programs for each release
    result = tally(runner, version, EXAMPLES, start)
    assert result.programs >= EXAMPLES
    assert result.refused > EXAMPLES // 20
    assert result.right > EXAMPLES // 4
    said = "\n".join(report(runner, result, start))
    print(said)  # noqa: T201 - the figures, shown by -rP
    assert not result.kinds, said
