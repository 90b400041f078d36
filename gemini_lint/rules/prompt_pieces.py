"""The literal text of prompts, with the place of each piece."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from gemini_lint.call import Prompt
from gemini_lint.values import Literal, Place, Text, Value, possibilities


class Piece(Struct, frozen=True):
    """A literal that stands in a prompt, as a whole or as a part of a text."""

    text: str
    place: Place


def pieces(prompt: Prompt) -> tuple[Piece, ...]:
    """Return the literals of a prompt in order."""
    return tuple(piece for value in prompt.texts for piece in literal_pieces(value))


def whole_text(prompt: Prompt) -> str:
    """Return all known text of a prompt, with blanks where parts of it are unknown."""
    return "\n".join(text for value in prompt.texts for text in texts(value))


def texts(value: Value) -> Iterator[str]:
    """Yield each text that the value may be, with blanks for its holes."""
    for option in possibilities(value):
        if isinstance(option, Literal) and isinstance(option.value, str):
            yield option.value
        elif isinstance(option, Text):
            known = (str(piece.value) if piece is not None else " " for piece in option.pieces)
            yield "".join(known)


def literal_pieces(value: Value) -> Iterator[Piece]:
    """Yield each literal that the value consists of, or may be."""
    for option in possibilities(value):
        if isinstance(option, Text):
            for piece in option.pieces:
                if piece is not None:
                    yield from literal_pieces(piece)
        elif isinstance(option, Literal) and option.pieces:
            for piece in option.pieces:
                yield from literal_pieces(piece)
        elif isinstance(option, Literal) and isinstance(option.value, str):
            yield Piece(option.value, option.place)
