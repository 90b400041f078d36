"""Keeps what files were found to hold, for the next run.

An entry says all that the result depends on, and counts only while all of it is the same: the
file and its name, the settings, the day, the requirements of the project, the modules of the
project that were looked for and read, and this program with its facts. Entries are JSON,
sealed with the user's own secret, so that one which is damaged, or came with the code, is just
not there; each is written aside and moved into place, so that runs may share a folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from gemini_lint import sources
from gemini_lint.engine.cache_key import secret
from gemini_lint.engine.fingerprint import fingerprint
from gemini_lint.engine.judgement import Judgement
from gemini_lint.engine.tasks import Examination, Task
from gemini_lint.modules import ModuleFinder, Uses
from gemini_lint.regexes import regex
from gemini_lint.settings import Settings

_MOST_ENTRIES = 10_000
_MOST_BYTES = 50_000_000
_LARGEST_ENTRY = 2_000_000
# what an old cache is cut down to, so that not every run has to
_KEPT = 0.75
_SUFFIX = ".json"
_ENTRY = regex(r"[0-9a-f]{40}\.json(?:\.\d+\.tmp)?")
_TAG = """Signature: 8a477f597d28d172789f06886806bc55
# This folder is a cache of gemini-lint, see https://bford.info/cachedir/
"""
_SIGNS = {".gitignore": "*\n", "CACHEDIR.TAG": _TAG}


class _Entry(Struct, frozen=True):
    """What a file held, and what of the project around it that depends on.

    `modules` are names that were looked up, each with the importing file and what was found;
    `read` the files that were read, each with what stands for its content.
    """

    key: str
    modules: tuple[tuple[str, str, str | None], ...]
    read: dict[str, str]
    judgements: tuple[Judgement, ...]
    is_read: bool
    has_calls: bool

    def examination(self, path: str) -> Examination:
        """Return what examining the file would."""
        return Examination(path, self.judgements, self.is_read, self.has_calls)


@cache
def _decoder() -> msgspec.json.Decoder[_Entry]:
    return msgspec.json.Decoder(_Entry)


class Cache(Struct):
    """The entries of one folder, which is made when the first one is written."""

    folder: str
    secret: bytes
    _tool: str = field(default_factory=fingerprint)
    _modules: ModuleFinder = field(default_factory=ModuleFinder)
    _digests: dict[str, str] = field(default_factory=dict)

    def get(self, task: Task, content: bytes, pin: str) -> Examination | None:
        """Return what is known of a file with that content, None if nothing is."""
        path = self._path(task)
        try:
            with open(path, "rb") as file:
                seal, _, body = file.read(_LARGEST_ENTRY).partition(b"\n")
            if seal != self._seal(path, body):
                return None
            entry = _decoder().decode(body)
        except (OSError, msgspec.DecodeError, ValueError):
            return None
        is_known = entry.key == self._key(task, content, pin) and self._holds(entry)
        return entry.examination(task.path) if is_known else None

    def put(self, task: Task, content: bytes, pin: str, found: Examination, uses: Uses) -> None:
        """Keep what was found, if that is possible."""
        if found.problems:
            return
        entry = _Entry(
            key=self._key(task, content, pin),
            modules=tuple((*key, path) for key, path in sorted(uses.searched.items())),
            read={path: self._digest(path) for path in sorted(uses.read - {task.path})},
            judgements=found.judgements,
            is_read=found.is_read,
            has_calls=found.has_calls,
        )
        path = self._path(task)
        with suppress(OSError, UnicodeEncodeError):
            body = msgspec.json.encode(entry)
            self._prepare()
            _write(path, self._seal(path, body) + b"\n" + body)

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
        return os.path.join(self.folder, _digest(os.fsencode(name)) + _SUFFIX)

    def _seal(self, path: str, body: bytes) -> bytes:
        """Return what only this user can make, and only for the entry of that path."""
        seal = blake2b(path.encode("utf-8", "surrogateescape"), key=self.secret)
        seal.update(b"\0" + body)
        return seal.hexdigest().encode("ascii")

    def _key(self, task: Task, content: bytes, pin: str) -> str:
        parts = (
            self._tool,
            _digest(content),
            _judged_by(task.settings),
            task.today.isoformat(),
            pin,
        )
        return _digest("\0".join(parts).encode("utf-8", "surrogatepass"))

    def _holds(self, entry: _Entry) -> bool:
        """Tell whether the project around the file is as it was."""
        return all(
            self._modules.path(dotted, importer) == path for importer, dotted, path in entry.modules
        ) and all(self._digest(path) == content for path, content in entry.read.items())

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            data = sources.read(path)
            self._digests[path] = _digest(data) if isinstance(data, bytes) else ""
        return self._digests[path]

    def _prepare(self) -> None:
        if os.path.isdir(self.folder):
            return
        os.makedirs(self.folder, exist_ok=True)
        for name, text in _SIGNS.items():
            _write(os.path.join(self.folder, name), text.encode("ascii"))


def opened(folder: str) -> Cache | None:
    """Return the cache in a folder, None where it cannot be one."""
    own = secret() if _is_usable(folder) else None
    return Cache(folder, own) if own is not None else None


def _is_usable(folder: str) -> bool:
    """Tell whether a folder is not there yet, or is this user's own and no link."""
    try:
        found = os.lstat(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    is_own = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return stat.S_ISDIR(found.st_mode) and is_own


def _digest(data: bytes) -> str:
    """Return what stands for some content."""
    return blake2b(data, digest_size=20).hexdigest()


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
