"""Files that are either whole or not there."""

from __future__ import annotations

import os


def write(path: str, text: str) -> None:
    """Write a file so that whoever reads it meanwhile sees the old one or the new one."""
    import tempfile

    folder = os.path.dirname(os.path.abspath(path))
    descriptor, draft = tempfile.mkstemp(prefix=".gemini-lint-", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, _mode(path))
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def _mode(path: str) -> int:
    """Keep the rights of a file that is replaced; a new one gets the usual ones."""
    try:
        return os.stat(path).st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
