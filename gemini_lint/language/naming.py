"""Name the language of a text in Latin script that is not English."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from typing import Final

from gemini_lint.language.evidence import Word
from gemini_lint.language.vocabulary import ENDINGS, LETTERS, WIDESPREAD, WORDS, listed

# A language within this share of the best score may be meant just as well.
_AS_GOOD: Final = 0.8
_LEAST_SCORE: Final = 1.0


def likely_languages(found: list[Word]) -> tuple[str, ...]:
    """Return the codes of the languages that the words fit, the best first."""
    scores = {code: _score(code, found) for code in WORDS}
    best = max(scores.values())
    if best < _LEAST_SCORE:
        return ()
    ranked = sorted(scores, key=lambda code: -scores[code])
    return tuple(code for code in ranked if scores[code] >= best * _AS_GOOD)


def _score(code: str, found: list[Word]) -> float:
    vocabulary = _vocabulary()[code]
    score = 0.4 if code in WIDESPREAD else 0.0
    endings = _endings().get(code, ())
    for word in found:
        score += 0.5 if len(word.text) > 4 and word.text.endswith(endings) else 0.0
        parts = {word.text, *word.text.split("'")}
        score += sum(_rarity()[part] for part in parts if part in vocabulary)
        if not word.text.isascii() and not word.is_name:
            score += sum(_letter_weight(code, letter) for letter in set(word.text))
    return score


def _letter_weight(code: str, letter: str) -> float:
    if letter.isascii() or not letter.isalpha():
        return 0.0
    return _letter_rarity()[letter] / 2 if letter in LETTERS[code] else -1.0


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, frozenset[str]]:
    return {code: listed(words) for code, words in WORDS.items()}


@lru_cache(maxsize=1)
def _endings() -> dict[str, tuple[str, ...]]:
    return {code: tuple(endings.split()) for code, endings in ENDINGS.items()}


@lru_cache(maxsize=1)
def _rarity() -> dict[str, float]:
    """Return how telling a little word is: the fewer languages have it, the more."""
    counts = Counter(word for known in _vocabulary().values() for word in known)
    return {word: math.log(len(WORDS) / count) / 2 for word, count in counts.items()}


@lru_cache(maxsize=1)
def _letter_rarity() -> dict[str, float]:
    counts = Counter(letter for letters in LETTERS.values() for letter in set(letters))
    return {letter: math.log(len(WORDS) / count) for letter, count in counts.items()}
