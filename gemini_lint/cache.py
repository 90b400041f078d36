"""Keeps what files were found to hold, for the next run.

An entry says all that the result depends on, and counts only while all of it is the same: the
file and its name, the settings, the day, the requirements of the project, the modules of the
project that were looked for and read, and this program with its facts. Entries are JSON,
sealed with the user's own secret, so that one which is damaged, or came with the code, is just
not there; each is written aside and moved into place, so that runs may share a folder.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from msgspec import Struct, field
from msgspec.structs import astuple, replace

from gemini_lint import sources
from gemini_lint.findings import Span
from gemini_lint.fingerprint import fingerprint
from gemini_lint.judgement import Judgement, Request
from gemini_lint.modules import ModuleFinder, Uses
from gemini_lint.rules.rule import Rule
from gemini_lint.settings import Settings
from gemini_lint.tasks import Examination, Task

_MOST_ENTRIES = 10_000
_MOST_BYTES = 50_000_000
_LARGEST_ENTRY = 2_000_000
# what an old cache is cut down to, so that not every run has to
_KEPT = 0.75
_SUFFIX = ".json"
_ENTRY = re.compile(r"[0-9a-f]{40}\.json(?:\.\d+\.tmp)?")
_TAG = """Signature: 8a477f597d28d172789f06886806bc55
# This folder is a cache of gemini-lint, see https://bford.info/cachedir/
"""
_SIGNS = {".gitignore": "*\n", "CACHEDIR.TAG": _TAG}


def digest(data: bytes) -> str:
    """Return what stands for some content."""
    return blake2b(data, digest_size=20).hexdigest()


class Cache(Struct):
    """The entries of one folder, which is made when the first one is written."""

    folder: str
    secret: bytes
    _tool: str = field(default_factory=fingerprint)
    _modules: ModuleFinder = field(default_factory=ModuleFinder)
    _digests: dict[str, str] = field(default_factory=dict)

    def get(self, task: Task, content: str, pin: str) -> Examination | None:
        """Return what is known of a file with that content, None if nothing is."""
        try:
            with open(self._path(task), "rb") as file:
                seal, _, body = file.read(_LARGEST_ENTRY).partition(b"\n")
            if seal != self._seal(task, body):
                return None
            entry = json.loads(body)
            is_known = entry["key"] == self._key(task, content, pin) and self._holds(entry)
            return _examination(task.path, entry) if is_known else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, task: Task, content: str, pin: str, found: Examination, uses: Uses) -> None:
        """Keep what was found, if that is possible."""
        if found.problems:
            return
        read = {path: self._digest(path) for path in sorted(uses.read - {task.path})}
        entry = {
            "key": self._key(task, content, pin),
            "modules": [[*key, path] for key, path in sorted(uses.searched.items())],
            "read": read,
            **_facts(found),
        }
        body = json.dumps(entry, separators=(",", ":")).encode("ascii")
        with suppress(OSError):
            self._prepare()
            _write(self._path(task), self._seal(task, body) + b"\n" + body)

    def prune(self) -> None:
        """Remove the oldest entries where there are too many."""
        with suppress(OSError):
            entries = sorted(_entries(self.folder), reverse=True)
            bytes_kept = sum(size for _, size, _ in entries)
            if len(entries) <= _MOST_ENTRIES and bytes_kept <= _MOST_BYTES:
                return
            for number, (_, size, path) in reversed(list(enumerate(entries, start=1))):
                if number <= _KEPT * _MOST_ENTRIES and bytes_kept <= _KEPT * _MOST_BYTES:
                    return
                os.unlink(path)
                bytes_kept -= size

    def _path(self, task: Task) -> str:
        name = f"{os.path.abspath(task.path)}\0{task.path}"
        return os.path.join(self.folder, digest(os.fsencode(name)) + _SUFFIX)

    def _seal(self, task: Task, body: bytes) -> bytes:
        """Return what only this user can make, and only for this file."""
        seal = blake2b(self._path(task).encode("utf-8", "surrogateescape"), key=self.secret)
        seal.update(b"\0" + body)
        return seal.hexdigest().encode("ascii")

    def _key(self, task: Task, content: str, pin: str) -> str:
        parts = (self._tool, content, _judged_by(task.settings), task.today.isoformat(), pin)
        return digest("\0".join(parts).encode("utf-8", "surrogatepass"))

    def _holds(self, entry: dict[str, Any]) -> bool:
        """Tell whether the project around the file is as it was."""
        return all(
            self._modules.path(dotted, importer) == path
            for importer, dotted, path in entry["modules"]
        ) and all(self._digest(path) == content for path, content in entry["read"].items())

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            data = sources.read(path)
            self._digests[path] = digest(data) if isinstance(data, bytes) else ""
        return self._digests[path]

    def _prepare(self) -> None:
        if os.path.isdir(self.folder):
            return
        os.makedirs(self.folder, exist_ok=True)
        for name, text in _SIGNS.items():
            _write(os.path.join(self.folder, name), text.encode("ascii"))


def is_usable(folder: str) -> bool:
    """Tell whether a folder is not there yet, or is this user's own and no link."""
    try:
        found = os.lstat(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    is_own = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return stat.S_ISDIR(found.st_mode) and is_own


def _write(path: str, data: bytes) -> None:
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        with open(draft, "xb") as file:
            file.write(data)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)
        raise


def _entries(folder: str) -> Iterator[tuple[int, int, str]]:
    """Yield age, size and path of each entry, and of drafts that a crash left."""
    with os.scandir(folder) as scan:
        for item in scan:
            # whatever else lies there is not ours
            if _ENTRY.fullmatch(item.name):
                known = item.stat(follow_symlinks=False)
                yield known.st_mtime_ns, known.st_size, item.path


@lru_cache(256)
def _judged_by(settings: Settings) -> str:
    """Return the settings that change what is found in a file, not which files are read."""
    judged = replace(settings, exclude=(), extend_exclude=(), per_file_ignores=(), root="")
    return repr(judged)


def _facts(found: Examination) -> dict[str, object]:
    judgements = [
        [
            list(astuple(item.rule)), list(astuple(item.span)), list(astuple(item.at)),
            item.severity, item.message, item.outcome, list(item.source), _of(item.request),
        ]
        for item in found.judgements
    ]  # fmt: skip
    return {"judgements": judgements, "is_read": found.is_read, "has_calls": found.has_calls}


def _of(request: Request | None) -> list[object] | None:
    return None if request is None else [list(astuple(request.span)), *astuple(request)[1:]]


def _examination(path: str, entry: dict[str, Any]) -> Examination:
    judgements = tuple(_judgement(*item) for item in entry["judgements"])
    return Examination(path, judgements, bool(entry["is_read"]), bool(entry["has_calls"]))


def _judgement(
    rule: Any, span: Any, at: Any, severity: Any, message: Any, outcome: Any, source: Any,
    request: Any,
) -> Judgement:  # fmt: skip
    made = None if request is None else Request(Span(*request[0]), *request[1:])
    return Judgement(
        Rule(*rule), Span(*span), Span(*at), severity, message, outcome, tuple(source), made
    )
