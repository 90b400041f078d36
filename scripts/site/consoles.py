"""What the command prints, as the site shows it: run anew, in colour."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_BLOCK = re.compile(
    r"^```console\n\$ gemini-lint (?P<arguments>[^\n]*)\n.*?^```$", re.MULTILINE | re.DOTALL
)
_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_CLASSES = {
    "1": "bold", "31": "red", "32": "green", "33": "yellow", "34": "blue", "35": "magenta",
    "36": "cyan", "90": "dim",
}  # fmt: skip


def coloured(text: str) -> str:
    """Replace each `$ gemini-lint …` block by a terminal with the output as it is now."""
    return _BLOCK.sub(lambda block: _terminal_of(block["arguments"]), text)


def terminal(output: str, command: str = "") -> str:
    """Return a picture of a terminal for output with colours."""
    prompt = (
        f'<span class="prompt">$</span> <span class="command">{_escaped(command)}</span>\n'
        if command
        else ""
    )
    body = "".join(_spans(output.rstrip("\n")))
    # rows of columns scroll; sentences wrap
    kind = " table" if len(re.findall(r"\S {3,}\S", output)) > 3 else ""
    return f'<div class="terminal{kind}"><pre tabindex="0"><code>{prompt}{body}</code></pre></div>'


def _terminal_of(arguments: str) -> str:
    command = (sys.executable, "-m", "gemini_lint", *shlex.split(arguments))
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}")
    return terminal(done.stdout, f"gemini-lint {arguments}")


def _environment() -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    return {**clean, "FORCE_COLOR": "1", "PYTHONIOENCODING": "utf-8"}


def _spans(text: str) -> Iterator[str]:
    """Yield the text with an element for each run of one style."""
    classes: list[str] = []
    for index, part in enumerate(_STYLE.split(text)):
        if index % 2:
            codes = [code for code in part.split(";") if code not in ("", "0")]
            classes = [*classes, *(_CLASSES[code] for code in codes)] if codes else []
        elif part:
            shown = _escaped(part)
            yield f'<span class="{" ".join(classes)}">{shown}</span>' if classes else shown


def _escaped(text: str) -> str:
    # the signs that Markdown would take for its own
    return re.sub(r"[`*_\[\]\\]", lambda sign: f"&#{ord(sign[0])};", escape(text, quote=False))
