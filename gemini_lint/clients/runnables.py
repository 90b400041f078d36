"""What every chat model of LangChain has: ways to call it, to bind arguments, to pipe it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gemini_lint.clients.declaration import Field, Function
from gemini_lint.clients.spellings import open_shape

_CALLED = {
    "invoke": "input",
    "ainvoke": "input",
    "stream": "input",
    "astream": "input",
    "batch": "inputs",
    "abatch": "inputs",
    "predict": "text",
    "apredict": "text",
    "__call__": "messages",
}
_BOUND = (
    "bind", "bind_tools", "with_structured_output", "with_config", "with_retry",
    "with_fallbacks", "with_types", "configurable_fields",
)  # fmt: skip


def chat_model(name: str, settings: Mapping[str, Field], method: str) -> Iterator[Function]:
    """Yield the methods of a model of that class; `settings` may be given with a call, too."""
    for called, argument in _CALLED.items():
        shape = open_shape(called, {argument: Field("messages"), **settings})
        streams = called.endswith("stream")
        yield Function(
            f"{name}.{called}", shape, (argument,), method, continues="adds", streams=streams
        )
    for bound in _BOUND:
        yield Function(f"{name}.{bound}", open_shape(bound, settings), (), None, name, "adds")
    yield from _chain(name, method)


def _chain(name: str, method: str) -> Iterator[Function]:
    """Yield what `prompt | model` is, and the ways to call it."""
    chain = f"{name}.Chain"
    prompt = open_shape("|", {"prompt": Field("template")})
    rest = open_shape("|", {})
    yield Function(f"{name}.__ror__", prompt, ("prompt",), None, chain, "adds")
    for owner in (name, chain):
        yield Function(f"{owner}.__or__", rest, (), None, chain, "adds")
    yield Function(f"{chain}.__ror__", prompt, ("prompt",), None, chain, "adds")
    for called in _CALLED:
        yield Function(f"{chain}.{called}", open_shape(called, {}), (), method, continues="adds")
    for bound in _BOUND:
        yield Function(f"{chain}.{bound}", open_shape(bound, {}), (), None, chain, "adds")
