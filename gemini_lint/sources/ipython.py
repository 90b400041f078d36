"""What IPython adds to Python: magics, shell commands and help, made harmless line by line.

Every line stays one line, so that places in the program are places in the cell.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

from msgspec import Struct, field

from gemini_lint.regexes import regex

_PYTHON_BODIES = frozenset(
    (
        "capture", "debug", "heat", "ipytest", "memit", "prun", "pyinstrument", "pypy", "python",
        "python3", "scalene", "snakeviz", "time", "timeit", "wandb",
    )
)  # fmt: skip
_SHELL_BODIES = frozenset(("bash", "sh", "shell", "script"))
# Databricks gives a whole cell to another language with a line magic.
_DATABRICKS_LANGUAGES = frozenset(("%fs", "%md", "%r", "%scala", "%sh", "%sql"))

_CELL_MAGIC = regex(r"%%(\w[\w.]*)")
_ASSIGNED = regex(
    r"""\s*(?:[^=!%#'"()]|'[^']*'|"[^"]*")+=\s*(?:!|%(?=\w))""",
)
_HELP = regex(r"\s*(?:\?{1,2}\s*\S.*|(?:[\w ]+=\s*)?%{0,2}[\w*][\w.*\[\]]*\?{1,2}\s*;?\s*)$")
# IPython takes `pip install x` without the percent sign, too.
_AUTOMAGIC = regex(r"\s*(?:pip3?|conda|mamba|uv)\s+(?:install|uninstall|list|show|pip|add)\b")
# Line magics that run the statement after them.
_TIMED = regex(r"\s*%(?:time|timeit|prun|memit)\s+(?:-\w+\s*\d*\s+)*(?=[\w(\[])")
_ENVIRONMENT = regex(r"\s*%(?:set_)?env\s+(\w+)(?:\s*=\s*|\s+)(\S.*?)\s*$")
_INSTALL = regex(r"\b(?:pip3?\s+install|uv\s+add)\s+(.*)")
_SCAN = regex(r"""\"\"\"|'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\#.*|[()\[\]{}]|\\$""")
_OPTIONS_WITH_VALUE = frozenset(
    (
        "-c", "--constraint", "-e", "--editable", "-f", "--find-links", "-i", "--index-url",
        "--extra-index-url", "-r", "--requirement", "-t", "--target", "--root", "--prefix",
    )
)  # fmt: skip
_COMMAND_ENDS = frozenset(("&&", "||", ";", "|", "&", ">", ">>"))


class Rewrite(Struct, frozen=True):
    """The columns of a rewritten line of a cell, see `RewrittenLine`."""

    line: int
    shift: int
    end: int


class Translation(Struct):
    """A cell as Python: its lines, and what its magics install or set."""

    lines: list[str] = field(default_factory=list)
    requirements: list[str] = field(default_factory=list)
    rewrites: list[Rewrite] = field(default_factory=list)


class _Lexer(Struct):
    """Knows where a statement may start: outside strings, brackets and joined lines."""

    quote: str = ""
    depth: int = 0
    joined: bool = False

    def at_start(self) -> bool:
        return not (self.quote or self.depth or self.joined)

    def feed(self, line: str) -> None:
        self.joined = False
        position = self._leave_string(line, 0)
        while match := _SCAN.search(line, position):
            position = match.end()
            token = match.group()
            if token in ('"""', "'''"):
                self.quote = token
                position = self._leave_string(line, position)
            elif token in "([{":
                self.depth += 1
            elif token in ")]}":
                self.depth = max(self.depth - 1, 0)
            elif token == "\\":
                self.joined = True

    def _leave_string(self, line: str, position: int) -> int:
        if not self.quote:
            return position
        end = re.compile(rf"(?:[^\\]|\\.)*?{self.quote}").match(line, position)
        if end is None:
            return len(line)
        self.quote = ""
        return end.end()


def translate(text: str) -> Translation:
    """Turn a code cell into Python; a cell in another language becomes empty lines."""
    lines = text.split("\n")
    body = _body_start(lines)
    if body is None:
        return Translation([""] * len(lines), list(_shell_requirements(lines)))
    cell = Translation([""] * body)
    _translate_body(_dedented(lines[body:], cell), cell)
    return cell


def _body_start(lines: list[str]) -> int | None:
    """Return the index of the first line of Python, or None when the cell holds none."""
    start = 0
    for index, line in enumerate(lines):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped in _DATABRICKS_LANGUAGES or stripped.startswith("%md "):
            return None
        magic = _CELL_MAGIC.match(stripped)
        if magic is None:
            return start
        if magic.group(1) not in _PYTHON_BODIES:
            return None
        start = index + 1
    return start


def _dedented(lines: list[str], cell: Translation) -> list[str]:
    """Take the indentation of the first line from all that have it, as IPython does."""
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    if not indent:
        return lines
    cell.rewrites.extend(
        Rewrite(len(cell.lines) + number, len(indent), len(line) + 1)
        for number, line in enumerate(lines, start=1)
        if line.startswith(indent)
    )
    return [line.removeprefix(indent) for line in lines]


def _shell_requirements(lines: list[str]) -> Iterator[str]:
    first = next((line.strip() for line in lines if line.strip()), "")
    magic = _CELL_MAGIC.match(first)
    if magic is None or magic.group(1) not in _SHELL_BODIES:
        return
    for line in lines:
        yield from _installed(line)


def _translate_body(lines: list[str], cell: Translation) -> None:
    lexer = _Lexer()
    command = ""
    for line in lines:
        if command or (lexer.at_start() and _is_magic(line)):
            command = _translate_magic(line, command, cell)
            continue
        statement = _untimed(line, cell) if lexer.at_start() else line
        lexer.feed(statement)
        cell.lines.append(statement)


def _untimed(line: str, cell: Translation) -> str:
    timed = _TIMED.match(line)
    if timed is None:
        return line
    indent = line[: len(line) - len(line.lstrip())]
    shift = timed.end() - len(indent)
    cell.rewrites.append(Rewrite(len(cell.lines) + 1, shift, len(line) + 1))
    return indent + line[timed.end() :]


def _is_magic(line: str) -> bool:
    stripped = line.lstrip()
    if not stripped or stripped.startswith("#"):
        return False
    if stripped[0] in "%!":
        return _TIMED.match(line) is None
    return any(pattern.match(line) for pattern in (_HELP, _ASSIGNED, _AUTOMAGIC))


def _translate_magic(line: str, command: str, cell: Translation) -> str:
    """Append the Python for a magic's line; return the command so far when it goes on."""
    cell.lines.append("" if command else _harmless(line, cell))
    whole = command + line
    if whole.endswith("\\"):
        return whole[:-1] + " "
    cell.requirements.extend(_installed(whole))
    return ""


def _harmless(line: str, cell: Translation) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    environment = _ENVIRONMENT.match(line)
    if environment is not None and not set("{$") & set(environment.group(2)):
        return _assignment(line, indent, environment, cell)
    if line.lstrip()[0] not in "%!?" and _ASSIGNED.match(line):
        # A name that no reader can know the value of.
        return line[: line.index("=") + 1] + " get_ipython()"
    return indent + "pass"


def _assignment(line: str, indent: str, found: re.Match[str], cell: Translation) -> str:
    name, value = found.group(1), found.group(2)
    head = f'{indent}import os; os.environ["{name}"] = '
    # Columns of the generated literal become those of the value in the magic.
    rewrite = Rewrite(len(cell.lines) + 1, found.start(2) - len(head), len(line.rstrip()) + 1)
    cell.rewrites.append(rewrite)
    return head + repr(value)


def _installed(command: str) -> Iterator[str]:
    """Yield the requirements that a pip command names."""
    found = _INSTALL.search(command)
    if found is None:
        return
    words = iter(_words(found.group(1)))
    for word in words:
        if word in _COMMAND_ENDS:
            return
        if word in _OPTIONS_WITH_VALUE:
            next(words, None)
        elif word.endswith(";"):
            yield word.rstrip(";")
            return
        elif not word.startswith(("-", ".", "/", "{", "$")) and "://" not in word:
            yield word


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command, comments=True)
    except ValueError:
        return command.split()
