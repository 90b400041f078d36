"""Whether the `Call` that the reader makes of a program is the request that left."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from gemini_lint.call import Call, Parameter
from gemini_lint.catalog.prefixes import bare
from gemini_lint.project import Pin
from gemini_lint.reading import Workspace, read
from gemini_lint.sources import Source
from gemini_lint.values import (
    Literal,
    Mapping,
    Sequence,
    Symbol,
    Value,
    is_certain,
    literals,
    possibilities,
)

from .recording import Request
from .sending import Sent, sent

PATH = "/gemini-lint-tests/no-such-project/app.py"

_WIRE = {
    "embedContent": {"batchEmbedContents", "embedContent", "predict", "openai/embeddings"},
    "generateContent": {"generateContent", "openai/chat/completions"},
    "streamGenerateContent": {"streamGenerateContent", "openai/chat/completions"},
}
"""Methods that have another name on the wire, or several."""

_NOT_SENT = ("httpOptions", "client", "batch", "file", "config", "automaticFunctionCalling",
             "automaticContinuation", "shouldReturnHttpResponse")  # fmt: skip
"""Beginnings of paths of what is not part of the request's JSON, or not in that form."""


@dataclasses.dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same: `kind` counts, `detail` is read."""

    kind: str
    detail: str


_UNKNOWN = object()


def _requests(seen: Iterable[Call]) -> list[Call]:
    """Return the calls that send something.

    An object of a framework counts as one if nothing is seen that is sent through it.
    """
    calls = [call for call in seen if call.method is not None]
    return [call for call in calls if not _makes_object(call)] or calls


def differences(
    source: str, requests: tuple[Request, ...], sdk_version: str
) -> Iterator[Difference]:
    """Yield what the reader understood otherwise than it left."""
    seen = read(Source(PATH, source), Workspace()).calls
    calls, leaving = _requests(seen), sent(requests)
    if len(calls) != len(leaving):
        methods = [call.method for call in calls]
        yield Difference("number", f"{len(leaving)} requests left, the reader saw {methods}")
        return
    for call, request in zip(calls, leaving, strict=True):
        yield from _between(call, request, sdk_version)
    instructions = {text for call in seen for text in _texts(call, system=True)}
    for text in {text for request in leaving for text in request.system} - instructions:
        yield Difference("system", f"the reader did not see the instruction {text!r}")


def _makes_object(call: Call) -> bool:
    return call.callee.rpartition(".")[2][:1].isupper()


def _between(call: Call, request: Sent, sdk_version: str) -> Iterator[Difference]:
    if request.method not in _names_on_the_wire(call):
        yield Difference("method", f"{request.method} left, the reader says {call.method}")
    if request.backend not in call.backends:
        yield Difference("backend", f"{request.backend} was asked, not {call.backends}")
    yield from _version(call, request, sdk_version)
    yield from _model(call, request)
    yield from _parameters(call, request)
    yield from _prompts(call, request)
    yield from _safety_and_tools(call, request)


def _names_on_the_wire(call: Call) -> set[str]:
    method = call.method or ""
    names = _WIRE.get(method, {method})
    # frameworks stream for reasons of their own
    streams = call.sdk != "google-genai" and method == "generateContent"
    return names | {"streamGenerateContent"} if streams else names


def _version(call: Call, request: Sent, sdk_version: str) -> Iterator[Difference]:
    value = call.api_version.value
    if value is None:
        pin = Pin.of_version(sdk_version or "3.6.1")
        known: list[str] = ["v1beta1" if request.backend == "vertex" else pin.default_api_version()]
        if call.sdk not in ("google-genai", "langchain-google-genai"):
            return
    else:
        known = [str(literal.value) for literal in literals(value)]
    if request.version not in known:
        yield Difference("version", f"{request.version} left, the reader says {known}")


def _model(call: Call, request: Sent) -> Iterator[Difference]:
    if call.model is None:
        if request.model:
            yield Difference("model", f"{request.model} left, the reader saw none")
        return
    known = {bare(str(literal.value)) for literal in literals(call.model.value)}
    if known and bare(request.model) not in known:
        yield Difference("model", f"{request.model} left, the reader says {sorted(known)}")


def _parameters(call: Call, request: Sent) -> Iterator[Difference]:
    known = {item.path: item for item in call.parameters if _is_sent(item)}
    for path, parameter in known.items():
        if any(other.startswith(path + ".") for other in known):
            continue
        given = request.parameters.get(path, _below(request, path))
        yield from _value(parameter, given)
    for path, value in request.parameters.items():
        if value in (None, [], {}) or any(_covers(path, other) for other in known):
            continue
        if call.complete:
            yield Difference("unseen", f"{path}={value!r} left, the reader saw nothing there")


def _is_sent(parameter: Parameter) -> bool:
    return parameter.path.split(".")[0] not in (*_NOT_SENT, "tools", "safetySettings",
                                                "systemInstruction")  # fmt: skip


def _covers(path: str, other: str) -> bool:
    return path == other or path.startswith(other + ".") or other.startswith(path + ".")


def _below(request: Sent, path: str) -> Any:
    """Return an object that left in pieces, None if nothing left."""
    start = path + "."
    found = {
        name.removeprefix(start): value
        for name, value in request.parameters.items()
        if name.startswith(start)
    }
    return found or None


def _value(parameter: Parameter, given: Any) -> Iterator[Difference]:
    options = [_plain(option) for option in possibilities(parameter.value)]
    if not options or not is_certain(parameter.value) or _UNKNOWN in options:
        return
    if not parameter.certain:
        options.append(None)
    if not any(_is_same(option, given) for option in options):
        said = options[0] if len(options) == 1 else options
        yield Difference("value", f"{parameter.path}: {given!r} left, the reader says {said!r}")


def _plain(value: Value) -> Any:
    """Return a value as JSON, `_UNKNOWN` if that cannot be told."""
    if isinstance(value, Literal):
        return value.value
    if isinstance(value, Symbol):
        return value.name.rpartition(".")[2]
    if isinstance(value, Sequence) and value.complete:
        items = [_plain(item) for item in value.items]
        return _UNKNOWN if _UNKNOWN in items else items
    if isinstance(value, Mapping) and value.complete:
        plain = {entry.key: _plain(entry.value) for entry in value.entries}
        return _UNKNOWN if _UNKNOWN in plain.values() else plain
    return _UNKNOWN


def _is_same(said: Any, given: Any) -> bool:
    if isinstance(said, bytes):
        said = said.decode(errors="replace")
    if said in (None, [], {}):
        return given in (None, [], {})
    if isinstance(said, list):
        return isinstance(given, list) and len(said) == len(given) and all(
            _is_same(one, other) for one, other in zip(said, given, strict=True)
        )  # fmt: skip
    if isinstance(said, dict):
        return isinstance(given, dict) and {key: str(item) for key, item in said.items()} == {
            key: str(item) for key, item in given.items()
        }
    if said == given:
        return True
    return _as_number(said) == _as_number(given) or str(said).lower() == str(given).lower()


def _as_number(value: Any) -> Any:
    """Return the number that a library makes of a value; a truth of a word, too."""
    words = {"true": 1, "yes": 1, "on": 1, "t": 1, "y": 1}
    words |= dict.fromkeys(("false", "no", "off", "f", "n"), 0)
    try:
        return words.get(value.lower(), None) if _is_word(value) else float(value)
    except (TypeError, ValueError):
        return value


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and value.isalpha()


def _prompts(call: Call, request: Sent) -> Iterator[Difference]:
    """What an object was made with belongs to its own call, so that more may leave."""
    system, user = _texts(call, system=True), _texts(call, system=False)
    if not set(system) <= set(request.system):
        yield Difference("system", f"{request.system} left, the reader says {system}")
    prompts = [prompt for prompt in call.prompts if prompt.kind != "system"]
    texts = [text for prompt in prompts for text in prompt.texts]
    is_all = all(prompt.complete and prompt.certain for prompt in prompts)
    if any(not isinstance(text, Literal) for text in texts):
        return
    exact = is_all and not call.chat
    if list(request.texts) != user if exact else not set(user) <= set(request.texts):
        yield Difference("prompt", f"{list(request.texts)} left, the reader says {user}")


def _texts(call: Call, *, system: bool) -> list[str]:
    prompts = (prompt for prompt in call.prompts if (prompt.kind == "system") is system)
    texts = (text for prompt in prompts for text in prompt.texts)
    return [str(text.value) for text in texts if isinstance(text, Literal)]


def _safety_and_tools(call: Call, request: Sent) -> Iterator[Difference]:
    said = [(_last(item.category), _last(item.threshold)) for item in call.safety_settings]
    left = [(_short(category), _short(threshold)) for category, threshold in request.safety]
    if said != left and all(item.certain for item in call.safety_settings):
        yield Difference("safety", f"{left} left, the reader says {said}")
    tools = sorted({tool.name for tool in call.tools})
    if tools != list(request.tools):
        yield Difference("tools", f"{list(request.tools)} left, the reader says {tools}")


def _last(value: Value | None) -> str:
    plain = None if value is None else _plain(next(possibilities(value), value))
    return _short(str(plain))


def _short(name: str) -> str:
    return name.upper().removeprefix("HARM_CATEGORY_")
