"""Tell a language by its script alone, which needs no dictionary."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from msgspec import Struct

from gemini_lint.regexes import regex

# Scripts that write no spaces between words, with the letters that a word takes there.
_LETTERS_A_WORD: Final = {
    "kana": 2.0, "han": 1.6, "thai": 4.0, "lao": 4.0, "khmer": 4.0, "burmese": 4.0,
}  # fmt: skip
_RANGES: Final = {
    "kana": "ぁ-ゖァ-ヺーｦ-ﾟ",
    "han": "㐀-䶿一-鿿\uf900-\ufaff々〇",
    "hangul": "ᄀ-ᇿ㄰-㆏가-힣",
    "cyrillic": "Ѐ-ԯ",
    "greek": "Ͱ-Ͽἀ-῿",
    "hebrew": "א-ת",
    "arabic": "ء-ۓەۮۯۺ-ۿݐ-ݿﭐ-ﷻﹰ-ﻼ",
    "devanagari": "ऀ-ॣ",
    "bengali": "ঀ-৥",
    "gurmukhi": "ਁ-ੑ",
    "gujarati": "ઁ-૩",
    "odia": "ଁ-ୣ",
    "tamil": "ஂ-ௐ",
    "telugu": "ఀ-ౣ",
    "kannada": "ಀ-ೣ",
    "malayalam": "ഀ-ൣ",
    "sinhala": "ං-ෟ",
    "thai": "ก-๎",
    "lao": "ກ-ໍ",
    "khmer": "ក-៓",
    "burmese": "က-ဿ",
    "georgian": "Ⴀ-ჿᲐ-Ჿ",
    "armenian": "Ա-ֆ",
    "ethiopic": "ሀ-ፚ",
}
_RUNS: Final = {script: regex(f"[{span}]+") for script, span in _RANGES.items()}
_OUTSIDE_LATIN: Final = regex("[Ͱ-ϿЀ-\u1cff\u1f00-\u1fff⺀-\ud7ff\uf900-\ufdff\ufe70-\uffdc]")
_ONLY_LANGUAGE: Final = {
    "kana": "ja", "han": "zh", "hangul": "ko", "greek": "el", "hebrew": "he", "bengali": "bn",
    "gurmukhi": "pa", "gujarati": "gu", "odia": "or", "tamil": "ta", "telugu": "te",
    "kannada": "kn", "malayalam": "ml", "sinhala": "si", "thai": "th", "lao": "lo",
    "khmer": "km", "burmese": "my", "georgian": "ka", "armenian": "hy", "ethiopic": "am",
}  # fmt: skip

# Letters of one language alone come first; then those that Russian and its kin do not share.
_CYRILLIC_ALONE: Final = {
    "be": regex("ў", re.IGNORECASE),
    "kk": regex("[әғқңұһ]", re.IGNORECASE),
    "mn": regex("[өү]", re.IGNORECASE),
    "mk": regex("[ѓќѕ]", re.IGNORECASE),
}
_CYRILLIC_SHARED: Final = {
    "ru": regex("[ыэё]", re.IGNORECASE),
    "uk": regex("[іїєґ]", re.IGNORECASE),
    "sr": regex("[ђћљњџј]", re.IGNORECASE),
}
_CYRILLIC_WORDS: Final = {
    "ru": regex(
        r"\b(?:и|что|это|как|для|или|ты|вы|мне|если|его|её|они|был|этот|чтобы|только|же|от)\b"
        r"|\w+(?:ого|его|ться|тся|ешь|ишь|йте|ние|ния|ый|ий|ая|ое|ть)\b",
        re.IGNORECASE,
    ),
    "bg": regex(
        r"\b(?:се|ще|със|във|това|този|тази|тези|които|който|която|което|как|си|ви|беше|са|от|защо"
        r"|няма|между|техните|своите|всички|трябва|нямат|да|на|за|е)\b"
        r"|\w+(?:ът|ята|ите|ата|ове|ето)\b"
        r"|[бвгджзклмнпрстфхцчш]ъ[бвгджзклмнпрстфхцчш]",
        re.IGNORECASE,
    ),
    "uk": regex(
        r"\b(?:це|що|щоб|як|та|або|ще|ми|ви|він|вона|для|не|розкажи|напиши|з|у|до|та)\b"
        r"|\w+(?:ння|ати|ити|ься|ого|ська)\b",
        re.IGNORECASE,
    ),
    "sr": regex(
        r"\b(?:је|су|није|нису|има|нема|мора|може|да|се|са|за|у|или|који|мало|само|бити)\b"
        r"|\w+(?:ују|ања|ите|ост)\b",
        re.IGNORECASE,
    ),
}
_ARABIC: Final = (
    ("ur", regex("[ٹڈڑےںھہ]")),
    ("fa", regex("[پچژگکی]")),
    ("ar", regex("")),
)
_DEVANAGARI: Final = (
    (
        "mr",
        regex(
            r"ळ|(?<!\S)(?:आहे|आहेत|आणि|नाही|मध्ये|तुम्ही|झाली|साठी|करा)(?!\S)|(?:च्या|ण्याची|मध्ये|ल्याची)(?!\S)"
        ),
    ),
    ("ne", regex(r"(?<!\S)(?:छ|छन्|गर्नुहोस्|छैन|भएको|लागि|हुन्छ)(?!\S)")),
    ("hi", regex("")),
)


class ScriptShare(Struct, frozen=True):
    """The words of a text outside the Latin script, and the language that they show."""

    language: str
    words: float


def script_share(text: str) -> ScriptShare | None:
    """Return what is not in Latin script, None where there is next to nothing."""
    if not _OUTSIDE_LATIN.search(text):
        return None
    letters: Counter[str] = Counter()
    words = 0.0
    for script, runs in _RUNS.items():
        for run in runs.findall(text):
            letters[script] += len(run)
            words += _words_in(script, run)
    # A lone letter of another script is a symbol: β, Ω, Д.
    if sum(letters.values()) < 2 or not words:
        return None
    return ScriptShare(_language(text, letters), words)


def _words_in(script: str, run: str) -> float:
    if script in _LETTERS_A_WORD:
        return len(run) / _LETTERS_A_WORD[script]
    return 0.0 if len(run) == 1 and script == "greek" else 1.0


def _language(text: str, letters: Counter[str]) -> str:
    if letters["kana"] and letters["kana"] + letters["han"] >= letters.total() / 2:
        # Chinese that quotes a little Japanese has few kana among its characters.
        return "ja" if letters["kana"] * 8 >= letters["han"] else "zh"
    script = letters.most_common(1)[0][0]
    if script == "cyrillic":
        return _cyrillic(text)
    if script == "arabic":
        return _first(_ARABIC, text)
    if script == "devanagari":
        return _first(_DEVANAGARI, text)
    return _ONLY_LANGUAGE[script]


def _first(candidates: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str:
    return next(code for code, shown_by in candidates if shown_by.search(text))


def _cyrillic(text: str) -> str:
    alone = next((code for code, own in _CYRILLIC_ALONE.items() if own.search(text)), None)
    if alone is not None:
        return alone
    counts = {code: len(own.findall(text)) for code, own in _CYRILLIC_SHARED.items()}
    code = max(counts, key=lambda candidate: counts[candidate])
    if counts[code]:
        return code
    counts = {code: len(words.findall(text)) for code, words in _CYRILLIC_WORDS.items()}
    return max(counts, key=lambda candidate: counts[candidate])
