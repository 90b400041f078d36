"""The table of all models, with filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from gemini_lint.call import BACKEND_NAMES, BACKENDS
from gemini_lint.catalog import Catalog, Model, State

_STATES = (
    "active", "deprecated", "retiring", "maybe-off", "routed", "shut-down", "never", "unknown",
)  # fmt: skip


_HEADS = ("model", "kind", *BACKEND_NAMES.values(), "released", "input tokens", "output tokens")


def page(catalog: Catalog, day: date) -> str:
    """Return the page as of a day."""
    return "\n".join(_lines(catalog, day))


def _lines(catalog: Catalog, day: date) -> Iterator[str]:
    yield "---\nhide: [navigation, toc]\nsearch: {boost: 0.5}\n---\n"
    yield "# Models\n"
    yield (
        f"{len(catalog.models)} models as the catalogue of {catalog.date} has them, on {day}. "
        "A name opens its notes and sources; `gemini-lint model ID` shows all limits. The "
        "[timeline](timeline.md) shows when families come and go.\n"
    )
    yield _form(sorted({str(model.kind) for model in catalog.models.values()}))
    yield '<p class="model-count" role="status"></p>'
    yield '<div class="model-table"><table>'
    heads = "".join(f"<th{_class(head)}>{head}</th>" for head in _HEADS)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    yield from (_row(catalog, model, day) for model in catalog.models.values())
    yield "</tbody></table></div>"
    yield '<p class="model-none" hidden>No model is like that. <a href="?">Show all</a></p>\n'


def _form(kinds: list[str]) -> str:
    return (
        '<form class="model-filters" hidden>'
        '<label>name<input name="words" type="search" placeholder="flash 3.8"></label>'
        f"{_choice('backend', BACKEND_NAMES.items())}"
        f"{_choice('state', ((state, state) for state in _STATES))}"
        f"{_choice('kind', ((kind, kind) for kind in kinds))}"
        "</form>"
    )


def _choice(name: str, options: Iterable[tuple[str, str]]) -> str:
    items = "".join(f'<option value="{value}">{escape(text)}</option>' for value, text in options)
    return (
        f'<label>{name}<select name="{name}"><option value="">any</option>{items}</select></label>'
    )


def _row(catalog: Catalog, model: Model, day: date) -> str:
    states = {backend: catalog.state(model, backend, day) for backend in BACKENDS}
    data = " ".join(f'data-{backend}="{state.kind}"' for backend, state in states.items())
    kind = escape(str(model.kind))
    words = escape(f"{model.id} {model.kind} {model.alias_of or ''}".lower())
    released = [life.released for life in model.lifecycles.values() if life.released]
    cells = (
        _name(model),
        kind,
        *(_state(state) for state in states.values()),
        str(min(released)) if released else "",
        _number(model.input_token_limit),
        _number(model.output_token_limit),
    )
    row = "".join(
        f'<td{_class(head)} data-label="{head}">{cell}</td>' if cell else "<td></td>"
        for head, cell in zip(_HEADS, cells, strict=True)
    )
    return f'<tr id="{escape(model.id)}" data-words="{words}" data-kind="{kind}" {data}>{row}</tr>'


def _name(model: Model) -> str:
    notes = [model.notes] if model.notes else []
    items = [*notes, *(f"source: {source}" for source in model.sources)]
    listed = "".join(f"<li>{_linked(item)}</li>" for item in items)
    alias = f" → {escape(model.alias_of)}" if model.alias_of else ""
    return (
        f"<details><summary><code>{escape(model.id)}</code>{alias}</summary>"
        f"<ul data-search-exclude>{listed}<li>checked {escape(model.checked)}</li></ul></details>"
    )


def _linked(text: str) -> str:
    head, scheme, rest = text.partition("https://")
    if not scheme:
        return escape(text)
    address, space, tail = rest.partition(" ")
    return f'{escape(head)}<a href="https://{escape(address)}">{escape(address)}</a>{space}{escape(tail)}'


def _state(state: State) -> str:
    text: str = state.kind
    if state.date is not None:
        text += f" {'earliest ' if state.earliest else ''}{state.date}"
    more = ""
    if state.routes_to:
        then = "" if state.kind == "routed" else "then "
        more = f"<br>{then}answered by {escape(state.routes_to)}"
    elif state.replacement and state.kind not in ("active", "never"):
        more = f"<br>use {escape(state.replacement)}"
    return f'<span class="state state-{state.kind}">{text}</span>{more}'


def _class(head: str) -> str:
    return ' class="number"' if "tokens" in head else ""


def _number(limit: int | None) -> str:
    return "" if limit is None else f"{limit:,}"
