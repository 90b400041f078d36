"""From a path to a program."""

from __future__ import annotations

from gemini_lint.sources.source import PathError, Source, SourceError


def read(path: str) -> bytes | PathError:
    """Read a file's bytes."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.readall()
    except OSError as error:
        return PathError(path, (error.strerror or str(error)).lower())


def parse(data: bytes, path: str) -> Source | SourceError | None:
    """Turn a file's bytes into a program; None for a notebook in another language."""
    if path.endswith(".ipynb"):
        from gemini_lint.sources.notebook import read_notebook

        return read_notebook(data, path)
    from gemini_lint.sources.decoding import decode

    text = decode(data, path)
    return text if isinstance(text, SourceError) else Source(path, text)
