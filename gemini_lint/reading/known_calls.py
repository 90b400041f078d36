"""Functions and methods of Python itself whose result is known without running them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

import libcst as cst
from msgspec.structs import replace

from gemini_lint.reading import copies, messages, operators, texts
from gemini_lint.reading.arguments import evaluated_arguments, instance
from gemini_lint.reading.combining import (
    choose,
    spread,
    spread_mapping,
    with_origin,
)
from gemini_lint.reading.objects import BoundMethod
from gemini_lint.reading.program import Frame
from gemini_lint.values import (
    UNKNOWN,
    Entry,
    Literal,
    Mapping,
    Member,
    Sequence,
    Text,
    Value,
    is_none,
    literals,
)

if TYPE_CHECKING:
    from gemini_lint.reading.evaluating import Evaluator

_Function = Callable[["Evaluator", cst.Call, Frame], Value]
_MOST_ROWS = 64


def _first(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    if not node.args or node.args[0].star or node.args[0].keyword is not None:
        return UNKNOWN
    return evaluator.evaluate(node.args[0].value, frame)


def _second(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    if len(node.args) < 2 or node.args[1].keyword is not None:
        return UNKNOWN
    return evaluator.evaluate(node.args[1].value, frame)


def environment(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`os.getenv("NAME", default)`: the default is one possibility."""
    name = _first(evaluator, node, frame)
    default = _argument(evaluator, node, frame, 1, "default")
    if default is None or is_none(default):
        return UNKNOWN
    shown = str(name.value) if isinstance(name, Literal) else "…"
    via = f'the default of os.getenv("{shown}")'
    return choose([with_origin(default, via)], complete=False)


def _default(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`Field("x")`, `field(default="x")`, `typer.Option("x")`: the default is a possibility."""
    default = _argument(evaluator, node, frame, 0, "default")
    if default is None:
        default = _factory_result(evaluator, node, frame)
    if is_none(default):
        return UNKNOWN
    return choose([with_origin(default, "a default")], complete=False)


def _factory_result(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    for argument in node.args:
        if argument.keyword is not None and argument.keyword.value == "default_factory":
            function = evaluator.evaluate(argument.value, frame)
            return spread(function, lambda option: evaluator.result(option, _EMPTY, frame))
    return UNKNOWN


_EMPTY = cst.Call(cst.Name("default_factory"))


def _argument(
    evaluator: Evaluator, node: cst.Call, frame: Frame, number: int, name: str
) -> Value | None:
    for position, argument in enumerate(node.args):
        if argument.keyword is not None:
            if argument.keyword.value == name:
                return evaluator.evaluate(argument.value, frame)
        elif position == number and not argument.star:
            return evaluator.evaluate(argument.value, frame)
    return None


def _attribute_default(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`getattr(thing, "NAME", default)`."""
    default = _argument(evaluator, node, frame, 2, "")
    if default is None or is_none(default):
        return UNKNOWN
    return choose([with_origin(default, "the default of getattr")], complete=False)


def _dict(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    positional, keywords, complete = evaluated_arguments(evaluator, node.args, frame)
    place = evaluator.place(node, frame)
    base: tuple[Entry, ...] = ()
    if positional:
        base, whole = _entries(positional[0])
        complete = complete and whole
    return Mapping(base + keywords, place, complete)


def _entries(value: Value) -> tuple[tuple[Entry, ...], bool]:
    if not isinstance(value, Sequence):
        return spread_mapping(value)
    entries: list[Entry] = []
    for pair in value.items:
        key = operators.key_of(operators.item(pair, 0))
        if key is None or not isinstance(pair, Sequence):
            return tuple(entries), False
        entries.append(Entry(key, operators.item(pair, 1), pair.place))
    return tuple(entries), value.complete


def _urlencoded(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    entries, complete = _entries(_first(evaluator, node, frame))
    pieces: list[Value] = []
    for entry in entries:
        pieces.append(Literal(f"{'&' if pieces else ''}{entry.key}=", entry.key_place))
        pieces.append(entry.value)
    if not pieces:
        return UNKNOWN
    if not complete:
        pieces.append(UNKNOWN)
    return texts.join(pieces, evaluator.place(node, frame))


def _items(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    if not node.args:
        return Sequence((), evaluator.place(node, frame))
    value = _first(evaluator, node, frame)
    return spread(value, lambda option: option if isinstance(option, Sequence) else UNKNOWN)


def _enumerate(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    value = _first(evaluator, node, frame)
    if not isinstance(value, Sequence):
        return UNKNOWN
    place = evaluator.place(node, frame)
    pairs = tuple(Sequence((UNKNOWN, item), place) for item in value.items)
    return Sequence(pairs, place, value.complete)


def _zip(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    place = evaluator.place(node, frame)
    columns = [evaluator.evaluate(argument.value, frame) for argument in node.args]
    known = [column for column in columns if isinstance(column, Sequence)]
    length = min((len(column.items) for column in known), default=0)
    rows = [
        Sequence(tuple(operators.item(column, row) for column in columns), place)
        for row in range(length)
    ]
    return Sequence(tuple(rows), place, complete=False)


def _product(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`itertools.product(models, temperatures)`: each with each, as many as matter."""
    columns, _, complete = evaluated_arguments(evaluator, node.args, frame)
    if not complete or any(not isinstance(column, Sequence) for column in columns):
        return UNKNOWN
    place = evaluator.place(node, frame)
    pools = [column.items for column in columns if isinstance(column, Sequence)]
    rows = itertools.islice(itertools.product(*pools), _MOST_ROWS)
    return Sequence(tuple(Sequence(row, place) for row in rows), place, complete=False)


def _number(convert: Callable[[str | float], float]) -> _Function:
    def converted(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
        return spread(_first(evaluator, node, frame), one)

    def one(option: Value) -> Value:
        if not isinstance(option, Literal) or not isinstance(option.value, (str, int, float)):
            return UNKNOWN
        try:
            return replace(option, value=convert(option.value), pieces=())
        except (ValueError, OverflowError):
            return UNKNOWN

    return converted


def _string(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    return spread(_first(evaluator, node, frame), _as_string)


def _as_string(option: Value) -> Value:
    if isinstance(option, Literal) and isinstance(option.value, (int, float, str)):
        return replace(option, value=str(option.value))
    return option if isinstance(option, Text) else UNKNOWN


def _text_function(change: Callable[[str], str]) -> _Function:
    def changed(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
        return texts.transform(_first(evaluator, node, frame), change)

    return changed


def _one_of(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    return operators.element(_first(evaluator, node, frame))


def _length(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """The length of a text; that of a list may have changed."""
    text = _first(evaluator, node, frame)
    if not isinstance(text, Literal) or not isinstance(text.value, str):
        return UNKNOWN
    return Literal(len(text.value), evaluator.place(node, frame))


def _partial(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    return instance(evaluator, "functools.partial", node, frame)


FUNCTIONS: dict[str, _Function] = {
    "os.getenv": environment,
    "os.environ.get": environment,
    "os.environ.setdefault": environment,
    "os.environ.pop": environment,
    "builtins.os.getenv": environment,
    "builtins.os.environ.get": environment,
    "decouple.config": environment,
    "environs.env": environment,
    "environs.env.str": environment,
    "environs.env.int": environment,
    "environs.env.float": environment,
    "pydantic.Field": _default,
    "pydantic.SecretStr": _first,
    "pydantic.v1.SecretStr": _first,
    "dataclasses.field": _default,
    "attr.ib": _default,
    "attrs.field": _default,
    "typer.Option": _default,
    "typer.Argument": _default,
    "fastapi.Body": _default,
    "fastapi.Cookie": _default,
    "fastapi.Form": _default,
    "fastapi.Header": _default,
    "fastapi.Query": _default,
    "builtins.getattr": _attribute_default,
    "builtins.dict": _dict,
    "collections.OrderedDict": _dict,
    "builtins.list": _items,
    "builtins.tuple": _items,
    "builtins.set": _items,
    "builtins.sorted": _items,
    "builtins.reversed": _items,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "itertools.product": _product,
    "builtins.len": _length,
    "builtins.str": _string,
    "builtins.int": _number(int),
    "builtins.float": _number(float),
    "copy.copy": _first,
    "copy.replace": copies.replaced,
    "dataclasses.replace": copies.replaced,
    "dataclasses.asdict": copies.dumped,
    "copy.deepcopy": _first,
    "typing.cast": _second,
    "asyncio.run": _first,
    "json.loads": lambda *_: UNKNOWN,
    "random.choice": _one_of,
    "urllib.parse.urlencode": _urlencoded,
    "functools.partial": _partial,
    # these give back the client that they are given
    "instructor.from_openai": _first,
    "instructor.patch": _first,
    "instructor.apatch": _first,
    "langsmith.wrappers.wrap_openai": _first,
    "langsmith.wrappers.wrap_gemini": _first,
    **{name: _text_function(change) for name, change in texts.FUNCTIONS.items()},
}


# `parser.get("section", "option", fallback="x")` and `request.args.get("key", default="x")`
_DEFAULTS = ("fallback", "default")
_PARSERS = ("configparser.ConfigParser", "configparser.RawConfigParser")


# `env = environ.Env()`: `env("NAME", default="x")`, `env.str("NAME", "x")`
ENVIRONMENTS = ("environ.Env", "environs.Env", "starlette.config.Config")
_READS = ("str", "int", "float")


def of_member(evaluator: Evaluator, member: Member, node: cst.Call, frame: Frame) -> Value | None:
    """Call a method of an object of a known class; None for those that say nothing."""
    owner = member.owner
    if owner.name == "string.Template" and member.path in ("substitute", "safe_substitute"):
        positional, keywords, _ = evaluated_arguments(evaluator, node.args, frame)
        named = (*(spread_mapping(positional[0])[0] if positional else ()), *keywords)
        values = {entry.key: entry.value for entry in named}
        template = owner.positional[0] if owner.positional else UNKNOWN
        return spread(template, lambda option: texts.substitute(option, values))
    if owner.name in ENVIRONMENTS and member.path in _READS:
        return environment(evaluator, node, frame)
    if owner.name in _PARSERS and member.path == "get":
        return _one_possibility(_keyword(evaluator, node, frame, _DEFAULTS) or UNKNOWN)
    made = messages.filled(owner, member.path)
    return made or copies.copied(evaluator, member, node, frame)


def method(evaluator: Evaluator, bound: BoundMethod, node: cst.Call, frame: Frame) -> Value:
    """Call a method of a plain value."""
    owner, name = bound.owner, bound.name
    if isinstance(owner, Mapping):
        return _mapping_method(evaluator, owner, name, node, frame)
    if isinstance(owner, Sequence):
        return owner if name == "copy" else UNKNOWN
    if name == "format" and isinstance(owner, Literal):
        positional, keywords, _ = evaluated_arguments(evaluator, node.args, frame)
        return texts.format_(owner, positional, {item.key: item.value for item in keywords})
    if name == "join" and len(node.args) == 1:
        return _joined(owner, _first(evaluator, node, frame), evaluator, node, frame)
    positional, _, _ = evaluated_arguments(evaluator, node.args, frame)
    return texts.method(owner, name, positional, evaluator.place(node, frame))


def _joined(
    separator: Value, parts: Value, evaluator: Evaluator, node: cst.Call, frame: Frame
) -> Value:
    if not isinstance(parts, Sequence):
        return UNKNOWN
    between: list[Value] = []
    for part in parts.items:
        between.extend([separator, part] if between else [part])
    if not parts.complete:
        between.append(UNKNOWN)
    return texts.join(between, evaluator.place(node, frame))


def _mapping_method(
    evaluator: Evaluator, owner: Mapping, name: str, node: cst.Call, frame: Frame
) -> Value:
    place = evaluator.place(node, frame)
    if name == "copy":
        return owner
    if name == "values":
        values = tuple(entry.value for entry in owner.entries)
        return Sequence(values, place, owner.complete)
    if name == "keys":
        keys = tuple(Literal(entry.key, entry.key_place) for entry in owner.entries)
        return Sequence(keys, place, owner.complete)
    if name == "items":
        pairs = [Sequence((Literal(e.key, e.key_place), e.value), place) for e in owner.entries]
        return Sequence(tuple(pairs), place, owner.complete)
    if name in ("get", "pop", "setdefault"):
        return _get(evaluator, owner, node, frame)
    return UNKNOWN


def _get(evaluator: Evaluator, owner: Mapping, node: cst.Call, frame: Frame) -> Value:
    key = _first(evaluator, node, frame)
    default = _second(evaluator, node, frame)
    found = operators.lookup(owner, key)
    if isinstance(key, Literal) and found != UNKNOWN:
        return found
    fallback = with_origin(default, "the default of .get()")
    return choose([found, fallback], complete=isinstance(key, Literal) and owner.complete)


def is_schema(function: cst.BaseExpression) -> bool:
    """Tell whether a function is a pydantic class's that gives its schema: `River.…()`."""
    return isinstance(function, cst.Attribute) and function.attr.value == "model_json_schema"


def get_from_unknown(evaluator: Evaluator, node: cst.Call, frame: Frame) -> Value:
    """`anything.get("key", default)`: the default is one possibility."""
    if not 2 <= len(node.args) <= 3:
        return UNKNOWN
    named = _keyword(evaluator, node, frame, _DEFAULTS)
    default = _second(evaluator, node, frame) if named is None else named
    return _one_possibility(default)


def _keyword(
    evaluator: Evaluator, node: cst.Call, frame: Frame, names: tuple[str, ...]
) -> Value | None:
    for argument in node.args:
        if argument.keyword is not None and argument.keyword.value in names:
            return evaluator.evaluate(argument.value, frame)
    return None


def _one_possibility(default: Value) -> Value:
    known = [item for item in literals(default) if item.value is not None]
    if not known:
        return UNKNOWN
    options = [with_origin(item, "the default of .get()") for item in known]
    return choose(options, complete=False)
