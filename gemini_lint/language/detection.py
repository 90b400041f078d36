"""Say in which language a prompt is written, when it is not English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from gemini_lint.language.cleaning import cleaned
from gemini_lint.language.english import LITTLE_WORDS
from gemini_lint.language.evidence import (
    HEAVIEST,
    Evidence,
    Word,
    are_plainly_english,
    weigh,
    words,
)
from gemini_lint.language.naming import likely_languages
from gemini_lint.language.vocabulary import NAMES, listed
from gemini_lint.regexes import regex

if TYPE_CHECKING:
    from gemini_lint.language.scripts import ScriptShare

# English about another language quotes it, with and without quotation marks.
_ABOUT_LANGUAGE: Final = regex(
    r"\b(?:translat(?:e|ion|ing)|languages?|conjugate|pronounce|meaning of|what does"
    r"|(?:in|to|from|into)\s+(?:\w+\s+)?{names}|(?-i:{names})"
    r"|(?:answer|reply|respond|write|speak)s?\s+(?:only\s+|always\s+)?in"
    r"(?!\s+(?:\w+\s+)?(?:JSON|XML|YAML|HTML|Markdown|CSV)\b))\b".format(
        names="(?:English|French|German|Spanish|Italian|Portuguese|Dutch|Russian|Polish|Turkish"
        "|Chinese|Japanese|Korean|Arabic|Hindi|Latin|Ukrainian|Czech|Greek|Swedish|Hungarian"
        "|Romanian|Hebrew|Persian|Urdu|Bengali|Tamil|Telugu|Thai|Vietnamese|Indonesian|Malay"
        "|Tagalog|Swahili|Mandarin|Cantonese)"
    ),
    re.IGNORECASE,
)
# So does English about a text that follows: "Correct this sentence: …".
_ABOUT_TEXT: Final = regex(r"\b(?:the|this|these|following|below)\b[^.:?!\n]{0,60}:", re.IGNORECASE)
# A sentence that begins the prompt and ends in a colon says what to do with the rest.
_TASK: Final = regex(r"\s*([^.:?!\n]{8,160}):")
_SHORTEST_TASK: Final = 3
# What a task begins with: then it may be short.
_TASK_VERBS: Final = listed("""
    analyze categorize classify convert correct detect extract fix identify paraphrase parse
    proofread rewrite summarize transcribe translate
""")
# How much of a text must be in the other language: less where no English word is certain,
# most where the text may quote it.
_FOREIGN_SHARE: Final = 0.4
_FOREIGN_SHARE_AMID_ENGLISH: Final = 0.5
_FOREIGN_SHARE_WHEN_QUOTED: Final = 0.75
_FOREIGN_SHARE_OF_ONE_WORD: Final = 0.58
_FOREIGN_SHARE_OF_UNKNOWN_WORDS: Final = 0.5
_UNKNOWN_LETTERS_OF_A_LANGUAGE: Final = 10
# A few words that fit no language at all are names, jargon or typos.
_UNKNOWN_WORDS: Final = 5


class Language(Struct, frozen=True):
    """A language other than English.

    `code` is ISO 639-1's, empty where the language stays unknown; `alternatives` are the
    codes of languages that the text fits as well.
    """

    code: str
    name: str
    alternatives: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The language's name, with that of the next one that it may be."""
        if not self.alternatives:
            return self.name
        return f"{self.name} or {NAMES[self.alternatives[0]]}"


def detect(text: str) -> Language | None:
    """Return the language of a text, None for English and for what cannot be decided."""
    running = cleaned(_composed(text))
    found = words(running)
    script = _script(running)
    if (script is None and are_plainly_english(found)) or _is_about_what_follows(running):
        return None
    if script is None and not _may_be_foreign(found, running):
        return None
    if script is not None and _prevails(script, found, running):
        return Language(script.language, NAMES[script.language])
    if not _is_foreign(weigh(found), found, running):
        return None
    codes = likely_languages(found)
    if not codes:
        return Language("", "a language other than English")
    return Language(codes[0], NAMES[codes[0]], codes[1:])


def _composed(text: str) -> str:
    """Write an accent and its letter as one."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def _script(text: str) -> ScriptShare | None:
    if text.isascii():
        return None
    from gemini_lint.language.scripts import script_share

    return script_share(text)


def _may_be_foreign(found: list[Word], text: str) -> bool:
    """Tell what the dictionary decides: it takes a tenth of a second to load, and most texts
    would be English without it."""
    return _is_foreign(weigh(found, looks_up=False), found, text)


def _prevails(script: ScriptShare, found: list[Word], text: str) -> bool:
    """Tell whether most words are in another script than Latin."""
    quoting = 3.0 if _may_quote(text) else 1.0
    if script.words > quoting * HEAVIEST * len(found):
        return True
    evidence = weigh(found)
    return script.words > quoting * (evidence.english + evidence.foreign)


def _is_foreign(evidence: Evidence, found: list[Word], text: str) -> bool:
    share = evidence.foreign_share
    if share < _least_share(evidence, text):
        return False
    if evidence.telling_words >= 1:
        return evidence.foreign_words > 1 or share >= _FOREIGN_SHARE_OF_ONE_WORD
    return evidence.foreign_words > 1 and _are_words(evidence, found)


def _are_words(evidence: Evidence, found: list[Word]) -> bool:
    """Tell words in no list at all from typos, names and jargon."""
    if evidence.foreign_share < _FOREIGN_SHARE_OF_UNKNOWN_WORDS:
        return False
    if likely_languages(found):
        return evidence.unknown_letters >= _UNKNOWN_LETTERS_OF_A_LANGUAGE
    return evidence.foreign_words >= _UNKNOWN_WORDS


def _least_share(evidence: Evidence, text: str) -> float:
    if _may_quote(text):
        return _FOREIGN_SHARE_WHEN_QUOTED
    return _FOREIGN_SHARE_AMID_ENGLISH if evidence.english_little_words else _FOREIGN_SHARE


def _is_about_what_follows(text: str) -> bool:
    """`Extract all dates from: …` is English, however long what follows is."""
    task = _TASK.match(text)
    found = words(task[1]) if task is not None else []
    if not found:
        return False
    if found[0].text not in _TASK_VERBS and not _is_sentence(found):
        return False
    return not weigh(found, looks_up=False).foreign_words or not weigh(found).foreign_words


def _is_sentence(found: list[Word]) -> bool:
    return len(found) >= _SHORTEST_TASK and any(word.text in LITTLE_WORDS for word in found)


def _may_quote(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_ABOUT_LANGUAGE, _ABOUT_TEXT))
