"""Put bytes to gemini-lint that atheris changes so that they reach ever more of its code.

    python -m scripts.fuzz.coverage_guided FOLDER [libFuzzer's options …]

Needs requirements-atheris.txt. The folder holds the inputs to begin with, and gets those that
reached something new; `-max_total_time=600 -timeout=60` bounds the run. The first byte says
what the rest is: a program, a notebook, or pieces of calls put together.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["gemini_lint"]):
    # what is imported only when it is needed would not be watched
    from gemini_lint import reading, sources  # noqa: F401
    from gemini_lint.engine.examination import Examiner
    from gemini_lint.sources import Source
    from scripts.fuzz.examining import HEAD, outcome, with_call

_PIECES = (
    "client = genai_of_fuzz.Client(", "client.models.generate_content(", "model=", "contents=",
    "config={", '"temperature": ', '"tools": [', "genai_of_fuzz.types.GenerateContentConfig(",
    "safety_settings=[", '"gemini-3.8-flash"', 'f"{x}', '"%s" % x', "lambda: ", "x = ", "x += ",
    "for x in x:\n ", "if x:\n ", "else:\n ", "def f(x=x):\n ", "class A(A):\n ", "return x\n",
    "x['a'] = ", "x.update(x)\n", "*x, ", "**x, ", "(", ")", "[", "]", "{", "}", "\n", ", ", ": ",
    "1", "5.5", "'a'", "None", "x", " + ", " * ", " or ", " if x else ", ".format(x)", ".join(x)",
    "os.environ.get(", "import os\n", "requests.post(",
    '"https://generativelanguage.googleapis.com/',
    "v1beta/models/", ":generateContent", "json=", "headers=", "try:\n ", "except x:\n ",
    "with x as x:\n ",
    "litellm.completion(", "self.", "# noqa: GEM", "# gemini-lint: ignore[GEM",
    "await ", "async ", "yield ",
)  # fmt: skip


def put(data: bytes) -> None:
    """Examine one input; a crash is an exception."""
    kind, rest = data[:1], data[1:]
    examiner = Examiner()
    if kind < b"\x40":
        loaded = sources.parse(rest, "/nowhere/a/b/c/d/e/f/g/h/i/book.ipynb")
        text = loaded.text if isinstance(loaded, Source) else ""
    elif kind < b"\x80":
        loaded = sources.parse(HEAD.encode() + rest, "/nowhere/a/b/c/d/e/f/g/h/i/app.py")
        text = loaded.text if isinstance(loaded, Source) else ""
    else:
        text = "".join(_PIECES[byte % len(_PIECES)] for byte in rest)
    said = outcome(with_call(text), "/nowhere/a/b/c/d/e/f/g/h/i/app.py", examiner)
    if said.startswith(("crash", "lost")):
        raise AssertionError(said)


if __name__ == "__main__":
    atheris.Setup(sys.argv, put)
    atheris.Fuzz()
