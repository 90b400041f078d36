"""The URLs of the API, taken apart. Nothing here knows how an expression became a string."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.call import Backend
from gemini_lint.regexes import regex
from gemini_lint.values import (
    UNKNOWN,
    Instance,
    Literal,
    Place,
    Text,
    Value,
    possibilities,
)

_HOLE = "\x00"
_END = "(?=[/?#]|$)"
_PORT = rf"(?::\d+)?{_END}"
_DEVELOPER_API = regex(rf"https?://generativelanguage\.googleapis\.com{_PORT}", re.IGNORECASE)
_REGION = rf"[\w{_HOLE}-]+"
_VERTEX_AI = regex(
    rf"https?://(?:(?:{_REGION}-)?aiplatform|aiplatform\.{_REGION}\.rep)\.googleapis\.com{_PORT}",
    re.IGNORECASE,
)
_VERSION = rf"/+(?:upload/+|download/+)?(?P<version>[vV]\d\w*|beta|alpha|latest|{_HOLE}){_END}"
_NAME = r"(?P<name>[^:/?#]*)"
_ACTION = rf"(?::(?P<action>\w+|{_HOLE}))?"
_NAMED_RESOURCE = rf"(?P<resource>[A-Za-z_]+)(?:/+{_NAME})?"
_RESOURCE = regex(rf"{_VERSION}(?:/+(?:{_NAMED_RESOURCE}|(?P<bare>{_HOLE})){_ACTION}{_END})?")
_PUBLISHER = regex(rf"{_VERSION}/(?:[^?#]*/)?publishers/+google/+models/+{_NAME}{_ACTION}")
_OPENAI = regex(rf"{_VERSION}/(?:/*openai|[^?#]*endpoints/+openapi)(?:/+(?P<rest>[^?#]*))?{_END}")
_LIVE = regex(
    rf"wss?://generativelanguage\.googleapis\.com(?::\d+)?/+ws/+google\.ai\.generativelanguage\."
    rf"(?P<version>v\d\w*|{_HOLE})\.GenerativeService\.Bidi(?P<action>\w+){_END}",
    re.IGNORECASE,
)
_MODELS = ("models", "dynamic")


class Endpoint(Struct, frozen=True):
    """What a URL of the API says.

    `resource` and `action` are `models` and `generateContent`; `openai` holds the path below
    the OpenAI-compatible API, None for the API itself. `named` is where the method stands.
    """

    url: Value
    backend: Backend
    version: Value
    resource: str = ""
    action: str = ""
    has_name: bool = False
    model: Value | None = None
    named: Place | None = None
    openai: str | None = None


class Url(Struct, frozen=True, dict=True):
    """A string with its pieces; an unknown piece is one character of `text`."""

    pieces: tuple[Literal | None, ...]
    place: Place

    @cached_property
    def text(self) -> str:
        """Return the whole string."""
        return "".join(_HOLE if piece is None else str(piece.value) for piece in self.pieces)

    def part(self, start: int, end: int) -> Value:
        """Return a slice, with the place of the piece that holds it."""
        inside = list(self._inside(start, end))
        known = [piece for piece in inside if piece is not None]
        if not known:
            return UNKNOWN
        if len(known) < len(inside):
            return Text(tuple(inside), self.place)
        if len(known) == 1:
            return known[0]
        longest = max(known, key=lambda piece: len(str(piece.value)))
        text = "".join(str(piece.value) for piece in known)
        via = next((piece.via for piece in known if piece.via), "")
        return Literal(text, longest.place, via, tuple(known))

    def place_of(self, start: int, end: int) -> Place:
        """Return where a slice stands."""
        return next((piece.place for piece in self._inside(start, end) if piece), self.place)

    def _inside(self, start: int, end: int) -> Iterator[Literal | None]:
        offset = 0
        for piece in self.pieces:
            text = _HOLE if piece is None else str(piece.value)
            first, last = max(start - offset, 0), min(end - offset, len(text))
            if first < last:
                yield piece if piece is None else replace(piece, value=text[first:last], pieces=())
            offset += len(text)


def endpoints(value: Value) -> Iterator[Endpoint]:
    """Yield what each thing that a URL may be says, of those that lead to the API."""
    for option in possibilities(value):
        url = as_url(option)
        found = _endpoint(option, url) if url is not None else None
        if found is not None:
            yield found


def as_url(value: Value) -> Url | None:
    """Return a string with its pieces."""
    if isinstance(value, Text):
        return Url(value.pieces, value.place)
    if isinstance(value, Instance) and value.name in ("httpx.URL", "yarl.URL") and value.positional:
        return as_url(value.positional[0])
    if not isinstance(value, Literal) or not isinstance(value.value, str):
        return None
    pieces = value.pieces
    if "".join(str(piece.value) for piece in pieces) != value.value:
        pieces = (value,)
    return Url(pieces, value.place)


def _endpoint(value: Value, url: Url) -> Endpoint | None:
    if "://" not in url.text:
        return None
    host = _DEVELOPER_API.match(url.text)
    backend: Backend = "gemini-api"
    if host is None:
        host, backend = _VERTEX_AI.match(url.text), "vertex"
    if host is None:
        return _of_socket(value, url)
    compatible = _OPENAI.match(url.text, host.end())
    if compatible is not None:
        version = url.part(*compatible.span("version"))
        return Endpoint(value, backend, version, openai=(compatible["rest"] or "").strip("/"))
    if backend == "vertex":
        found = _PUBLISHER.match(url.text, host.end())
        return _of_model(value, url, backend, found) if found is not None else None
    found = _RESOURCE.match(url.text, host.end())
    if found is None:
        return Endpoint(value, backend, UNKNOWN)
    return _of_resource(value, url, found)


def _of_socket(value: Value, url: Url) -> Endpoint | None:
    found = _LIVE.match(url.text)
    if found is None:
        return None
    return Endpoint(
        value,
        "gemini-api",
        url.part(*found.span("version")),
        action="liveMusic.connect" if "Music" in found["action"] else "live.connect",
        named=url.place_of(*found.span("version")),
    )


def _of_resource(value: Value, url: Url, found: re.Match[str]) -> Endpoint:
    resource = found["resource"] or ""
    if resource in _MODELS or found["bare"]:
        return _of_model(value, url, "gemini-api", found)
    model = None
    if resource == "tunedModels" and found["name"]:
        model = url.part(found.start("resource"), found.end("name"))
    return Endpoint(
        value,
        "gemini-api",
        url.part(*found.span("version")),
        resource,
        (found["action"] or "").strip(_HOLE),
        bool(found["name"]),
        model,
        url.place_of(*found.span("resource")) if resource else None,
    )


def _of_model(value: Value, url: Url, backend: Backend, found: re.Match[str]) -> Endpoint:
    groups = found.groupdict()
    span = found.span("name") if groups["name"] is not None else (0, 0)
    has_name = bool(groups["name"] or groups.get("bare"))
    action = "action" if groups["action"] else "version"
    return Endpoint(
        value,
        backend,
        url.part(*found.span("version")),
        "models",
        (groups["action"] or "").strip(_HOLE),
        has_name,
        url.part(*span) if has_name else None,
        url.place_of(*found.span(action)),
    )
