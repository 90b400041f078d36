"""Messages as agent frameworks write them, brought into the form of `{"role": …}`."""

from __future__ import annotations

from msgspec.structs import replace

from gemini_lint.values import (
    UNKNOWN,
    Entry,
    Instance,
    Literal,
    Mapping,
    Place,
    Sequence,
    Text,
    Value,
)

_ROLES = {
    "human": "user",
    "user": "user",
    "system": "system",
    "developer": "system",
    "ai": "assistant",
    "assistant": "assistant",
    "model": "assistant",
    "tool": "tool",
    "function": "tool",
}
_MESSAGES = {
    "HumanMessage": "user",
    "SystemMessage": "system",
    "AIMessage": "assistant",
    "ToolMessage": "tool",
    "FunctionMessage": "tool",
}
_TEMPLATES = {
    "HumanMessagePromptTemplate": "user",
    "SystemMessagePromptTemplate": "system",
    "AIMessagePromptTemplate": "assistant",
}
_PROMPT_TEMPLATES = ("ChatPromptTemplate", "PromptTemplate")
_CONTENT = ("content", "template", "messages")
# What these make of a template is its text, or its messages, with the blanks filled in.
_FILLED = frozenset({
    "format", "aformat", "invoke", "ainvoke", "partial", "format_prompt", "aformat_prompt",
    "format_messages", "aformat_messages", "to_messages", "to_string",
})  # fmt: skip


def is_template(value: Value) -> bool:
    """Tell whether a value is a prompt template."""
    return isinstance(value, Instance) and _class(value) in _PROMPT_TEMPLATES


def filled(template: Instance, method: str) -> Value | None:
    """Return what a method makes of a prompt template, None for anything else.

    The text keeps the names of its blanks: what fills them is not what the author wrote.
    """
    if method not in _FILLED or not is_template(template):
        return None
    content = _content(template)
    is_text = method in ("format", "to_string") and isinstance(content, (Literal, Text))
    return content if is_text else template


def normal(value: Value) -> Value:
    """Return messages with each one as a mapping of role and content."""
    if isinstance(value, Sequence):
        return replace(value, items=tuple(_message(item) for item in value.items))
    if isinstance(value, Instance):
        return _instance(value)
    return value


def _message(item: Value) -> Value:
    if isinstance(item, Sequence):
        role = _pair_role(item)
        if role == "":
            return UNKNOWN
        return normal(item) if role is None else _turn(role, item.items[1], item.place)
    return _instance(item) if isinstance(item, Instance) else item


def _pair_role(item: Sequence) -> str | None:
    """Return the role of `("human", "…")`, "" for a placeholder, None for anything else."""
    first = item.items[0] if len(item.items) == 2 else None
    if not isinstance(first, Literal) or not isinstance(first.value, str):
        return None
    return "" if first.value == "placeholder" else _ROLES.get(first.value)


def _instance(value: Instance) -> Value:
    kind = _class(value)
    if kind in _PROMPT_TEMPLATES:
        return normal(_content(value))
    if kind == "MessagesPlaceholder":
        return UNKNOWN
    role = _MESSAGES.get(kind) or _TEMPLATES.get(kind)
    return value if role is None else _turn(role, _content(value), value.place)


def _class(value: Instance) -> str:
    """Return the class that an object was made of, by its name or by a maker of its own."""
    *_, owner, last = ("", "", *value.name.split("."))
    return owner if last.startswith("from_") else last


def _content(value: Instance) -> Value:
    for entry in value.keywords:
        if entry.key in _CONTENT:
            return entry.value
    return value.positional[0] if value.positional else UNKNOWN


def _turn(role: str, content: Value, place: Place) -> Mapping:
    entries = (Entry("role", Literal(role, place), place), Entry("content", content, place))
    return Mapping(entries, place)
