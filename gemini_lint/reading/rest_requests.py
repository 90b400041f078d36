"""Requests over plain HTTP: a call is one of the API if its URL leads there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst
from msgspec import Struct
from msgspec.structs import replace

from gemini_lint.call import ApiVersion, Argument, Call
from gemini_lint.clients import openai, rest
from gemini_lint.clients.declaration import Field, Function, Library, Shape
from gemini_lint.reading import http_senders, rest_bodies
from gemini_lint.reading.binding import Binder
from gemini_lint.reading.combining import choose
from gemini_lint.reading.drafting import Draft, call_from
from gemini_lint.reading.http_senders import HttpRequest
from gemini_lint.reading.model_conditions import with_conditions
from gemini_lint.reading.openai_calls import reaches_gemini
from gemini_lint.reading.program import CallSite
from gemini_lint.reading.rest_urls import Endpoint, endpoints
from gemini_lint.reading.shapes import as_mapping
from gemini_lint.reading.walking import last_name
from gemini_lint.values import UNKNOWN, Entry, Literal, Place, possibilities

_HOSTS = ("generativelanguage", "aiplatform")
_OFTEN_OF_MAPPINGS = ("get", "delete", "put", "patch")
_SERIALISED_BODIES = ("data", "content", "body")
_KEY_HEADERS = ("x-goog-api-key", "authorization")
_KEY_IN_URL = "url.query.key"
_NO_SHAPE = Shape("", {}, closed=False)


def requests(binder: Binder) -> Iterator[Call]:
    """Yield the requests that a file sends to the API."""
    text = binder.program.text.lower()
    reader = _Reader(binder, any(host in text for host in _HOSTS))
    for site in binder.program.calls:
        if not site.frame.expects_error:
            yield from reader.at(site)


class _Reader(Struct, frozen=True):
    """Recovers the requests of one file; `names_host` when its text names one of the API."""

    binder: Binder
    names_host: bool

    def at(self, site: CallSite) -> Iterator[Call]:
        """Yield the requests that one call expression sends, or hands on to be sent."""
        node = site.node
        yield from self.sent(node.func, node.args, site)
        for number, argument in enumerate(node.args):
            if isinstance(argument.value, cst.Attribute):
                yield from self.sent(argument.value, node.args[number + 1 :], site)

    def sent(
        self, function: cst.BaseExpression, arguments: Sequence[cst.Arg], site: CallSite
    ) -> Iterator[Call]:
        expression = http_senders.url_expression(function, arguments)
        if expression is None or not self.may_be_url(function, expression):
            return
        evaluator = self.binder.evaluator
        guards = evaluator.guards
        url = evaluator.evaluate(expression, site.frame)
        if not http_senders.may_lead_to_api(url):
            return
        at = evaluator.place(expression, site.frame)
        for request in http_senders.senders(evaluator, function, site.frame):
            found = list(endpoints(http_senders.absolute(url, request.session)))
            if found:
                http_senders.take(evaluator, request, arguments, site.frame)
                guarded = evaluator.guards > guards
                for group in _grouped(found):
                    call = self.call(request, group, at, site)
                    if reaches_gemini(call.model, group[0]):
                        yield with_conditions(call, site.frame, guarded)
                return

    def may_be_url(self, function: cst.BaseExpression, expression: cst.BaseExpression) -> bool:
        """Tell cheaply whether it is worth evaluating an expression: most `.get(…)` are a
        mapping's, and most files name no host of the API."""
        if isinstance(expression, cst.SimpleString):
            return "/" in expression.value or ":" in expression.value
        if isinstance(expression, (cst.Integer, cst.Float, cst.Dict, cst.List)):
            return False
        return self.names_host or last_name(function) not in _OFTEN_OF_MAPPINGS

    def call(
        self, request: HttpRequest, group: Sequence[Endpoint], at: Place, site: CallSite
    ) -> Call:
        """Make a call of a request to endpoints that differ by the model alone."""
        first = group[0]
        library, method, shape = _declared(first, request.verb())
        draft = Draft(self.binder.libraries, library)
        _take_body(draft, request, shape)
        _take_query_and_headers(draft, request)
        _take_model(draft, group, at)
        place = self.binder.evaluator.place(site.node, site.frame)
        streams = method == "streamGenerateContent"
        function = Function(request.callee, _NO_SHAPE, method=method, streams=streams)
        path, name_place = self.binder.program.path, first.named or place
        return replace(
            call_from(draft, library, draft.streamed(function), path, place, name_place),
            backends=(first.backend,),
            backend_origin="code",
            api_version=ApiVersion(first.version, "url", at),
            urls=tuple(Argument("url", item.url, at, at) for item in group),
        )


def _grouped(found: Sequence[Endpoint]) -> list[list[Endpoint]]:
    """Put endpoints together that differ by the model alone."""
    groups: dict[object, list[Endpoint]] = {}
    for item in found:
        version = item.version.value if isinstance(item.version, Literal) else None
        key = (item.backend, version, item.resource, item.action, item.has_name, item.openai)
        groups.setdefault(key, []).append(item)
    return list(groups.values())


def _declared(endpoint: Endpoint, verb: str) -> tuple[Library, str | None, Shape | None]:
    if endpoint.openai is not None:
        function = openai.by_path(endpoint.openai)
        if function is None:
            return openai.LIBRARY, None, None
        return openai.LIBRARY, function.method, function.shape
    method = rest.method(endpoint.resource, endpoint.action, endpoint.has_name, verb)
    return rest.LIBRARY, method, rest.body(method)


def _take_body(draft: Draft, request: HttpRequest, shape: Shape | None) -> None:
    """Take the body of a request, which may be given as an object or as text."""
    given = request.arguments.get("json")
    value = given.entry.value if given is not None else UNKNOWN
    for name in _SERIALISED_BODIES if given is None else ():
        given = request.arguments.get(name)
        if given is not None:
            value = rest_bodies.parsed(given.entry.value)
            break
    body = as_mapping(value)
    draft.complete = request.complete and body is not None and body.complete
    if given is not None and body is not None and shape is not None:
        where = Field(".", "object", shape.name)
        draft.put("", where, replace(given.entry, value=body), given.at, "call", depth=0)


def _take_query_and_headers(draft: Draft, request: HttpRequest) -> None:
    for entry, at in _entries(request, "params"):
        if entry.key == "key":
            draft.parameter(_KEY_IN_URL, Field(_KEY_IN_URL), entry, at)
    for entry, at in _entries(request, "headers"):
        if entry.key.lower() in _KEY_HEADERS:
            draft.keys.append(Argument(entry.key, entry.value, entry.key_place, at))


def _entries(request: HttpRequest, name: str) -> Iterator[tuple[Entry, Place]]:
    given = request.arguments.get(name)
    found = as_mapping(given.entry.value) if given is not None else None
    if given is not None and found is not None:
        yield from ((entry, given.at) for entry in found.entries)


def _take_model(draft: Draft, group: Sequence[Endpoint], at: Place) -> None:
    """The URL decides, whatever the body repeats."""
    models = [item.model for item in group if item.model is not None]
    if not models:
        return
    value = choose(models, complete=True)
    if draft.model is None or any(possibilities(value)):
        draft.model = Argument("model", value, at, at)
