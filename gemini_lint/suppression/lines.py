"""How the lines of a program belong together: as flake8 joins them, and as statements."""

from __future__ import annotations

import io
import itertools
import tokenize
from collections.abc import Iterable, Iterator

from msgspec import Struct

_SILENT = frozenset(
    (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING)
)
_CLAUSES = frozenset(("elif", "else", "except", "finally"))


class Comment(Struct, frozen=True):
    """A comment: its place from 1, and whether it stands alone on its line."""

    text: str
    line: int
    column: int
    alone: bool


class _LogicalLine(Struct, frozen=True):
    """One statement, or the head of one with a block: its lines and its depth of blocks."""

    first: int
    last: int
    depth: int
    word: str
    is_string: bool


class Lines(Struct, frozen=True):
    """The lines of a program.

    `mapping` leads each line to the first and last one that flake8 takes for one line with
    it; `preamble_end` is the last line before the first statement.
    """

    physical: tuple[str, ...]
    mapping: dict[int, tuple[int, int]]
    comments: tuple[Comment, ...]
    statements: tuple[_LogicalLine, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Tokenize a program; where that fails, each line stands for itself."""
        physical = tuple(io.StringIO(text, newline=None))
        try:
            tokens = list(tokenize.generate_tokens(iter([*physical, ""]).__next__))
        except (tokenize.TokenError, SyntaxError):
            return cls(physical, {}, tuple(_guessed_comments(physical)), ())
        comments = tuple(_comment(token) for token in tokens if token.type == tokenize.COMMENT)
        return cls(physical, _noqa_mapping(tokens), comments, tuple(_logical_lines(tokens)))

    @property
    def preamble_end(self) -> int:
        """The last line before the first statement that is no docstring."""
        statements = self.statements
        start = 1 if statements and statements[0].is_string else 0
        if statements[start:]:
            return statements[start].first - 1
        if statements:
            return len(self.physical)
        leading = itertools.takewhile(_is_no_code, self.physical)
        return sum(1 for _ in leading)

    def group(self, line: int) -> tuple[int, int]:
        """Return the first and last line that count as one with a line."""
        return self.mapping.get(line, (line, line))

    def groups(self) -> Iterator[tuple[int, int]]:
        """Yield every group of lines once."""
        yield from dict.fromkeys(self.group(line) for line in range(1, len(self.physical) + 1))

    def text(self, first: int, last: int) -> str:
        """Return the text of lines."""
        return "".join(self.physical[first - 1 : last])

    def next_statement(self, line: int) -> tuple[int, int]:
        """Return the lines of what a comment alone on a line stands above.

        Within brackets that is the next line of code, elsewhere the next statement with its
        block and the clauses that belong to it.
        """
        inside = any(known.first < line < known.last for known in self.statements)
        if inside or not self.statements:
            return self._next_line(line)
        following = [known for known in self.statements if known.first > line]
        if not following:
            return line, line
        return following[0].first, _end_of_statement(following)

    def _next_line(self, line: int) -> tuple[int, int]:
        for number in range(line + 1, len(self.physical) + 1):
            if not _is_no_code(self.physical[number - 1]):
                return self.group(number)
        return line, line


def _is_no_code(line: str) -> bool:
    stripped = line.strip()
    return not stripped or stripped.startswith("#")


def _end_of_statement(following: list[_LogicalLine]) -> int:
    head = following[0]
    end, word = head.last, head.word
    for known in following[1:]:
        is_part = known.depth > head.depth or (
            known.depth == head.depth and (known.word in _CLAUSES or word == "@")
        )
        if not is_part:
            break
        if known.depth == head.depth:
            word = known.word
        end = known.last
    return end


def _comment(token: tokenize.TokenInfo) -> Comment:
    line, column = token.start
    alone = not token.line.split("\n")[0][:column].strip()
    return Comment(token.string, line, column + 1, alone)


def _guessed_comments(physical: tuple[str, ...]) -> Iterator[Comment]:
    for number, line in enumerate(physical, start=1):
        column = line.find("#")
        if column >= 0:
            yield Comment(line[column:].rstrip("\n"), number, column + 1, not line[:column].strip())


def _noqa_mapping(tokens: Iterable[tokenize.TokenInfo]) -> dict[int, tuple[int, int]]:
    """Join lines as flake8 does (FileProcessor._noqa_line_mapping)."""
    mapping: dict[int, tuple[int, int]] = {}
    first, last = None, -1
    for token in tokens:
        if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
            continue
        first = token.start[0] if first is None else min(first, token.start[0])
        last = max(last, token.end[0])
        if token.type in (tokenize.NL, tokenize.NEWLINE):
            mapping.update(dict.fromkeys(range(first, last + 1), (first, last)))
            first, last = None, -1
    return mapping


def _logical_lines(tokens: Iterable[tokenize.TokenInfo]) -> Iterator[_LogicalLine]:
    depth = 0
    words: list[tokenize.TokenInfo] = []
    for token in tokens:
        depth += (token.type == tokenize.INDENT) - (token.type == tokenize.DEDENT)
        if token.type == tokenize.NEWLINE and words:
            is_string = len(words) == 1 and words[0].type == tokenize.STRING
            first, last = words[0].start[0], words[-1].end[0]
            yield _LogicalLine(first, last, depth, words[0].string, is_string)
            words = []
        elif token.type not in _SILENT and token.type not in (
            tokenize.NEWLINE,
            tokenize.ENDMARKER,
        ):
            words.append(token)
