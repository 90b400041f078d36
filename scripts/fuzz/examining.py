"""Puts a text to gemini-lint with a call at its end that has a fault, and says what came back."""

from __future__ import annotations

import ast
import warnings
from datetime import date

from gemini_lint.engine.examination import Examiner
from gemini_lint.engine.tasks import Task
from gemini_lint.settings import Settings
from gemini_lint.sources import Source

# The names are such that no other program uses them.
HEAD = "from google import genai as genai_of_fuzz\n"
TAIL = (
    "\ngenai_of_fuzz.Client().models.generate_content("
    'model="gemini-1.5-pro", contents="Hi")  # at the end\n'
)
WANTED = "GEM202"
_SETTINGS = Settings(today=date(2026, 11, 22), extend_select=("ALL",))


def with_call(text: str) -> str:
    """Put the import before and the faulty call after a program."""
    return HEAD + text + ("" if text.endswith(("\n", "\r")) else "\n") + TAIL


def outcome(text: str, path: str, examiner: Examiner) -> str:
    """Say what gemini-lint makes of a program that ends with the faulty call.

    `found` is the fault; `not Python` a file that is refused as such, by Python too;
    `refused` one that Python takes; `lost` a fault that was not found; `crash: …` the rest.
    """
    task = Task(path, _SETTINGS, date(2026, 11, 22))
    found = examiner.examine_loaded(Source(path, text), task)
    if found.problems:
        return f"crash: {found.problems[0].rpartition('reading the file: ')[2]}"
    last = text.count("\n")
    codes = [(item.rule.code, item.at.line) for item in found.judgements]
    if any(code == WANTED and line >= last - 1 for code, line in codes):
        return "found"
    if any(code == "GEM001" for code, _ in codes):
        return "refused" if _is_python(text) else "not Python"
    return "lost" if _is_python(text) else "not Python"


def _is_python(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True
