"""Leave of a prompt what its author wrote as running text."""

from __future__ import annotations

import re

# What is encoded is no text; the rest of a very long prompt says what its beginning says.
_LONGEST = 20_000
_ENCODED = re.compile("[!-~]{120,}")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n\s+")
_FENCED = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_NOISE = (
    re.compile(r"`[^`\n]{1,200}`"),
    re.compile(r"<[!/?]?[A-Za-z][^<>\n]{0,300}>"),
    re.compile(r"\blorem ipsum\b[^\n]*", re.IGNORECASE),
    re.compile(
        r"^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE|FROM|WHERE)\b.*$",
        re.MULTILINE,
    ),
    re.compile(r"&#?\w{2,8};"),
    re.compile(r"(?:https?|ftp|wss?|file|gs|s3)://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+"),
    re.compile(r"[\w.+-]+@[\w-]+\.[A-Za-z][\w.-]+"),
    re.compile(r"\$?\{\{?[^{}\n]{0,80}\}?\}"),
    re.compile(r"%\([A-Za-z_]\w*\)[-+#0]?\d*[a-z]"),
    re.compile(r"%[-+#0]?\d*(?:\.\d+)?[sdifrgex]\b"),
    re.compile(r"\$[A-Za-z_]\w*"),
    re.compile(r"\\[nrt]"),
    re.compile(r"(?<![\w.])(?:[A-Za-z]:)?[\\/~.]{0,2}(?:[A-Za-z0-9_.-]+[\\/]){2,}[A-Za-z0-9_.-]*"),
    re.compile(r"(?<!\w)[\\/~](?:[A-Za-z0-9_.-]+[\\/]?)+"),
    re.compile(r"(?<![\w.])[A-Za-z0-9_-]+\.(?:[a-z]{2,5}|[0-9]+)(?![\w.])"),
    re.compile(r"(?<![\w-])--?[A-Za-z][A-Za-z0-9-]*"),
    re.compile(r"[@#][A-Za-z_]\w*"),
    re.compile(r"\b[A-Za-z_][\w.]*\([^()\n]{0,80}\)"),
    re.compile(r"\b[A-Za-z_][\w.]*=(?=\S)"),
    re.compile(r"\b[A-Za-z]+(?:\.[A-Za-z_]\w*)+"),
    re.compile(r"\b\w*[0-9_]\w*\b", re.ASCII),
    re.compile(r"\b[a-z]+[A-Z]\w*"),
)
_QUOTED = re.compile(
    r"\"[^\"\n]{1,600}\"|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»"
    r"|「[^」\n]{1,600}」|『[^』\n]{1,600}』|(?<!\w)'[^'\n]{1,300}'(?!\w)|(?<!\w)‘[^’\n]{1,300}’(?!\w)"
)
_LETTER = re.compile(r"[^\W\d_]")


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
