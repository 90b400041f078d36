"""Weigh the words of a text in Latin script: English, another language, or nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from gemini_lint.language.english import (
    LITTLE_WORDS,
    LOANWORDS,
    PROMPT_WORDS,
    TECHNICAL_WORDS,
    is_english,
)
from gemini_lint.language.frequent import FREQUENT_WORDS
from gemini_lint.language.latin import LATIN
from gemini_lint.language.vocabulary import WORDS, listed
from gemini_lint.regexes import regex

# Words that stand in the English dictionary, and hardly ever in an English sentence.
_FOREIGN_ALL_THE_SAME: Final = listed("""
    aber agora aking ale alla alle als ang att au auf av ay bei bitte bola bolo bom bonjour bod
    cad dari dans dass dat dein den deres dich die dit dos em entre er ere eta eg hasta halo heb
    het hoe ik ja jag jest jo ju kale kami kayo lei leis lo mein mich mij mitt moi nang nous nu
    och onde ons os para po pri pre qual ciao traduce wat welt hallo mis ingles quand stai quale
    seine sem sera soo sous sulla sus tai tots tous twee um und veel vor yang zen zer ihr mot
""")
# They also stand in names that English texts use: Rio de Janeiro, Ludwig van Beethoven.
_IN_NAMES: Final = listed("""
    de la le les el los las des du del della van von den der das dem et al e san da di do dos y
    en un il uno una
""")
_PARTICLES: Final = listed("""
    de la le les el los las du del della van von da di do dos san y e et
""")
# How much a word of each sort says; for English, the same below zero.
_LITTLE_WORD: Final = 2.0
_LITTLE_WORD_OF_BOTH: Final = 0.8
_WITH_ITS_LETTERS: Final = 1.5
_UNKNOWN: Final = 1.0
_ENGLISH_LITTLE_WORD: Final = -1.5
_ENGLISH_LITTLE_WORD_OF_BOTH: Final = -0.7
_ENGLISH_WORD: Final = -1.0
_ENGLISH_WORD_OF_BOTH: Final = -0.4
_ENGLISH_NAME: Final = -0.1
_FOREIGN_NAME: Final = 0.1
_FOREIGN_NAME_BY_ITS_LETTERS: Final = 0.2
_LETTER: Final = 0.3
_NOTHING: Final = 0.0
HEAVIEST: Final = _LITTLE_WORD
# What makes a text plainly English: this share of its words are little English ones, and there
# are so many times fewer foreign ones; or this share are usual in prompts.
_PLAIN_SHARE: Final = 0.15
_PLAINLY_MORE: Final = 5
_PLAIN_SHARE_OF_USUAL: Final = 0.5

_WORD: Final = regex(rf"[{LATIN}]+(?:['’][{LATIN}]+)*")
_SENTENCE_START: Final = regex(r"[.!?:\n¿¡•*#-]")
_ELIDED_NAME: Final = regex("['’][A-ZÀ-ÖØ-Þ]")
# Romance languages hang pronouns on verbs: donne-moi, allez-vous, existe-t-il.
_PRONOUN_BEHIND: Final = regex(
    r"(\w{3,})-(?:t-)?(moi|toi|vous|nous|tu|il|elle|ils|elles|ce|lhe|se|mi|ne)\b", re.IGNORECASE
)
_DRAWN_OUT: Final = regex(r"(.)\1\1")
_ENGLISH_ENDINGS: Final = frozenset({"s", "t", "re", "ll", "ve", "d", "m"})


class Word(Struct, frozen=True):
    """A word in lower case; `is_name` for a capital or an acronym within a sentence."""

    text: str
    is_name: bool
    is_acronym: bool = False


class Evidence(Struct, frozen=True):
    """How much of a text speaks for English and how much for another language.

    `foreign_words` counts the words that carry the latter, `telling_words` those among them
    that are another language's little words or have its letters (half for those that the
    English dictionary has), `unknown_letters` the letters of words that are in no list, and
    `english_little_words` the words that only English has.
    """

    english: float = 0
    foreign: float = 0
    foreign_words: int = 0
    telling_words: float = 0
    unknown_letters: int = 0
    english_little_words: int = 0

    @property
    def foreign_share(self) -> float:
        """The share of the other language, damped where there is little evidence at all."""
        return self.foreign / (self.foreign + self.english + 0.6)


def words(text: str) -> list[Word]:
    """Split a cleaned text into its words in Latin script."""
    if "-" in text:
        text = _PRONOUN_BEHIND.sub(r"\1 \2", text)
    return list(_words(text.lower() if _shouts(text) else text))


def _words(text: str) -> Iterator[Word]:
    end = 0
    for match in _WORD.finditer(text):
        word = match.group()
        # "안녕하세요, Gemini!" names somebody, though it is the first word in Latin script.
        first = end == 0 and not any(map(str.isalpha, text[: match.start()]))
        starts = first or _SENTENCE_START.search(text, end, match.start()) is not None
        end = match.end()
        if word.isascii() and "-" in (text[match.start() - 1 : match.start()], text[end : end + 1]):
            continue
        is_acronym = len(word) > 1 and word.isupper()
        is_name = is_acronym or (word[0].isupper() and not starts) or _ELIDED_NAME.search(word)
        yield Word(word.lower().replace("’", "'"), bool(is_name), is_acronym)


def _shouts(text: str) -> bool:
    found: list[str] = _WORD.findall(text)
    shouted = sum(word.isupper() for word in found)
    return shouted > 0.6 * len(found)


def are_plainly_english(found: list[Word]) -> bool:
    """Tell what needs no dictionary: hardly a word of another language, and many English ones."""
    texts = [word.text for word in found if len(word.text) > 1]
    english = sum(text in LITTLE_WORDS and not _is_little_word(text) for text in texts)
    foreign = sum(_may_be_foreign(text) for text in texts)
    if english >= max(1, _PLAIN_SHARE * len(texts)) and foreign * _PLAINLY_MORE <= english:
        return True
    usual = english + sum(text in PROMPT_WORDS for text in texts)
    return not foreign and usual > 1 and usual >= _PLAIN_SHARE_OF_USUAL * len(texts)


def _may_be_foreign(text: str) -> bool:
    if text in LITTLE_WORDS:
        return False
    return not text.isascii() or text in _FOREIGN_ALL_THE_SAME or _is_little_word(text)


def weigh(found: list[Word], *, looks_up: bool = True) -> Evidence:
    """Weigh the words of a text.

    Without looking them up in the dictionary, words that are in no list count as if it did not
    have them: then there is at least as much evidence of another language as with it.
    """
    followers = [*found[1:], None]
    weighed = [
        (word, _weight(word, follower is not None and follower.is_name, looks_up))
        for word, follower in zip(found, followers, strict=False)
    ]
    weights = [weight for _, weight in weighed]
    little = sum(weight == _LITTLE_WORD_OF_BOTH for weight in weights)
    return Evidence(
        english=-sum(weight for weight in weights if weight < 0),
        foreign=sum(weight for weight in weights if weight > 0),
        foreign_words=sum(weight >= _LITTLE_WORD_OF_BOTH for weight in weights),
        telling_words=sum(weight >= _WITH_ITS_LETTERS for weight in weights) + little / 2,
        unknown_letters=sum(len(word.text) for word, weight in weighed if weight == _UNKNOWN),
        english_little_words=weights.count(_ENGLISH_LITTLE_WORD),
    )


@lru_cache(maxsize=8192)
def _weight(word: Word, before_name: bool, looks_up: bool) -> float:
    """Return how much a word says, below zero for English."""
    text = word.text
    if before_name and text in _PARTICLES:
        return _FOREIGN_NAME_BY_ITS_LETTERS
    if text in LOANWORDS:
        return _NOTHING
    if len(text) == 1:
        return _weight_of_letter(text)
    if text in _IN_NAMES or text in _FOREIGN_ALL_THE_SAME:
        return _LITTLE_WORD_OF_BOTH
    if text in LITTLE_WORDS:
        return _ENGLISH_LITTLE_WORD_OF_BOTH if _is_little_word(text) else _ENGLISH_LITTLE_WORD
    if _is_known(text, looks_up):
        return _weight_of_known(word)
    if not word.is_name and _holds_little_word(text):
        return _LITTLE_WORD
    return _ENGLISH_NAME if word.is_acronym else _weight_of_unknown(word)


def _weight_of_letter(letter: str) -> float:
    if letter in "ai" or not _is_little_word(letter):
        return _NOTHING
    return _LETTER if letter.isascii() else _LITTLE_WORD_OF_BOTH


def _weight_of_known(word: Word) -> float:
    if word.is_name:
        return _ENGLISH_NAME
    return _ENGLISH_WORD_OF_BOTH if _is_little_word(word.text) else _ENGLISH_WORD


def _weight_of_unknown(word: Word) -> float:
    if _DRAWN_OUT.search(word.text):
        return _NOTHING
    if word.text.isascii():
        return _FOREIGN_NAME if word.is_name else _UNKNOWN
    return _FOREIGN_NAME_BY_ITS_LETTERS if word.is_name else _WITH_ITS_LETTERS


def _is_known(text: str, looks_up: bool) -> bool:
    if text in TECHNICAL_WORDS or text in PROMPT_WORDS or text in FREQUENT_WORDS:
        return True
    if not looks_up:
        return False
    stem, _, ending = text.partition("'")
    return is_english(text) or (ending in _ENGLISH_ENDINGS and is_english(stem))


def _holds_little_word(text: str) -> bool:
    """Tell whether the word is a little one, or is elided with one: l'eau, but not Ana's."""
    *before, last = text.split("'")
    parts = before if last in _ENGLISH_ENDINGS else [*before, last]
    return _is_little_word(text) or any(map(_is_little_word, parts))


def _is_little_word(text: str) -> bool:
    return text in _little_words()


@lru_cache(maxsize=1)
def _little_words() -> frozenset[str]:
    return frozenset().union(*map(listed, WORDS.values()))
