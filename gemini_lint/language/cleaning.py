"""Leave of a prompt what its author wrote as running text."""

from __future__ import annotations

import re

from gemini_lint.regexes import regex

# What is encoded is no text; the rest of a very long prompt says what its beginning says.
_LONGEST = 20_000
_ENCODED = regex("[!-~]{120,}")
_BLANKS = regex(r"[^\S\n]+")
_BLANK_LINES = regex(r"\n\s+")
_FENCED = regex(r"```.*?(?:```|\Z)", re.DOTALL)
_NOISE = (
    regex(r"`[^`\n]{1,200}`"),
    regex(r"<[!/?]?[A-Za-z][^<>\n]{0,300}>"),
    regex(r"\blorem ipsum\b[^\n]*", re.IGNORECASE),
    regex(
        r"^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE|FROM|WHERE)\b.*$",
        re.MULTILINE,
    ),
    regex(r"&#?\w{2,8};"),
    regex(r"(?:https?|ftp|wss?|file|gs|s3)://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+"),
    regex(r"[\w.+-]+@[\w-]+\.[A-Za-z][\w.-]+"),
    regex(r"\$?\{\{?[^{}\n]{0,80}\}?\}"),
    regex(r"%\([A-Za-z_]\w*\)[-+#0]?\d*[a-z]"),
    regex(r"%[-+#0]?\d*(?:\.\d+)?[sdifrgex]\b"),
    regex(r"\$[A-Za-z_]\w*"),
    regex(r"\\[nrt]"),
    regex(r"(?<![\w.])(?:[A-Za-z]:)?[\\/~.]{0,2}(?:[A-Za-z0-9_.-]+[\\/]){2,}[A-Za-z0-9_.-]*"),
    regex(r"(?<!\w)[\\/~](?:[A-Za-z0-9_.-]+[\\/]?)+"),
    regex(r"(?<![\w.])[A-Za-z0-9_-]+\.(?:[a-z]{2,5}|[0-9]+)(?![\w.])"),
    regex(r"(?<![\w-])--?[A-Za-z][A-Za-z0-9-]*"),
    regex(r"[@#][A-Za-z_]\w*"),
    regex(r"\b[A-Za-z_][\w.]*\([^()\n]{0,80}\)"),
    regex(r"\b[A-Za-z_][\w.]*=(?=\S)"),
    regex(r"\b[A-Za-z]+(?:\.[A-Za-z_]\w*)+"),
    regex(r"\b\w*[0-9_]\w*\b", re.ASCII),
    regex(r"\b[a-z]+[A-Z]\w*"),
)
_QUOTED = regex(
    r"\"[^\"\n]{1,600}\"|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»"
    r"|「[^」\n]{1,600}」|『[^』\n]{1,600}』|(?<!\w)'[^'\n]{1,300}'(?!\w)|(?<!\w)‘[^’\n]{1,300}’(?!\w)"
)
_LETTER = regex(r"[^\W\d_]")


def cleaned(text: str) -> str:
    """Return the running text, without code, placeholders, names and what is quoted.

    A text that is a quotation as a whole is judged by what is quoted.
    """
    running = _BLANKS.sub(" ", _ENCODED.sub(" ", text[:_LONGEST]))
    running = _FENCED.sub(" ", _BLANK_LINES.sub("\n", running))
    for noise in _NOISE:
        running = noise.sub(" ", running)
    unquoted = _QUOTED.sub(" ", running)
    return unquoted if _LETTER.search(unquoted) else running
