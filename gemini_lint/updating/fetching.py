"""Reads a document from a file or from the web, within bounds."""

from __future__ import annotations

import hashlib
import http.client
import re
import time
from email.message import Message
from pathlib import Path
from typing import IO
from urllib import error, parse, request

from gemini_lint.catalog.documents import LARGEST

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_TIMEOUT = 30.0
_LONGEST = 120.0
_PORTION = 65_536
_ATTEMPTS = 4
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 10.0
_WORTH_ANOTHER_TRY = frozenset({429, 500, 502, 503, 504})


class FetchError(Exception):
    """A document that could not be had."""


def fetch(where: str, sha256: str | None) -> bytes:
    """Return what a file or URL holds; raises FetchError."""
    data = _from_web(where, sha256) if _URL.match(where) else _from_file(where)
    if len(data) > LARGEST:
        raise FetchError(f"it is larger than {LARGEST:,} bytes")
    if sha256 is not None:
        digest = hashlib.sha256(data).hexdigest()
        if digest != sha256.lower():
            raise FetchError(f"its SHA-256 is {digest}, which is not the one that was given")
    return data


def shown(where: str) -> str:
    """Say a place without what may be secret in it."""
    if not _URL.match(where):
        return where
    parts = parse.urlsplit(where)
    return parse.urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _from_file(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as failure:
        raise FetchError((failure.strerror or str(failure)).lower()) from None


def _from_web(url: str, sha256: str | None) -> bytes:
    scheme, host = parse.urlsplit(url).scheme, _host(url)
    if scheme not in ("https", "http"):
        raise FetchError(f"{scheme} is no scheme that is read; use https")
    if scheme == "http" and host not in _LOOPBACK and sha256 is None:
        raise FetchError("plain http can be altered on its way; use https, or give --sha256")
    for attempt in range(1, _ATTEMPTS):
        answer = _tried(url, attempt)
        if isinstance(answer, bytes):
            return answer
        time.sleep(answer)
    answer = _tried(url, _ATTEMPTS)
    assert isinstance(answer, bytes)
    return answer


def _tried(url: str, attempt: int) -> bytes | float:
    """Return the document, or how long to wait before another try."""
    try:
        return _once(url)
    except error.HTTPError as failure:
        failure.close()
        if failure.code not in _WORTH_ANOTHER_TRY or attempt == _ATTEMPTS:
            raise FetchError(f"the server answered {failure.code}") from None
        return _wait(failure.headers, attempt)
    except (OSError, http.client.HTTPException, ValueError) as failure:
        reason = getattr(failure, "reason", None) or failure
        raise FetchError(f"it could not be read to its end: {reason}") from None


def _once(url: str) -> bytes:
    opener = request.build_opener(_OnlyAsSafe)
    wanted = request.Request(url, headers={"Accept-Encoding": "identity"})
    with opener.open(wanted, timeout=_TIMEOUT) as answer:
        data = _bounded(answer)
        length = answer.headers.get("Content-Length")
    if length is not None and length.isdecimal() and len(data) < min(int(length), LARGEST):
        raise http.client.IncompleteRead(b"", int(length) - len(data))
    return data


def _bounded(answer: IO[bytes]) -> bytes:
    """Read no more than is worth looking at, and no longer than someone would wait."""
    data = bytearray()
    end = time.monotonic() + _LONGEST
    while len(data) <= LARGEST:
        portion = answer.read(_PORTION)
        if not portion:
            break
        data += portion
        if time.monotonic() > end:
            raise TimeoutError("it takes too long")
    return bytes(data)


def _wait(headers: Message, attempt: int) -> float:
    asked = headers.get("Retry-After", "")
    wait = float(asked) if asked.isdecimal() else _FIRST_WAIT * 2 ** (attempt - 1)
    return min(wait, _LONGEST_WAIT)


def _host(url: str) -> str:
    return parse.urlsplit(url).hostname or ""


class _OnlyAsSafe(request.HTTPRedirectHandler):
    """Follows no redirection from https to something else."""

    def redirect_request(
        self,
        req: request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> request.Request | None:
        is_local = _host(req.full_url) in _LOOPBACK and _host(newurl) in _LOOPBACK
        if parse.urlsplit(newurl).scheme != "https" and not is_local:
            raise error.URLError("it redirects to what is not https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
