"""Tell whether one id is another with a typo.

Numbers are dates and versions, and every one of them may be a model: only words are
compared, and a word that occurs in known ids is never an error.
"""

from __future__ import annotations

from gemini_lint.regexes import regex

_TOKEN = regex(r"\d+(?:\.\d+)*|[a-z]+")
_SHORTEST_WORD = 3
_LONG_WORD = 6


def tokens(id_: str) -> list[str]:
    """Split an id into its words and numbers."""
    return _TOKEN.findall(id_)


def is_typo(written: str, known: str, words: frozenset[str]) -> bool:
    """Tell whether `known` was meant: words in another order, or slightly misspelt.

    `words` are those of all known ids.
    """
    ours, theirs = tokens(written), tokens(known)
    numbers = _numbers(theirs)
    if len(ours) != len(theirs) or len(ours) < 2 or _numbers(ours) != numbers:
        return False
    if sorted(ours) == sorted(theirs):
        return True
    # Without a version, a name of a few words may be anybody's.
    return bool(numbers) and all(
        one == other or (one not in words and _is_misspelt(one, other))
        for one, other in zip(ours, theirs, strict=True)
    )


def _numbers(all_tokens: list[str]) -> list[str]:
    return [token for token in all_tokens if token[0].isdigit()]


def _is_misspelt(written: str, known: str) -> bool:
    if written[0].isdigit() or len(known) < _SHORTEST_WORD:
        return False
    return _distance(written, known) <= (2 if len(known) >= _LONG_WORD else 1)


def _distance(written: str, known: str) -> int:
    """Count insertions, deletions, substitutions and swaps of neighbours."""
    rows = [list(range(len(known) + 1))]
    for i, ours in enumerate(written, 1):
        row = [i]
        for j, theirs in enumerate(known, 1):
            cost = min(row[j - 1] + 1, rows[-1][j] + 1, rows[-1][j - 1] + (ours != theirs))
            if i > 1 and j > 1 and (ours, written[i - 2]) == (known[j - 2], theirs):
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
