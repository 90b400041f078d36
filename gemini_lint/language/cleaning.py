"""Leave of a prompt what its author wrote as running text."""

from __future__ import annotations

import re

from msgspec import Struct

from gemini_lint.regexes import regex


class _Noise(Struct, frozen=True):
    """What is no running text; each piece of it holds one of the signs, which are looked for
    first since that is much faster."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]

    def removed(self, text: str) -> str:
        """Return a text without it."""
        return self.pattern.sub(" ", text) if self.is_possible(text) else text

    def is_possible(self, text: str) -> bool:
        """Tell whether there may be any."""
        return any(sign in text for sign in self.signs)


_SQL = (
    "SELECT", "INSERT INTO", "UPDATE", "DELETE FROM", "CREATE TABLE", "ALTER TABLE", "FROM",
    "WHERE",
)  # fmt: skip
# What is encoded is no text; the rest of a very long prompt says what its beginning says.
_LONGEST = 20_000
_ENCODED = regex("[!-~]{120,}")
_BLANKS = regex(r"[^\S\n]+")
_BLANK_LINES = regex(r"\n\s+")
_FENCED = _Noise(regex(r"```.*?(?:```|\Z)", re.DOTALL), ("```",))
_NOISE = (
    _Noise(regex(r"`[^`\n]{1,200}`"), ("`",)),
    _Noise(regex(r"<[!/?]?[A-Za-z][^<>\n]{0,300}>"), ("<",)),
    _Noise(regex(r"\blorem ipsum\b[^\n]*", re.IGNORECASE), (" ",)),
    _Noise(regex(rf"^\s*(?:{'|'.join(_SQL)})\b.*$", re.MULTILINE), _SQL),
    _Noise(regex(r"&#?\w{2,8};"), ("&",)),
    _Noise(
        regex(r"(?:https?|ftp|wss?|file|gs|s3)://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+"),
        ("://", "www."),
    ),
    _Noise(regex(r"[\w.+-]+@[\w-]+\.[A-Za-z][\w.-]+"), ("@",)),
    _Noise(regex(r"\$?\{\{?[^{}\n]{0,80}\}?\}"), ("{",)),
    _Noise(regex(r"%\([A-Za-z_]\w*\)[-+#0]?\d*[a-z]"), ("%(",)),
    _Noise(regex(r"%[-+#0]?\d*(?:\.\d+)?[sdifrgex]\b"), ("%",)),
    _Noise(regex(r"\$[A-Za-z_]\w*"), ("$",)),
    _Noise(regex(r"\\[nrt]"), ("\\",)),
    _Noise(
        regex(r"(?<![\w.])(?:[A-Za-z]:)?[\\/~.]{0,2}(?:[A-Za-z0-9_.-]+[\\/]){2,}[A-Za-z0-9_.-]*"),
        ("/", "\\"),
    ),
    _Noise(regex(r"(?<!\w)[\\/~](?:[A-Za-z0-9_.-]+[\\/]?)+"), ("/", "\\", "~")),
    _Noise(regex(r"(?<![\w.])[A-Za-z0-9_-]+\.(?:[a-z]{2,5}|[0-9]+)(?![\w.])"), (".",)),
    _Noise(regex(r"(?<![\w-])--?[A-Za-z][A-Za-z0-9-]*"), ("-",)),
    _Noise(regex(r"[@#][A-Za-z_]\w*"), ("@", "#")),
    _Noise(regex(r"\b[A-Za-z_][\w.]*\([^()\n]{0,80}\)"), ("(",)),
    _Noise(regex(r"\b[A-Za-z_][\w.]*=(?=\S)"), ("=",)),
    _Noise(regex(r"\b[A-Za-z]+(?:\.[A-Za-z_]\w*)+"), (".",)),
    _Noise(regex(r"\b\w*[0-9_]\w*\b", re.ASCII), tuple("0123456789_")),
    _Noise(regex(r"\b[a-z]+[A-Z]\w*"), ("",)),
)
_QUOTED = _Noise(
    regex(
        r"\"[^\"\n]{1,600}\"|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»"
        r"|「[^」\n]{1,600}」|『[^』\n]{1,600}』|(?<!\w)'[^'\n]{1,300}'(?!\w)|(?<!\w)‘[^’\n]{1,300}’(?!\w)"
    ),
    tuple("\"“„«「『'‘"),
)
_LETTER = regex(r"[^\W\d_]")


def cleaned(text: str) -> str:
    """Return the running text, without code, placeholders, names and what is quoted.

    A text that is a quotation as a whole is judged by what is quoted.
    """
    running = _BLANKS.sub(" ", _ENCODED.sub(" ", text[:_LONGEST]))
    running = _FENCED.removed(_BLANK_LINES.sub("\n", running))
    for noise in _NOISE:
        running = noise.removed(running)
    unquoted = _QUOTED.removed(running)
    return unquoted if _LETTER.search(unquoted) else running
