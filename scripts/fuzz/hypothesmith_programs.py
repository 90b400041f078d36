"""Put programs to gemini-lint that hypothesmith makes from Python's grammar and libcst's nodes.

    python -m scripts.fuzz.hypothesmith_programs [--minutes N] [--seed N] [--output FILE]

Needs requirements.txt. Every other program gets pieces of Gemini calls in it.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import warnings
from pathlib import Path

import hypothesmith
import libcst as cst
from hypothesis import HealthCheck, Phase, given, seed, settings, strategies as st

from scripts.fuzz.examining import with_call
from scripts.fuzz.figures import tell
from scripts.fuzz.supervising import Supervisor

_CALLS = (
    "client = genai_of_fuzz.Client(api_key={0})",
    "genai_of_fuzz.Client(vertexai={0}).models.generate_content(model={0}, config={2})",
    "config = {{'top_k': {0}, **{1}}}\ngenai_of_fuzz.Client().models.embed_content(config=config)",
    "chat = genai_of_fuzz.Client().chats.create(model={0}, history=[{1}])\nchat.send_message({2})",
    "genai_of_fuzz.types.GenerateContentConfig(top_k={0}, safety_settings=[{1}], tools=[{2}])",
)


def main(arguments: list[str]) -> None:
    """Make programs until the time is up."""
    parser = argparse.ArgumentParser(description="Put generated programs to gemini-lint.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    supervisor, started = Supervisor(), time.monotonic()
    end, turn = started + options.minutes * 60, options.seed
    while time.monotonic() < end:
        _some(supervisor, turn, end)
        turn += 1
    print(tell("hypothesmith", supervisor, started, options.output))
    supervisor.close()


def _some(supervisor: Supervisor, turn: int, end: float) -> None:
    # its own targets forbid that a program is made of several of its parts
    expressions = hypothesmith.from_node(cst.BaseExpression, auto_target=False)
    grammar = hypothesmith.from_grammar(auto_target=False)
    whole = grammar | hypothesmith.from_node(auto_target=False)

    @seed(turn)
    @settings(
        max_examples=100, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(whole, st.lists(expressions, min_size=3, max_size=3), st.randoms())
    def put(program: str, parts: list[str], chance: random.Random) -> None:
        if time.monotonic() > end:
            return
        call = chance.choice(_CALLS).format(*(part.strip() for part in parts))
        text = f"{program}\n{call}\n"
        kind = supervisor.put(with_call(text), "/nowhere/a/b/c/d/e/f/g/h/i/program.py")
        if kind in ("hang", "death", "crash", "lost"):
            supervisor.wrong[-1]["said"] += f"\n{text}"

    put()


if __name__ == "__main__":
    main(sys.argv[1:])
