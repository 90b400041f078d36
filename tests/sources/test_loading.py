from __future__ import annotations

from pathlib import Path

import pytest

from gemini_lint import check_paths
from gemini_lint.sources import PathError, Source, SourceError, may_hold_call, parse, read


@pytest.mark.parametrize(
    "text",
    [
        "from google import genai",
        "import google.generativeai",
        'MODEL = "GEMINI-pro"',
        "https://generativelanguage.googleapis.com/",
        "import vertexai",
        "from google.adk.agents import Agent",
        "from google.cloud import aiplatform",
        "from langchain_google_genai import ChatGoogleGenerativeAI",
    ],
)
def test_files_that_may_hold_a_call(text: str) -> None:
    assert may_hold_call(text.encode())


@pytest.mark.parametrize("text", ["", "import openai", "generic", "google"])
def test_files_that_cannot_hold_a_call(text: str) -> None:
    assert not may_hold_call(text.encode())


def test_a_file_without_a_call_is_not_even_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"\xff\xfe\0 no such thing")
    assert check_paths([path]).findings == ()


def test_a_folder_and_a_missing_file_are_reported(tmp_path: Path) -> None:
    assert read(str(tmp_path)) == PathError(str(tmp_path), "is a directory")
    gone = str(tmp_path / "gone.py")
    assert read(gone) == PathError(gone, "no such file or directory")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("é = 1\r\n".encode(), "é = 1\r\n", id="UTF-8, line ends kept"),
        pytest.param(b"\xef\xbb\xbfx = 1\n", "x = 1\n", id="byte order mark"),
        pytest.param(b"# -*- coding: latin-1 -*-\n\xe9 = 1", "# -*- coding: latin-1 -*-\né = 1"),
        pytest.param(b"", "", id="empty"),
    ],
)
def test_decoding(data: bytes, text: str) -> None:
    assert parse(data, "a.py") == Source("a.py", text)


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (b"x = 1\r\ny = 'caf\xe9'\n", 2, 9, "byte 0xe9 is not utf-8"),
        (b"\xef\xbb\xbfa\nb\nc\xff", 3, 2, "byte 0xff is not utf-8"),
        ("a\n\n# ü".encode() + b"\xff", 3, 4, "byte 0xff is not utf-8"),
        (b"x = 1\ny = '\0'\n", 2, 6, "null byte"),
        (b"#!/usr/bin/python\n# coding: klingon\n", 2, 3, "unknown encoding: klingon"),
        (b"# coding: hex\n00\n", 1, 1, "no text encoding"),
    ],
)
def test_what_cannot_be_decoded_says_where(
    data: bytes, line: int, column: int, message: str
) -> None:
    error = parse(data, "a.py")
    assert isinstance(error, SourceError)
    assert (error.line, error.column) == (line, column)
    assert message in error.message
