"""From bytes to text, the way Python itself reads a source file."""

from __future__ import annotations

import io
import re
import tokenize

from gemini_lint.regexes import regex
from gemini_lint.sources.source import SourceError

_LINE_BREAK = regex(rb"\r\n|\r|\n")


def decode(data: bytes, path: str) -> str | SourceError:
    """Decode a file by its byte order mark or coding cookie; line endings stay as they are."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError as error:
        return _refusal(data, path, str(error.msg))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(path, error)
    except LookupError:
        return SourceError(path, 1, 1, f"{encoding} is no text encoding")
    null = data.find(b"\0")
    if null >= 0:
        return SourceError(path, *position(data, null), "source code holds a null byte")
    return text


def position(data: bytes, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of a byte."""
    line, start = 1, 0
    for line_break in _LINE_BREAK.finditer(data, 0, offset):
        line, start = line + 1, line_break.end()
    return line, len(data[start:offset].decode("utf-8", "replace")) + 1


def _undecodable(path: str, error: UnicodeDecodeError) -> SourceError:
    byte = error.object[error.start]
    message = (
        f"byte 0x{byte:02x} is not {error.encoding}; save the file as UTF-8 or declare its coding"
    )
    return SourceError(path, *position(error.object, error.start), message)


def _refusal(data: bytes, path: str, message: str) -> SourceError:
    # Python reads the cookie from the first two lines, and takes them for UTF-8 until then.
    try:
        b"".join(data.splitlines(keepends=True)[:2]).decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(path, error)
    cookie = re.search(rb"coding[:=]", data)
    return SourceError(path, *position(data, cookie.start() if cookie else 0), message)
