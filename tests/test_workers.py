"""Work in copies of the process: all of it comes back, however much it is."""

from __future__ import annotations

import pytest

from gemini_lint.engine import workers

pytestmark = pytest.mark.skipif(not workers.is_possible(), reason="processes are not copied here")


@pytest.mark.parametrize("processes", [1, 2])
def test_more_pieces_and_longer_results_than_a_pipe_holds(processes: int) -> None:
    found = dict(workers.results([range(20_000)], lambda n: str(n) * 50, str, processes, 60.0))
    assert found == {number: str(number) * 50 for number in range(20_000)}
