"""Requests over plain HTTP: who sends them, with which arguments, and to which URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst
from msgspec import Struct, field

from gemini_lint.clients import rest
from gemini_lint.clients.rest import HttpFunction
from gemini_lint.reading import texts
from gemini_lint.reading.arguments import evaluated_arguments
from gemini_lint.reading.combining import choose
from gemini_lint.reading.evaluating import Evaluator
from gemini_lint.reading.program import Frame
from gemini_lint.reading.rest_urls import as_url, endpoints
from gemini_lint.reading.walking import last_name
from gemini_lint.values import (
    UNKNOWN,
    Choice,
    Entry,
    Instance,
    Literal,
    Member,
    Place,
    Symbol,
    Unknown,
    Value,
    possibilities,
)

_URL_NAMES = ("url", "fullurl", "str_or_url", "uri")
_OF_SESSIONS = ("headers", "params")


class Given(Struct, frozen=True):
    """An argument of an HTTP function, and the expression at the call that carries it."""

    entry: Entry
    at: Place


class HttpRequest(Struct):
    """An HTTP request: what sends it, and with what."""

    function: HttpFunction
    callee: str
    session: Instance | None = None
    arguments: dict[str, Given] = field(default_factory=dict)
    complete: bool = True

    def verb(self) -> str:
        """Return the HTTP verb, empty where it is unknown."""
        if self.function.verb:
            return self.function.verb
        given = self.arguments.get("method")
        if given is None:
            return "POST" if "data" in self.arguments else "GET"
        value = given.entry.value
        return str(value.value).upper() if isinstance(value, Literal) else ""


def url_expression(
    function: cst.BaseExpression, arguments: Sequence[cst.Arg]
) -> cst.BaseExpression | None:
    """Return the argument that is the URL if the function is called as one of HTTP."""
    position = rest.position_of_url(last_name(function))
    if position is None:
        return None
    for argument in arguments:
        if argument.keyword is not None and argument.keyword.value in _URL_NAMES:
            return argument.value
    if len(arguments) <= position:
        return None
    chosen = arguments[position]
    return None if chosen.keyword is not None or chosen.star else chosen.value


def senders(
    evaluator: Evaluator, function: cst.BaseExpression, frame: Frame
) -> Iterator[HttpRequest]:
    """Yield each way in which a function may send a request; its name is evidence enough
    where nothing is known of the object, since the URL decides."""
    value = evaluator.evaluate(function, frame)
    for option in possibilities(value):
        if isinstance(option, Symbol):
            owner, _, name = option.name.rpartition(".")
            found = rest.http_function(owner, name)
            if found is not None:
                yield HttpRequest(found, option.name)
        elif isinstance(option, Member):
            found = rest.http_function(option.owner.name, option.path)
            if found is not None:
                yield HttpRequest(found, f"{option.owner.name}.{option.path}", option.owner)
    if isinstance(value, Unknown) and isinstance(function, cst.Attribute):
        owner, name = last_name(function.value), function.attr.value
        found = rest.named_like_session(owner, name)
        if found is not None:
            yield HttpRequest(found, f"{owner}.{name}")


def take(
    evaluator: Evaluator, request: HttpRequest, arguments: Sequence[cst.Arg], frame: Frame
) -> None:
    """Evaluate the arguments at the call, which come after those of the session."""
    session = request.session
    for entry in session.keywords if session is not None else ():
        if entry.key in _OF_SESSIONS and session is not None:
            request.arguments[entry.key] = Given(entry, session.place)
    positional = iter(request.function.positional)
    for argument in arguments:
        at = evaluator.place(argument.value, frame)
        if argument.star:
            _, keywords, complete = evaluated_arguments(evaluator, [argument], frame)
            request.complete = request.complete and complete
            request.arguments.update((entry.key, Given(entry, at)) for entry in keywords)
            continue
        keyword = argument.keyword
        name = next(positional, "") if keyword is None else keyword.value
        key = at if keyword is None else evaluator.place(keyword, frame)
        value = evaluator.evaluate(argument.value, frame)
        request.arguments[name] = Given(Entry(name, value, key), at)


def may_lead_to_api(url: Value) -> bool:
    """Tell whether a string is a URL of the API, or may be relative to one."""
    for option in possibilities(url):
        if any(endpoints(option)):
            return True
        parts = as_url(option)
        if (parts is None and isinstance(option, Instance)) or (
            parts is not None and "://" not in parts.text
        ):
            return True
    return False


def absolute(url: Value, session: Instance | None) -> Value:
    """Put the address that a session was made with in front of a relative URL."""
    base = _base(session) if session is not None else None
    options = [_absolute(option, base) for option in possibilities(url)]
    return choose(options, complete=not isinstance(url, Choice) or url.complete)


def _absolute(url: Value, base: Value | None) -> Value:
    if isinstance(url, Instance) and url.name == "urllib.parse.urljoin":
        return _joined(url.positional, url.place)
    place = getattr(url, "place", None)
    if base is None or any(endpoints(url)) or not isinstance(place, Place):
        return url
    return _joined((base, url), place)


def _joined(parts: Sequence[Value], place: Place) -> Value:
    """Join base and path; where a slash is one too many does not matter here."""
    if len(parts) != 2:
        return UNKNOWN
    return texts.join([parts[0], Literal("/", place), parts[1]], place)


def _base(session: Instance) -> Value | None:
    if session.name in rest.CONNECTIONS and session.positional:
        return texts.join(
            [Literal("https://", session.place), session.positional[0]], session.place
        )
    for entry in session.keywords:
        if entry.key == "base_url":
            return entry.value
    if session.name.startswith("aiohttp.") and session.positional:
        return session.positional[0]
    return None
