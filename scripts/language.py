"""Measure the language detection on samples: `python scripts/language.py ENGLISH OTHER`.

Both are JSON Lines of objects with `text` and `lang`. Prints the share of English texts that
are taken for another language, and how many of the others are found and rightly named.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gemini_lint.catalog.languages import available_languages
from gemini_lint.language import Language, detect

LENGTHS = ((0, 20), (20, 40), (40, 80), (80, 200), (200, 10**9))
SAME = {"nb": "no", "nn": "no", "iw": "he", "sr-Latn": "sr"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, the code of its language, and what was detected."""

    text: str
    code: str
    found: Language | None


def read(path: Path) -> list[Sample]:
    """Detect the language of each text in a file."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Sample(row["text"], SAME.get(row["lang"], row["lang"]), detect(row["text"])) for row in rows
    ]


def share(samples: list[Sample], holds: Callable[[Sample], bool]) -> str:
    """Say how many of the samples have a property."""
    count = sum(holds(sample) for sample in samples)
    return f"{count} of {len(samples)} ({100 * count / max(len(samples), 1):.2f} %)"


def is_found(sample: Sample) -> bool:
    """Tell whether a text is taken for another language than English."""
    return sample.found is not None


def is_named(sample: Sample) -> bool:
    """Tell whether the language is the right one."""
    return sample.found is not None and sample.found.code == sample.code


def is_among(sample: Sample) -> bool:
    """Tell whether the right language is among those that may be meant."""
    found = sample.found
    return found is not None and sample.code in (found.code, *found.alternatives)


def report(english: list[Sample], other: list[Sample], verbose: bool) -> None:
    """Print the figures."""
    listed = [sample for sample in other if sample.code in available_languages()]
    print(f"English taken for another language: {share(english, is_found)}")
    for title, group in (("listed by Google", listed), ("all others", other)):
        long = [sample for sample in group if len(sample.text) >= 20]
        print(f"found, {title}, 20 characters and more: {share(long, is_found)}")
        found = [sample for sample in long if is_found(sample)]
        print(f"  rightly named: {share(found, is_named)}, or among: {share(found, is_among)}")
    for low, high in LENGTHS:
        group = [sample for sample in listed if low <= len(sample.text) < high]
        wrong = [sample for sample in english if low <= len(sample.text) < high]
        print(f"{low:>4}+: found {share(group, is_found)}, English {share(wrong, is_found)}")
    if verbose:
        details(english, listed, other)


def details(english: list[Sample], listed: list[Sample], other: list[Sample]) -> None:
    """Print each error."""
    for sample in filter(is_found, english):
        print("ENGLISH", sample.found, repr(sample.text[:150]))
    for sample in listed:
        if len(sample.text) >= 20 and not is_found(sample):
            print("MISSED", sample.code, repr(sample.text[:150]))
    confused = Counter(
        (sample.code, sample.found.code)
        for sample in other
        if sample.found is not None and not is_named(sample)
    )
    print(confused.most_common(60))


def main() -> None:
    """Measure, and say how long a text takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("english", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    started = time.perf_counter()
    english, other = read(arguments.english), read(arguments.other)
    seconds = time.perf_counter() - started
    report(english, other, arguments.verbose)
    print(f"{1e6 * seconds / (len(english) + len(other)):.0f} µs a text")


if __name__ == "__main__":
    main()
