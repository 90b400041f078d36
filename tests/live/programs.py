"""A grammar of small google-genai programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from . import parts
from .parts import Client, Model, Part
from .rendering import STYLES, Data, Style, key, rendered

_FORMS = ("plain", "stream", "async", "async stream", "chat", "chat stream", "message", "keywords")
_CHATS = ("chat", "chat stream", "message")
_BUILDS = ("inline", "name", "items", "update", "attributes")
_MOST_PARTS = 4
# a conflict of its own, which no part stands for
_EXCLUSIVE = {"model_armor_config", "safety_settings"}
# one part in so many is faulty, where a part can be
_FAULTY_PARTS = 5
_FAULTY_FRAMES = 15


@dataclass(frozen=True, slots=True)
class Program:
    """A program, and the codes of what is wrong with it by the rules."""

    source: str
    faults: frozenset[str]


@dataclass(slots=True)
class _Draft:
    """The statements of a program so far, by where they stand."""

    constants: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    faults: set[str] = field(default_factory=set)


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Any program of the grammar."""
    draft = _Draft()
    client = _client(draw, draft)
    model = draw(st.sampled_from([m for m in parts.MODELS if client.backend in m.backends]))
    name = _model_name(draw, draft, model)
    form = draw(st.sampled_from(_FORMS))
    contents = _contents(draw, draft, form)
    config = _config(draw, draft, model, client)
    body = [*draft.statements, *_call(form, name, contents, config)]
    lines = [
        "import asyncio",
        "import os",
        "",
        "from google import genai",
        "from google.genai import types",
        "",
        *draft.constants,
        *([client.before] if client.before else []),
        f"client = genai.Client({client.arguments})",
        *(_in_function(body) if form.startswith("async") else body),
    ]
    return Program("\n".join(lines) + "\n", frozenset(draft.faults))


def _in_function(body: list[str]) -> list[str]:
    """Put statements into an asynchronous function.

    What changes a module's dictionary outside of the function that uses it is not certain to
    the reader, so that a rule about pairs (GEM112) would be silent.
    """
    return ["async def main():", *(f"    {line}" for line in body), "asyncio.run(main())"]


def _rarely(draw: st.DrawFn, times: int) -> bool:
    """Draw true one time in so many; shrinks to false."""
    return draw(st.integers(0, times - 1)) == times - 1


def _client(draw: st.DrawFn, draft: _Draft) -> Client:
    faulty = _rarely(draw, _FAULTY_FRAMES)
    client = draw(st.sampled_from(parts.FAULTY_CLIENTS if faulty else parts.CLIENTS))
    if client.fault:
        draft.faults.add(client.fault)
    return client


def _model_name(draw: st.DrawFn, draft: _Draft, model: Model) -> str:
    """Return the expression of a model's name."""
    name = model.name
    if _rarely(draw, _FAULTY_FRAMES):
        name = draw(st.sampled_from(sorted(parts.FAULTY_MODELS)))
        draft.faults.add(parts.FAULTY_MODELS[name])
    way = draw(st.sampled_from(("inline", "constant", "environment", "concatenated")))
    if way == "constant":
        draft.constants.append(f"MODEL = {name!r}")
        return "MODEL"
    if way == "environment" and name:
        return f'os.getenv("NO_SUCH_MODEL", {name!r})'
    if way == "concatenated":
        draft.constants.append(f"FAMILY = {name[:7]!r}")
        return f"FAMILY + {name[7:]!r}"
    return repr(name)


def _contents(draw: st.DrawFn, draft: _Draft, form: str) -> str:
    value: Data
    if form in _CHATS:
        value = draw(st.sampled_from(parts.MESSAGES))
    elif _rarely(draw, _FAULTY_FRAMES):
        # an empty list that has a name may be filled before the call: the linter is silent
        start = 1 if form == "keywords" else 0
        value, fault = draw(st.sampled_from(parts.FAULTY_CONTENTS[start:]))
        draft.faults.add(fault)
    else:
        value = draw(st.sampled_from(parts.CONTENTS))
    text = rendered(value, draw(st.sampled_from(STYLES)))
    if text != "[]" and draw(st.booleans()):
        draft.statements.append(f"contents = {text}")
        return "contents"
    return text


def _config(draw: st.DrawFn, draft: _Draft, model: Model, client: Client) -> str:
    """Return the expression of a configuration."""
    style: Style = draw(st.sampled_from(STYLES))
    fields = _fields(draw, draft, model, client)
    if not fields and draw(st.booleans()):
        return ""
    texts = [(name, _value(draw, draft, name, value, style)) for name, value in fields]
    build = draw(st.sampled_from(_BUILDS))
    return _BUILDERS[build](draft, texts, style)


def _fields(draw: st.DrawFn, draft: _Draft, model: Model, client: Client) -> list[tuple[str, Data]]:
    groups = parts.groups(model, client)
    names = draw(st.lists(st.sampled_from(sorted(groups)), max_size=_MOST_PARTS, unique=True))
    fields: dict[str, Data] = {}
    for name in names:
        part = _part(draw, groups[name])
        if part is None or any(key in fields for key, _ in part.fields):
            continue
        if {*fields, *(key for key, _ in part.fields)} >= _EXCLUSIVE:
            continue
        fields.update(part.fields)
        if part.fault:
            draft.faults.add(part.fault)
    return list(fields.items())


def _part(draw: st.DrawFn, options: tuple[Part, ...]) -> Part | None:
    right = [part for part in options if not part.fault]
    wrong = [part for part in options if part.fault]
    if wrong and _rarely(draw, _FAULTY_PARTS):
        return draw(st.sampled_from(wrong))
    return draw(st.sampled_from(right)) if right else None


def _value(draw: st.DrawFn, draft: _Draft, name: str, value: Data, style: Style) -> str:
    """Return the expression of one setting, which may be the name of a constant."""
    text = rendered(value, style)
    way = draw(st.sampled_from(("inline", "inline", "constant", "environment")))
    if way == "constant":
        draft.constants.append(f"{name.upper()} = {text}")
        return name.upper()
    if way == "environment" and isinstance(value, str):
        return f'os.environ.get("NO_SUCH_{name.upper()}", {text})'
    return text


_Texts = list[tuple[str, str]]


def _inline(draft: _Draft, texts: _Texts, style: Style) -> str:
    del draft
    if style == "typed":
        return f"types.GenerateContentConfig({', '.join(f'{n}={text}' for n, text in texts)})"
    return "{" + ", ".join(f'"{key(name, style)}": {text}' for name, text in texts) + "}"


def _named(draft: _Draft, texts: _Texts, style: Style) -> str:
    draft.statements.append(f"config = {_inline(draft, texts, style)}")
    return "config"


def _by_items(draft: _Draft, texts: _Texts, style: Style) -> str:
    if style == "typed":
        return _by_attributes(draft, texts, style)
    draft.statements.append(f"config = {_inline(draft, texts[:1], style)}")
    draft.statements += [f'config["{key(name, style)}"] = {text}' for name, text in texts[1:]]
    return "config"


def _by_update(draft: _Draft, texts: _Texts, style: Style) -> str:
    if style == "typed":
        return _named(draft, texts, style)
    draft.statements.append(f"config = {_inline(draft, texts[:1], style)}")
    draft.statements.append(f"config.update({_inline(draft, texts[1:], style)})")
    return "config"


def _by_attributes(draft: _Draft, texts: _Texts, style: Style) -> str:
    if style != "typed":
        return _named(draft, texts, style)
    draft.statements.append(f"config = {_inline(draft, texts[:1], style)}")
    draft.statements += [f"config.{name} = {text}" for name, text in texts[1:]]
    return "config"


_BUILDERS: dict[str, Callable[[_Draft, _Texts, Style], str]] = {
    "inline": _inline,
    "name": _named,
    "items": _by_items,
    "update": _by_update,
    "attributes": _by_attributes,
}


def _call(form: str, model: str, contents: str, config: str) -> list[str]:
    given = f", config={config}" if config else ""
    arguments = f"model={model}, contents={contents}{given}"
    if form == "chat":
        return [
            f"chat = client.chats.create(model={model}{given})",
            f"chat.send_message({contents})",
        ]
    if form == "chat stream":
        return [f"chat = client.chats.create(model={model}{given})",
                f"for chunk in chat.send_message_stream({contents}):",
                "    chunk.text"]  # fmt: skip
    if form == "message":
        return [f"chat = client.chats.create(model={model})",
                f"chat.send_message({contents}{given})"]  # fmt: skip
    return _generation(form, arguments)


def _generation(form: str, arguments: str) -> list[str]:
    if form == "stream":
        return [
            f"for chunk in client.models.generate_content_stream({arguments}):",
            "    chunk.text",
        ]
    if form == "async":
        return [f"await client.aio.models.generate_content({arguments})"]
    if form == "async stream":
        return [
            f"stream = await client.aio.models.generate_content_stream({arguments})",
            "async for chunk in stream:",
            "    chunk.text",
        ]
    if form == "keywords":
        return [f"request = dict({arguments})", "client.models.generate_content(**request)"]
    return [f"client.models.generate_content({arguments})"]
