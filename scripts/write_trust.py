"""Write docs/trust.md from the figures in docs/measured.

    python -m scripts.write_trust

The figures are what other scripts write with `--output`; the page says which. `found.json` alone
is written by hand: what the fuzzers found, and the test that holds it down.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "trust.md"
_MEASURED = ROOT / "docs" / "measured"
_FUZZERS = ("mutations", "hypothesmith", "atheris")


def page() -> str:
    """Return the page's text."""
    sections = (_head, _real_sdk, _catalogue, _files, _fuzzing, _limits, _determinism, _repeat)
    return "\n".join(line for section in sections for line in section()) + "\n"


def _read(name: str) -> Any:
    return json.loads((_MEASURED / f"{name}.json").read_text(encoding="utf-8"))


def _head() -> Iterator[str]:
    yield "# How it was tried"
    yield ""
    yield "The tables come from scripts of the repository and can be had again; what was found with"
    yield "them, below the tables, is written by hand. What is promised to those who check code of"
    yield "others is in [SECURITY.md](../SECURITY.md)."


def _real_sdk() -> Iterator[str]:
    rows = _read("differential")
    yield from ("", "## Against the real SDK", "")
    yield "Programs are generated from a grammar of clients, calls, configurations and values,"
    yield "right and wrong ones. Each is run with the real google-genai against a server that"
    yield "records, and linted. A program agrees when what the SDK refuses is flagged, what is"
    yield "right is not, and the request that left is the one that gemini-lint saw in the code: its"
    yield "version, model, method and every parameter."
    yield from ("", "| google-genai | programs | refused by the SDK | right | agreement |")
    yield "|---|---|---|---|---|"
    for row in rows:
        share = f"{100 * row['agreed'] / row['programs']:.2f} %"
        counts = (row["version"], row["programs"], row["refused"], row["right"], share)
        yield f"| {' | '.join(map(str, counts))} |"
    yield ""
    kinds = {kind: count for row in rows for kind, count in row["kinds"].items()}
    yield from (f"- {count} times: {kind}" for kind, count in sorted(kinds.items()))
    if not kinds:
        yield "No kind of disagreement remains among these. The grammar leaves out where the linter"
        yield "is silent and the SDK is not:"
    yield from ("", *(f"- {item}" for item in _read("found")["silent"]))


def _catalogue() -> Iterator[str]:
    yield from ("", "## The catalogue against other sources", "")
    yield "What other packages say of Gemini's models, compared with the catalogue. A conflict is"
    yield "settled when the model's row gives the reason."
    yield from ("", "| source | agrees | settled | open | not in the catalogue |")
    yield "|---|---|---|---|---|"
    for source, counts in _read("catalogue").items():
        kinds = ("agrees", "settled", "conflict")
        lacking = counts.get("lacking", 0) + counts.get("unknown", 0)
        cells = [str(counts.get(kind, 0)) for kind in kinds]
        yield f"| {source} | {' | '.join(cells)} | {lacking} |"


def _files() -> Iterator[str]:
    figures = _read("reading")
    outcomes = figures["outcomes"]
    yield from ("", "## Other people's files", "")
    yield f"{figures['files']:,} Python files of {figures['packages']} packages, Python's own"
    yield f"library with its tests for one ({figures['megabytes']} MB). Each was read as if it"
    yield "called Gemini: an import before its first line, and after its last one a call of a model"
    yield "that was shut down, which has to be found."
    yield from ("", "| what came back | files |", "|---|---|")
    names = {
        "found": "the fault at the end",
        "not Python": "that it is not Python, which Python says, too",
        "refused": "that it cannot be read, though Python can",
        "undecodable": "that its bytes are no text",
        "lost": "nothing",
        "crash": "an internal error",
        "hang": "no answer in 60 s of processor time",
        "death": "the end of the process",
    }
    yield from (f"| {text} | {outcomes.get(kind, 0):,} |" for kind, text in names.items())
    yield from ("", *(f"- {item}" for item in _read("found")["files"]))


def _fuzzing() -> Iterator[str]:
    found = _read("found")
    yield from ("", "## Fuzzing", "")
    yield "| fuzzer | minutes | programs | crashes, hangs and lost findings of that run |"
    yield "|---|---|---|---|"
    for name in _FUZZERS:
        run = _read(name)
        yield f"| {run['fuzzer']} | {run['minutes']} | {run['programs']:,} | {len(run['wrong'])} |"
    yield from (
        "",
        "What fuzzing, reading other people's files and trying by hand have found, all",
        "mended:",
        "",
    )
    yield from (f"- {item['what']} (`{item['test']}`)" for item in found["mended"])


def _limits() -> Iterator[str]:
    memory = _read("memory")
    yield from ("", "## Time and memory", "")
    yield "A file that takes more than ten seconds of processor time is given up with a warning;"
    yield "the others are checked. Where the parser breaks its process down, the same holds."
    yield ""
    yield f"The {memory['files']} largest files of some packages make the process larger by up to"
    yield f"{memory['most']:.0f} times their size. libcst's tree alone takes up to"
    yield f"{memory['most_of_libcst']:.0f} times; what gemini-lint adds is"
    yield f"{memory['most_beside_libcst']:.0f} times at most. A bound of 50 times, which was the"
    yield "aim, cannot be had with a tree of such nodes."


def _determinism() -> Iterator[str]:
    figures = _read("pythons")
    yield from ("", "## The same bytes", "")
    differing = ", ".join(figures["differing"]) or "none"
    yield f"Python {', '.join(figures['pythons'])} wrote {figures['findings']} findings in"
    yield f"{len(figures['formats'])} formats; formats that differ: {differing}. Hash seeds,"
    yield "locales, numbers of processes, orders of paths and caches are tried by"
    yield "`tests/test_determinism.py`."


def _repeat() -> Iterator[str]:
    yield from ("", "## To have the figures again", "")
    yield "- `python -m tests.live.differential --output docs/measured/differential.json`"
    yield "- `python -m scripts.audit_catalog --output docs/measured/catalogue.json`"
    yield "- `python -m scripts.fuzz.read_everything --output docs/measured/reading.json FOLDER …`"
    fuzz = "- `python -m scripts.fuzz."
    yield f"{fuzz}mutated_programs --output docs/measured/mutations.json FOLDER …`"
    yield f"{fuzz}hypothesmith_programs --output docs/measured/hypothesmith.json`"
    yield "- `python -m scripts.fuzz.coverage_guided CORPUS -max_total_time=600 2> LOG`"
    yield "- `python -m scripts.fuzz.figures LOG docs/measured/atheris.json`"
    yield "- `python -m scripts.fuzz.memory --output docs/measured/memory.json FOLDER …`"
    yield "- `python -m scripts.compare_pythons --output docs/measured/pythons.json FOLDER …`"
    yield "- `python -m scripts.write_trust`"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
