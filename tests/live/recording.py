"""A server on loopback that records what it is asked, and gives small valid answers.

The first part of a path is the channel: it says whose request it is, and is not recorded.
"""

from __future__ import annotations

import json
import re
import threading
from collections import defaultdict
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

_CANDIDATE = {
    "content": {"role": "model", "parts": [{"text": "ok"}]},
    "finishReason": "STOP",
    "index": 0,
}
_GENERATED = {
    "candidates": [_CANDIDATE],
    "usageMetadata": {"promptTokenCount": 1, "candidatesTokenCount": 1, "totalTokenCount": 2},
    "modelVersion": "any",
}
_COMPLETION = {
    "id": "1",
    "object": "chat.completion",
    "created": 1,
    "model": "any",
    "choices": [
        {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "ok"}}
    ],
    "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
}
_FILE = {
    "name": "files/one",
    "uri": "https://generativelanguage.googleapis.com/v1beta/files/one",
    "mimeType": "text/plain",
    "state": "ACTIVE",
}
_CACHE = {
    "name": "cachedContents/one",
    "model": "models/any",
    "createTime": "2026-01-01T00:00:00Z",
    "updateTime": "2026-01-01T00:00:00Z",
    "expireTime": "2027-01-01T00:00:00Z",
    "usageMetadata": {"totalTokenCount": 1},
}
_BATCH = {
    "name": "batches/one",
    "metadata": {"state": "BATCH_STATE_PENDING", "name": "batches/one", "displayName": "one"},
}
_INTERACTION = {
    "id": "one",
    "object": "interaction",
    "status": "completed",
    "model": "any",
    "created": "2026-01-01T00:00:00Z",
    "updated": "2026-01-01T00:00:00Z",
    "outputs": [{"type": "text", "text": "ok"}],
    "steps": [],
}
_VECTOR = {"values": [0.5, 0.5]}
_ANSWERS: tuple[tuple[str, Any], ...] = (
    (r":batchEmbedContents$", {"embeddings": [_VECTOR]}),
    (r":embedContent$", {"embedding": _VECTOR}),
    (r":predict$", {"predictions": [{"embeddings": {**_VECTOR, "statistics": {}}}]}),
    (r":(count|compute)Tokens$", {"totalTokens": 1, "tokensInfo": []}),
    (r":(asyncBatchEmbedContent|batchGenerateContent)$", _BATCH),
    (r":(generateContent|streamGenerateContent)$", _GENERATED),
    (r"/chat/completions$", _COMPLETION),
    (r"/openai/embeddings$", {"object": "list", "model": "any", "data": [
        {"object": "embedding", "index": 0, "embedding": [0.5, 0.5]}],
        "usage": {"prompt_tokens": 1, "total_tokens": 1}}),
    (r"/cachedContents$", _CACHE),
    (r"/cachedContents/[^/]+$", _CACHE),
    (r"/upload/.*files$", {"file": _FILE}),
    (r"/files/[^/]+$", _FILE),
    (r"/batches/[^/]+$", _BATCH),
    (r"/interactions", _INTERACTION),
    (r"/models/[^/:]+$", {"name": "models/any", "displayName": "Any"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it left: path without its channel, body as JSON, None for no body."""

    method: str
    path: str
    query: str
    body: Any


class Recorder(ThreadingHTTPServer):
    """The server, which runs while it is the context."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self._requests: dict[str, list[Request]] = defaultdict(list)

    def __enter__(self) -> Recorder:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.shutdown()
        self.server_close()

    def base(self, channel: str) -> str:
        """Return the address of a channel."""
        return f"http://127.0.0.1:{self.server_address[1]}/{channel}"

    def record(self, channel: str, request: Request) -> None:
        """Keep a request."""
        self._requests[channel].append(request)

    def taken(self, channel: str) -> tuple[Request, ...]:
        """Return the requests of a channel, and forget them."""
        return tuple(self._requests.pop(channel, ()))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Recorder

    def handle_any(self) -> None:
        parts = urlsplit(self.path)
        channel, _, path = parts.path.removeprefix("/").partition("/")
        data = self._data()
        request = Request(self.command, f"/{path}", parts.query, _json(data))
        self.server.record(channel, request)
        self._answer(request)

    do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = handle_any  # noqa: N815 - the base's names

    def log_message(self, *args: object) -> None:
        del args

    def _data(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return b"".join(iter(self._chunk, b""))
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline().split(b";")[0], 16)
        data = self.rfile.read(size)
        self.rfile.readline()
        return data

    def _answer(self, request: Request) -> None:
        answer = json.dumps(_answer_to(request)).encode()
        kind = "application/json"
        if "alt=sse" in request.query or _wants_stream(request.body):
            answer, kind = b"data: " + answer + b"\n\n", "text/event-stream"
        elif "streamGenerateContent" in request.path:
            answer = b"[" + answer + b"]"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(answer)))
        if "/upload/" in request.path:
            self._continue_upload()
        self.end_headers()
        self.wfile.write(answer)

    def _continue_upload(self) -> None:
        """The start of an upload is told where to go on; what follows is told that it is done."""
        starts = self.headers.get("X-Goog-Upload-Command") == "start"
        self.send_header("X-Goog-Upload-Status", "active" if starts else "final")
        address = f"http://{self.headers['Host']}{self.path}"
        self.send_header("X-Goog-Upload-URL", address)


def _answer_to(request: Request) -> Any:
    if request.method == "GET" and re.search(r"/\w+/(models|files|batches)$", request.path):
        return {}
    if request.method == "DELETE":
        return {}
    if "/chat/completions" in request.path and _wants_stream(request.body):
        return {**_COMPLETION, "object": "chat.completion.chunk", "choices": [
            {"index": 0, "finish_reason": "stop", "delta": {"content": "ok"}}]}  # fmt: skip
    found = (answer for pattern, answer in _ANSWERS if re.search(pattern, request.path))
    return next(found, {})


def _wants_stream(body: Any) -> bool:
    return isinstance(body, dict) and body.get("stream") is True


def _json(data: bytes) -> Any:
    if not data:
        return None
    try:
        return json.loads(data)
    except ValueError:
        return {"data": len(data)}
